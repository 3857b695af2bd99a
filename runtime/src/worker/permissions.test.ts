import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Permissions, RuntimeConfig } from '@hermes-runtime/schemas';
import type { AgentVersion } from '../ports.ts';
import { type FixtureRunner, agentVersion, createFixtureRunner, fixtureAgent } from './fixture-runner.ts';

let root: string;
let folder: string;
let fixture: FixtureRunner;
beforeAll(() => {
  root = mkdtempSync('/var/tmp/hermes-runtime-permissions-');
  folder = join(root, '代理 agent');
  cpSync(fixtureAgent('looks-around').folder, folder, { recursive: true });
  mkdirSync(join(folder, 'data/private'), { recursive: true });
  mkdirSync(join(root, 'shared'));
  writeFileSync(join(folder, 'data/table.csv'), 'a,b');
  writeFileSync(join(folder, 'data/private/key.pem'), 'key');
  writeFileSync(join(folder, '.env'), 'TOKEN=1');
  writeFileSync(join(root, 'shared/news.txt'), 'news');
  symlinkSync('/etc/shadow', join(folder, 'data/link'));
  fixture = createFixtureRunner();
});
afterAll(async () => {
  await fixture.close();
  rmSync(root, { recursive: true, force: true });
});

/** The agent with a block of permissions; the name makes each a version of its own. */
function withPermissions(permissions: Permissions | undefined, snapshot = folder): AgentVersion {
  const { file } = fixtureAgent('looks-around', folder);
  const version = agentVersion({ ...file, ...(permissions && { permissions }) }, folder, snapshot);
  return { ...version, ref: { ...version.ref, digest: JSON.stringify([permissions, snapshot]) } };
}

async function check(
  agent: AgentVersion,
  rows: Readonly<Record<string, readonly [expected: 'allowed' | 'denied', ...action: unknown[]]>>,
  by: FixtureRunner = fixture,
): Promise<object> {
  const input = Object.fromEntries(Object.entries(rows).map(([name, [, ...action]]) => [name, action]));
  const { outcome, events } = await by.run(agent, input, { trace: 'off' });
  expect(outcome.status === 'succeeded' ? outcome.output : outcome).toMatchObject(
    Object.fromEntries(Object.entries(rows).map(([name, [expected]]) => [name, { [expected]: expect.anything() }])),
  );
  return events[0] ?? {};
}

test('an empty list of hosts is no network at all, and localhost still has a name', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const started = await check(withPermissions({ network: [] }), {
    'host port': ['denied', 'connect', '127.0.0.1', port],
    internet: ['denied', 'connect', '192.0.2.1', 80],
    dns: ['denied', 'resolve', 'example.org'],
    localhost: ['allowed', 'resolve', 'localhost'],
  });
  expect(started).toMatchObject({ network: 'none', not_enforced: [] });
  expect(await check(withPermissions(undefined), { 'host port': ['allowed', 'connect', '127.0.0.1', port] })).toMatchObject({
    network: 'open',
  });
  server.close();
});

test('a folder is read, and written, only where the block says so', async () => {
  await check(withPermissions({ read: ['../shared'], write: ['data'] }), {
    'reads a granted folder': ['allowed', 'read', join(root, 'shared/news.txt')],
    'writes a folder that is granted for reading': ['denied', 'write', join(root, 'shared/new')],
    'writes a granted folder': ['allowed', 'write', join(folder, 'data/new')],
    'writes its code': ['denied', 'write', join(folder, 'main.py')],
    'follows a link out': ['denied', 'read', join(folder, 'data/link')],
    'lists what is beside': ['denied', 'read', join(root, 'other')],
  });
  expect(readFileSync(join(folder, 'data/new'), 'utf8')).toBe('owned');
});

test('a granted folder that the snapshot does not have is there, and the rest is the snapshot', async () => {
  const snapshot = join(root, 'snapshot');
  mkdirSync(snapshot);
  cpSync(join(folder, 'main.py'), join(snapshot, 'main.py'));
  await check(withPermissions({ read: ['data'] }, snapshot), {
    'reads the granted folder': ['allowed', 'read', join(folder, 'data/table.csv')],
    'reads its code under the author’s path': ['allowed', 'read', join(folder, 'main.py')],
    'reads what the snapshot left out': ['denied', 'read', join(folder, '.env')],
    'adds a file beside its code': ['denied', 'write', join(folder, 'new.py')],
  });
});

test('what the configuration forbids is out of reach, granted or not', async () => {
  const config: RuntimeConfig = { agent: { sandbox: { forbidden_paths: ['**/.env', '*.pem', join(root, 'shared')] } } };
  const strict = createFixtureRunner(config);
  await check(
    withPermissions({ read: ['data', '../shared'] }),
    {
      'reads .env': ['denied', 'read', join(folder, '.env')],
      'reads a key in a granted folder': ['denied', 'read', join(folder, 'data/private/key.pem')],
      'reads a forbidden folder': ['denied', 'read', join(root, 'shared/news.txt')],
      'reads the rest': ['allowed', 'read', join(folder, 'data/table.csv')],
    },
    strict,
  );
  await strict.close();
});

test('a list of hosts that cannot be held here fails closed and says so', async () => {
  const without = createFixtureRunner({}, { nsenter: 'no-such-program' });
  const agent = withPermissions({ network: ['example.org'] });
  expect(await check(agent, { dns: ['denied', 'resolve', 'example.org'] }, without)).toMatchObject({
    network: 'none',
    not_enforced: ['permissions.network'],
  });
  await without.close();
});

test('on the rung job-only a block of permissions is shown as not held', async () => {
  const weak = createFixtureRunner({ agent: { sandbox: { enabled: false } } });
  const { events } = await weak.run(withPermissions({ network: [] }), {});
  expect(events[0]).toMatchObject({
    network: 'open',
    not_enforced: expect.arrayContaining(['permissions.network', 'permissions.read', 'permissions.write']),
  });
  await weak.close();
});
