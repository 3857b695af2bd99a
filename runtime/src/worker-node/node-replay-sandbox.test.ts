import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplayPlan } from '../ports.ts';
import { createFixtureRunner, type FixtureRunner } from '../worker/fixture-runner.ts';
import { startFaultServer } from './fault-server.ts';
import { runInHarness } from './harness-process.ts';

let fixture: FixtureRunner;
beforeAll(() => {
  fixture = createFixtureRunner();
});
afterAll(() => fixture.close(), 60_000);

const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,socket,execve'];
const canTrace = spawnSync(strace[0] ?? '', [...strace.slice(1), '-o', '/dev/null', 'true']).status === 0;

type Recording = { readonly input: object; readonly output: unknown; readonly replay: ReplayPlan };

async function record(agent: string, input: object): Promise<Recording> {
  const { outcome, recorded } = await fixture.run(agent, input, { record: true });
  if (outcome.status !== 'succeeded') throw new Error(JSON.stringify(outcome));
  const parts = recorded.flatMap((part) => (part.type === 'exchange' ? [part] : []));
  const bodies = Object.assign({}, ...parts.map((part) => part.bodies));
  return {
    input,
    output: outcome.output,
    replay: { rule: 'exact', exchanges: parts.map(({ exchange }) => exchange), bodies, feeds: [] },
  };
}

async function recordedRun(): Promise<Recording> {
  const server = await startFaultServer('http');
  try {
    return await record('fetches-node', { urls: ['fine', 'moved', 'reset', 'forbidden'].map((fault) => `${server.url}/${fault}`) });
  } finally {
    await server.close();
  }
}

test('what an attempt in the sandbox asked for is told, and a replay of it needs no network', async () => {
  const { input, output, replay } = await recordedRun();
  expect(replay.exchanges).toHaveLength(5);
  const { outcome, events } = await fixture.run('fetches-node', input, { replay });
  expect(outcome).toMatchObject({ status: 'succeeded', output });
  const exchanged = events.filter(({ type }) => type === 'http.exchanged');
  expect(exchanged.map((event) => event['replayed'])).toEqual(replay.exchanges.map(() => true));
});

test('what went through the list of permissions.network, or not, is replayed as if it had been asked for directly', async () => {
  const servers = await Promise.all([startFaultServer('http'), startFaultServer('https')]);
  const [plain = '', secure = ''] = servers.map(({ url }) => `${url}/fine`);
  const [noPlain, noSecure] = ['http://unlisted.example/', 'https://unlisted.example/'];
  const urls = [plain, secure, noPlain, noSecure];
  const { input, output, replay } = await record('asks-hosts-node', { urls });
  await Promise.all(servers.map((server) => server.close()));
  expect(output).toHaveProperty([secure, '1', '0'], 200);
  expect(output).toHaveProperty([noSecure, '1', '1'], 'ERR_PROXY_TUNNEL');
  expect(replay.exchanges.map(({ method, url }) => `${method} ${url}`)).toEqual(urls.flatMap((url) => [`GET ${url}`, `GET ${url}`]));
  const { outcome } = await fixture.run('asks-hosts-node', input, { replay });
  expect(outcome).toMatchObject({ status: 'succeeded', output });
});

test.skipIf(!canTrace)(`${canTrace ? '' : 'not run: strace is missing or not allowed here: '}a replay opens no socket`, async () => {
  const { input, output, replay } = await recordedRun();
  const folder = mkdtempSync(path.join(tmpdir(), 'hermes-strace-'));
  const calls = path.join(folder, 'calls');
  const main = readFileSync(new URL('../../testdata/agents/fetches-node/main.mjs', import.meta.url), 'utf8');
  const replayed = await runInHarness({ files: { 'main.mjs': main }, input, replay, under: [...strace, '-o', calls] });
  expect(replayed.output).toEqual(output);
  const told = readFileSync(calls, 'utf8');
  expect(told).toContain('execve(');
  expect(told).not.toMatch(/socket\(|connect\(/);
  rmSync(folder, { recursive: true });
});
