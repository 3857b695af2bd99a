import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Access, openAccess } from './access.ts';

function opened(folder = mkdtempSync(join(tmpdir(), 'hermes-tokens-'))): Access & { readonly folder: string } {
  const access = openAccess(folder);
  onTestFinished(() => {
    access.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...access, folder };
}

test('a token is known by what was shown once, and only its digest is kept, in files of its owner', () => {
  const { tokens, folder } = opened();
  const text = tokens.create({ name: 'ci', scopes: ['read', 'run'] }, 1) ?? '';
  expect(text).toMatch(/^hro_[0-9a-f]{12}_[\w-]{43}$/);
  expect(tokens.check(text, 2)).toMatchObject({ status: 'good', token: { name: 'ci', scopes: ['read', 'run'] } });
  const secret = text.slice(-43);
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file)).includes(secret)).toBe(false);
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  }
});

test.each([
  ['nothing', () => ''],
  ['another secret', (text: string) => text.slice(0, -43) + 'A'.repeat(43)],
  ['another id', (text: string) => text.replace(/_[0-9a-f]{12}_/, '_000000000000_')],
  ['the end cut off', (text: string) => text.slice(0, -1)],
  ['more after it', (text: string) => `${text}A`],
  ['a line break after it', (text: string) => `${text}\n`],
  ['another case', (text: string) => text.toUpperCase()],
  ['the digest of it', () => `hro_000000000000_${'0'.repeat(43)}`],
])('%s is not known', (_what, change) => {
  const { tokens } = opened();
  const text = tokens.create({ name: 'ci', scopes: ['read'] }, 1) ?? '';
  expect(tokens.check(change(text), 2)).toEqual({ status: 'unknown' });
});

test('a token ends when it expires, and when another process revokes it', () => {
  const { tokens, folder } = opened();
  const short = tokens.create({ name: 'short', scopes: ['read'], expires_at: 100 }, 1) ?? '';
  const long = tokens.create({ name: 'long', scopes: ['read'] }, 1) ?? '';
  expect([tokens.check(short, 99).status, tokens.check(short, 100).status]).toEqual(['good', 'expired']);
  const other = openAccess(folder);
  expect(other.tokens.revoke('long', 50)).toBe(true);
  expect(other.tokens.revoke('long', 51)).toBe(false);
  other.close();
  expect(tokens.check(long, 60)).toMatchObject({ status: 'revoked', token: { revoked_at: 50 } });
  expect(tokens.any(60)).toBe(true);
  expect(tokens.any(100)).toBe(false);
});

test('a name is used once at a time', () => {
  const { tokens } = opened();
  expect(tokens.create({ name: 'ci', scopes: ['read'] }, 1)).toBeDefined();
  expect(tokens.create({ name: 'ci', scopes: ['admin'] }, 2)).toBeUndefined();
  tokens.revoke('ci', 3);
  expect(tokens.create({ name: 'ci', scopes: ['run'] }, 4)).toBeDefined();
  expect(tokens.list().map(({ name, scopes, revoked_at }) => [name, scopes, revoked_at])).toEqual([
    ['ci', ['run'], undefined],
    ['ci', ['read'], 3],
  ]);
});
