import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecrets, secretSource, variableOf, writeSecret } from './secret-source.ts';
import { type Vault, openVault } from './vault.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Vault {
  return openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'keys/seal.key') });
}

test('gives back after a restart what was sealed, until the task ends', () => {
  open().seal('a', { input: { token: 'hunter2' }, secrets: { t: 'x' } });
  const vault = open();
  expect(vault.open('a')).toEqual({ input: { token: 'hunter2' }, secrets: { t: 'x' } });
  vault.remove('a');
  expect(vault.open('a')).toBeUndefined();
  expect(readdirSync(join(folder, 'sealed'))).toEqual([]);
});

test('keeps nothing readable in the data folder, and the key to its owner', () => {
  open().seal('a', { input: 'hunter2-hunter2' });
  const [name = ''] = readdirSync(join(folder, 'sealed'));
  expect(readFileSync(join(folder, 'sealed', name)).includes('hunter2')).toBe(false);
  expect(statSync(join(folder, 'sealed', name)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'keys/seal.key')).mode & 0o777).toBe(0o600);
});

test('opens nothing with another key, under another name, or with a byte changed', () => {
  const vault = open();
  vault.seal('a', { input: 'hunter2' });
  const sealed = readFileSync(join(folder, 'sealed/a'));
  writeFileSync(join(folder, 'sealed/b'), sealed);
  expect(vault.open('b')).toBeUndefined();
  sealed.writeUInt8(sealed.readUInt8(30) ^ 1, 30);
  writeFileSync(join(folder, 'sealed/a'), sealed);
  expect(vault.open('a')).toBeUndefined();
  vault.seal('a', { input: 'hunter2' });
  rmSync(join(folder, 'keys/seal.key'));
  expect(open().open('a')).toBeUndefined();
});

test('removes what a crash left behind', () => {
  const vault = open();
  vault.seal('a', { input: 1 });
  vault.seal('b', { input: 2 });
  vault.keepOnly(new Set(['b']));
  expect(readdirSync(join(folder, 'sealed'))).toEqual(['b']);
});

test('refuses a key that others can read', () => {
  open();
  chmodSync(join(folder, 'keys/seal.key'), 0o644);
  expect(() => open()).toThrow(/chmod 600/);
});

test('makes digests that depend on the key', () => {
  const digest = open().digest('x');
  expect(open().digest('x')).toBe(digest);
  rmSync(join(folder, 'keys'), { recursive: true });
  expect(open().digest('x')).not.toBe(digest);
});

test('asks the environment first and the file of secrets then, each time', () => {
  const file = join(folder, 'secrets.json');
  const env: Record<string, string> = {};
  const source = secretSource({ env, file });
  expect(source.valueOf('smtp-token')).toBeUndefined();
  writeSecret(file, 'smtp-token', 'from file');
  expect(source.valueOf('smtp-token')).toBe('from file');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(variableOf('smtp-token')).toBe('HERMES_SECRET_SMTP_TOKEN');
  env['HERMES_SECRET_SMTP_TOKEN'] = 'from environment';
  expect(source.valueOf('smtp-token')).toBe('from environment');
  writeSecret(file, 'smtp-token', undefined);
  expect([...readSecrets(file)]).toEqual([]);
});

test('refuses a file of secrets that others can read, without quoting it', () => {
  const file = join(folder, 'secrets.json');
  writeFileSync(file, '{"a": "hunter2"}', { mode: 0o644 });
  expect(() => readSecrets(file)).toThrow(/chmod 600/);
  writeFileSync(join(folder, 'broken.json'), '{"a": "hunter2', { mode: 0o600 });
  expect(() => readSecrets(join(folder, 'broken.json'))).toThrow(/^(?!.*hunter2)/);
});
