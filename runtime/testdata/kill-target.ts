// A runtime as small as it can be, to be killed: store and engine behind standard input.
//   submit KEY   -> `ack KEY` once the task is durable (with --answer-early: before it is)
//   drain        -> ends when every task has ended
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { AgentFile } from '@hermes-runtime/schemas';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { systemClock as clock } from '../src/daemon/system-clock.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { silentLog } from '../src/logging/log.ts';
import type { AgentVersion, AttemptRunner } from '../src/ports.ts';
import { openVault } from '../src/secrets/vault.ts';
import { openStore } from '../src/store/store.ts';
import { attemptStarted, logged } from './sample-events.ts';

const [folder = '', mode] = process.argv.slice(2);

function agent(name: string, retry: AgentFile['retry']): AgentVersion {
  const file: AgentFile = { name, version: '1.0.0', runtime: { type: 'python', entrypoint: 'main.py' }, concurrency: 4, ...(retry && { retry }) };
  return { ref: { name, version: '1.0.0', digest: name, path: `/${name}` }, file, snapshot: `/${name}`, folder: `/${name}` };
}

const agents = [agent('once', undefined), agent('again', { max_attempts: 100, initial_delay_seconds: 0 })];

/** Each attempt takes a few milliseconds and says a few things. */
const runner: AttemptRunner = {
  load: async () => ({ status: 'loaded' }),
  run: async ({ task_id, attempt }, { onEvent }) => {
    appendFileSync(join(folder, 'executions'), `${task_id} ${attempt}\n`);
    onEvent(attemptStarted(task_id, attempt, Date.now()));
    for (let line = 0; line < 3; line += 1) {
      onEvent(logged(task_id, `line ${line}`, Date.now()));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    return { status: 'succeeded', output: { task_id, attempt }, ms: 9 };
  },
  retire: () => undefined,
  rung: () => 'job-only',
  close: async () => undefined,
};

const store = openStore({ folder: join(folder, 'store'), clock });
const engine = createEngine({
  store,
  runner,
  agents: {
    find: (name) => {
      const found = agents.find(({ ref }) => ref.name === name);
      return found ? { status: 'found', agent: found } : { status: 'missing', known: [] };
    },
  },
  clock,
  vault: openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'keys/seal.key') }),
  secrets: { valueOf: () => undefined },
  contract: { compileValueSchema, secretFieldsOf },
  log: silentLog,
  slots: 8,
});
await engine.start();
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, key = ''] = line.split(' ');
  if (verb === 'drain') break;
  const submitted = engine.submit({ agent_name: Number(key) % 2 ? 'once' : 'again', input: { key }, idempotency_key: key });
  const ack = (): boolean => process.stdout.write(`ack ${key}\n`);
  if (mode === '--answer-early') ack();
  else submitted.then(ack, (error: unknown) => process.stderr.write(`${String(error)}\n`));
}

const isBusy = (): boolean => {
  const { queued, running, waiting } = engine.load();
  return queued + running + waiting > 0;
};
while (isBusy()) await new Promise((resolve) => setTimeout(resolve, 5));
await engine.close();
store.close();
process.stdout.write('drained\n');
process.exit(0);
