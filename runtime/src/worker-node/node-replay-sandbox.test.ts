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
afterAll(() => fixture.close());

const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,socket,execve'];
const canTrace = spawnSync(strace[0] ?? '', [...strace.slice(1), '-o', '/dev/null', 'true']).status === 0;

async function recordedRun(): Promise<{ readonly urls: readonly string[]; readonly output: unknown; readonly replay: ReplayPlan }> {
  const server = await startFaultServer('http');
  const urls = ['fine', 'moved', 'reset', 'forbidden'].map((fault) => `${server.url}/${fault}`);
  const { outcome, recorded } = await fixture.run('fetches-node', { urls }, { record: true });
  await server.close();
  if (outcome.status !== 'succeeded') throw new Error(JSON.stringify(outcome));
  const parts = recorded.flatMap((part) => (part.type === 'exchange' ? [part] : []));
  const bodies = Object.assign({}, ...parts.map((part) => part.bodies));
  return { urls, output: outcome.output, replay: { rule: 'exact', exchanges: parts.map(({ exchange }) => exchange), bodies, feeds: [] } };
}

test('what an attempt in the sandbox asked for is told, and a replay of it needs no network', async () => {
  const { urls, output, replay } = await recordedRun();
  expect(replay.exchanges).toHaveLength(5);
  const { outcome, events } = await fixture.run('fetches-node', { urls }, { replay });
  expect(outcome).toMatchObject({ status: 'succeeded', output });
  const exchanged = events.filter(({ type }) => type === 'http.exchanged');
  expect(exchanged.map((event) => event['replayed'])).toEqual(replay.exchanges.map(() => true));
});

test.skipIf(!canTrace)(`${canTrace ? '' : 'not run: strace is missing or not allowed here: '}a replay opens no socket`, async () => {
  const { urls, output, replay } = await recordedRun();
  const folder = mkdtempSync(path.join(tmpdir(), 'hermes-strace-'));
  const calls = path.join(folder, 'calls');
  const main = readFileSync(new URL('../../testdata/agents/fetches-node/main.mjs', import.meta.url), 'utf8');
  const replayed = await runInHarness({ files: { 'main.mjs': main }, input: { urls }, replay, under: [...strace, '-o', calls] });
  expect(replayed.output).toEqual(output);
  const told = readFileSync(calls, 'utf8');
  expect(told).toContain('execve(');
  expect(told).not.toMatch(/socket\(|connect\(/);
  rmSync(folder, { recursive: true });
});
