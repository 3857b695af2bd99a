import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';

const kills = Number(process.env['HERMES_RUNTIME_KILLS'] ?? 6);
const main = join(import.meta.dirname, '../cli/main.ts');

let folder = '';
let runtime: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-killed-'));
  const agent = join(folder, 'agents/naps');
  mkdirSync(agent, { recursive: true });
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  writeFileSync(
    join(agent, 'agent.yaml'),
    [
      'name: naps',
      'version: 1.0.0',
      'runtime: { type: shell, entrypoint: main.sh }',
      'retry: { max_attempts: 50, initial_delay_seconds: 0.05, backoff: 1 }',
      '',
    ].join('\n'),
  );
  writeFileSync(join(agent, 'main.sh'), '#!/bin/sh\necho begin\nsleep 0.1\necho \'{"ok": true}\'\n');
  chmodSync(join(agent, 'main.sh'), 0o755);
  writeFileSync(join(folder, 'config.yaml'), `server: { port: 0 }\nagent: { search_path: ${join(folder, 'agents')} }\n`);
});

afterAll(async () => {
  if (runtime?.exitCode === null) {
    runtime.kill('SIGTERM');
    await once(runtime, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function startRuntime(): ChildProcess {
  const env = {
    ...process.env,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  return spawn(process.execPath, [main, 'serve', '--config', join(folder, 'config.yaml')], { env, stdio: 'ignore' });
}

async function call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const socketPath = join(folder, 'run/hermes-runtime/runtime.sock');
  // A connection of its own: one that is kept alive may be to a runtime that is dead by now.
  const sent = request({ method, path, headers, socketPath, agent: new Agent() }, resolve).on('error', reject);
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const response = await promise;
  return { status: response.statusCode ?? 0, text: await text(response) };
}

/** Until the runtime serves the agent. */
async function ready(): Promise<void> {
  await expect.poll(async () => (await call('GET', '/api/v1/agents').catch(() => undefined))?.text, { interval: 20 }).toContain('"loaded"');
}

/** Submits from four clients until the runtime is gone; what was answered with 202 is acknowledged. */
async function submitUntilGone(acknowledged: Map<string, string>, nextKey: () => string, onAnswer: () => void): Promise<void> {
  const client = async (): Promise<void> => {
    for (;;) {
      const key = nextKey();
      const answer = await call('POST', '/api/v1/tasks', { agent_name: 'naps', input: { key }, idempotency_key: key }).catch(
        () => undefined,
      );
      if (!answer) return;
      const body = JSON.parse(answer.text) as { task_id: string };
      if (answer.status === 202) acknowledged.set(key, body.task_id);
      onAnswer();
    }
  };
  await Promise.all([client(), client(), client(), client()]);
}

test(
  `ends every task that was acknowledged before one of ${kills} kills, with real agents in real processes`,
  async ({ annotate }) => {
    const random = seededRandom(3);
    const acknowledged = new Map<string, string>();
    let keys = 0;
    for (let round = 0; round < kills; round += 1) {
      runtime = startRuntime();
      await ready();
      // From the first answer on, so that a slow machine does not only kill runtimes that have promised nothing yet.
      let killed: NodeJS.Timeout | undefined;
      await submitUntilGone(
        acknowledged,
        () => `k${(keys += 1)}`,
        () => (killed ??= setTimeout(() => runtime?.kill('SIGKILL'), 50 + random() * 250)),
      );
      if (runtime.exitCode === null && runtime.signalCode === null) await once(runtime, 'exit');
    }
    runtime = startRuntime();
    await ready();
    let lost = 0;
    for (const taskId of acknowledged.values()) {
      // The stream ends by itself after the task's end.
      const events = (await call('GET', `/api/v1/tasks/${taskId}/events`)).text;
      const ends = [...events.matchAll(/^event: task\.(?:succeeded|failed|timed_out|canceled)$/gm)];
      expect(ends.map(([line]) => line)).toEqual(['event: task.succeeded']);
      if (events.includes('event: attempt.lost')) lost += 1;
    }
    await annotate(`${kills} kills, ${acknowledged.size} acknowledged, 0 lost, ${lost} interrupted and tried again`);
    expect(acknowledged.size).toBeGreaterThan(kills);
    expect(lost).toBeGreaterThan(0);
  },
  60_000 + kills * 5_000,
);
