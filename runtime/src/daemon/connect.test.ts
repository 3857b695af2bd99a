import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliWorlds, type CliWorld } from '../../testdata/cli-world.ts';
import { compareVersions, connect, connectIfRunning } from './connect.ts';
import { runtimePaths } from './paths.ts';
import { stopAndWait } from './stop-and-wait.ts';

const { world } = cliWorlds();

const slowAgent = `name: slow
version: 1.0.0
description: Takes its time
input_schema: { type: object }
output_schema: { type: object }
runtime: { type: shell, entrypoint: main.sh }
`;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('twenty programs that need a runtime at once share one', { timeout: 60_000 }, async () => {
  const it = world();
  const connections = await Promise.all(Array.from({ length: 20 }, () => connect(it.env)));
  expect(new Set(connections.map(({ runtime }) => runtime.pid)).size).toBe(1);
  expect(connections.filter(({ started }) => started)).toHaveLength(1);
  for (const { client } of connections) client.close();
});

test('five command lines that start at once share one', { timeout: 60_000 }, async () => {
  const it = world();
  const results = await Promise.all(Array.from({ length: 5 }, () => it.run(['start', '--json'])));
  const answers = results.map(({ stdout }) => JSON.parse(stdout) as { pid: number; socket: string; started: boolean });
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  expect(answers.filter(({ started }) => started)).toHaveLength(1);
  expect(answers[0]?.socket).toBe(runtimePaths(it.env).socket);
});

test('the socket and its folder are for their owner only', { timeout: 40_000 }, async () => {
  const it = world();
  (await connect(it.env)).client.close();
  const { socket, data } = runtimePaths(it.env);
  expect([socket, data].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0]);
});

test('a runtime that was killed is replaced, and what it left does not matter', { timeout: 40_000 }, async () => {
  const it = world();
  const first = await connect(it.env);
  first.client.close();
  process.kill(first.runtime.pid, 'SIGKILL');
  const second = await connect(it.env);
  second.client.close();
  expect(second.runtime.pid).not.toBe(first.runtime.pid);
});

test('it leaves by itself when nobody needs it', { timeout: 40_000 }, async () => {
  const it = world();
  const { client, runtime } = await connect({ ...it.env, HERMES_RUNTIME_IDLE_MS: '300' });
  const stream = await client.stream('GET', '/api/v1/events');
  client.close();
  // While somebody listens it stays; the stream that is cut off is how that somebody leaves.
  await stream.events[Symbol.asyncIterator]().return?.();
  while (alive(runtime.pid)) await once(process.stdout, 'drain', { signal: AbortSignal.timeout(50) }).catch(() => undefined);
  expect(await connectIfRunning(it.env)).toBeUndefined();
});

test('an idle runtime of an earlier build makes way, a busy one and one from elsewhere serve on', { timeout: 40_000 }, async () => {
  const it = world({ 'slow/agent.yaml': slowAgent, 'slow/main.sh': 'sleep 60\n' });
  const { client, runtime: first } = await connect(it.env);
  const { entry = '' } = first.build ?? {};
  const elsewhere = await connect(it.env, { entry: `${entry}.copy`, digest: 'another' });
  elsewhere.client.close();
  expect(elsewhere.runtime.pid).toBe(first.pid);
  client.close();
  const later = await connect(it.env, { entry, digest: 'another' });
  expect([later.started, later.runtime.pid === first.pid]).toEqual([true, false]);
  await later.client.call('PUT', '/api/v1/roots', { body: { path: it.agents, wait: true } });
  await later.client.call('POST', '/api/v1/tasks', { body: { agent_name: 'slow', input: {} } });
  const told: string[] = [];
  const beside = await connect(it.env, { entry, digest: 'another' }, (text) => told.push(text));
  expect(beside.runtime.pid).toBe(later.runtime.pid);
  expect(told).toEqual([expect.stringMatching(new RegExp(`process id ${later.runtime.pid} is of an older build and busy`))]);
  for (const connection of [later, beside]) connection.client.close();
});

test('a runtime of another store is named, not used', { timeout: 40_000 }, async () => {
  const it = world();
  (await connect(it.env)).client.close();
  await expect(connect({ ...it.env, XDG_DATA_HOME: join(it.folder, 'other') })).rejects.toThrow(/serves another store/);
});

test('a folder that others can write is not trusted with the socket', async () => {
  const it = world();
  const folder = runtimePaths(it.env).runtimeFolder;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  await expect(connect(it.env)).rejects.toThrow(/is not a folder of yours alone/);
  chmodSync(folder, 0o700);
});

test('an answer that is not ours is no runtime', { timeout: 40_000 }, async () => {
  const it = world();
  const { socket, runtimeFolder } = runtimePaths(it.env);
  mkdirSync(runtimeFolder, { recursive: true, mode: 0o700 });
  const stranger = createServer((connection) => connection.resume().end('hello\r\n\r\n'));
  await new Promise<void>((resolve) => stranger.listen(socket, resolve));
  await expect(connectIfRunning(it.env)).rejects.toThrow(/Parse Error/);
  await new Promise((resolve) => stranger.close(resolve));
});

test('stopping ends the process, and a second time says that there is none', { timeout: 40_000 }, async () => {
  const it: CliWorld = world();
  const { client, runtime } = await connect(it.env);
  await stopAndWait(client);
  const gone = spawn('sh', ['-c', `while kill -0 ${runtime.pid} 2>/dev/null; do sleep 0.05; done`]);
  await once(gone, 'exit');
  expect(await it.run(['stop'])).toMatchObject({ code: 0, stderr: 'No runtime is running.\n' });
});

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.3', '1.10.0', -1],
  ['2.0.0', '1.9.9', 1],
  ['1.2.3-dev', '1.2.3', 0],
])('%s beside %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
