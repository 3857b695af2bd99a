import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { systemClock as clock } from '../runtime/src/daemon/system-clock.ts';
import { createEngine } from '../runtime/src/engine/create-engine.ts';
import type { Engine } from '../runtime/src/engine/engine.ts';
import { silentLog } from '../runtime/src/logging/log.ts';
import type { AgentVersion, AttemptRunner } from '../runtime/src/ports.ts';
import { openVault } from '../runtime/src/secrets/vault.ts';
import { type Store, openStore } from '../runtime/src/store/store.ts';
import { attemptStarted, queued, succeeded } from '../runtime/testdata/sample-events.ts';
import { interleaved, percentile, printTable, timed } from './figures.ts';

/**
 * What engine and store cost, with a runner that answers at once: every task is durable when it is accepted and when it ends.
 * The floor is SQLite alone with the same promise: WAL, synchronous=FULL, one commit to accept and one to end.
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '10' } } });
const rounds = Number(values.n);
const perRound = 200;
const folder = mkdtempSync(join(tmpdir(), 'hermes-bench-'));

const agent: AgentVersion = {
  ref: { name: 'adder', version: '1.0.0', digest: 'd', path: '/adder' },
  file: { name: 'adder', version: '1.0.0', runtime: { type: 'python', entrypoint: 'main.py' } },
  snapshot: '/adder',
  folder: '/adder',
};
const runner: AttemptRunner = {
  load: async () => ({ status: 'loaded' }),
  run: async ({ task_id, attempt }, { onEvent }) => {
    onEvent(attemptStarted(task_id, attempt, Date.now()));
    return { status: 'succeeded', output: { sum: 3 }, ms: 1 };
  },
  retire: () => undefined,
  rung: () => 'job-only',
  close: async () => undefined,
};

function engineOver(store: Store): Engine {
  return createEngine({
    store,
    runner,
    clock,
    agents: { find: () => ({ status: 'found', agent }) },
    vault: openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'keys/seal.key') }),
    secrets: { valueOf: () => undefined },
    contract: { compileValueSchema, secretFieldsOf },
    log: silentLog,
    slots: 64,
  });
}

async function oneTask(engine: Engine): Promise<void> {
  const { task_id, seq } = await engine.submit({ agent_name: 'adder', input: { a: 1, b: 2 } });
  for await (const event of engine.subscribe(seq - 1, { task_id, types: ['task.succeeded'] })) if (event.type === 'task.succeeded') return;
}

/** So many at a time, one after the other in each lane. */
async function tasks(count: number, lanes: number, work: () => Promise<void>): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let done = 0; done < count / lanes; done += 1) await work();
  };
  await Promise.all(Array.from({ length: lanes }, () => lane()));
}

function floorTask(): () => Promise<void> {
  const database = new DatabaseSync(join(folder, 'floor.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)');
  const commit = (bodies: readonly string[]): void => {
    database.exec('BEGIN IMMEDIATE');
    for (const body of bodies) insert.run(body);
    database.exec('COMMIT');
  };
  return async () => {
    commit([JSON.stringify(queued('a'))]);
    commit([JSON.stringify(attemptStarted('a')), ...succeeded('a').map((event) => JSON.stringify(event))]);
  };
}

async function latencyAndThroughput(): Promise<void> {
  const engine = engineOver(openStore({ folder: join(folder, 'store'), clock }));
  await engine.start();
  const floor = floorTask();
  const perTask = async (work: () => Promise<void>, lanes: number): Promise<number> =>
    (await timed(() => tasks(perRound, lanes, work))) / perRound;
  const series = await interleaved(rounds, {
    'floor: SQLite FULL, two commits': () => perTask(floor, 1),
    'engine, one at a time': () => perTask(() => oneTask(engine), 1),
    'engine, 16 at a time': () => perTask(() => oneTask(engine), 16),
    'engine, 64 at a time': () => perTask(() => oneTask(engine), 64),
  });
  console.log('One task, from submission to its durable end:\n');
  printTable(series);
  for (const { name, samples } of series) console.log(`- ${name}: ${Math.round(1000 / percentile(samples, 0.5))} tasks/s`);
  await engine.close();
}

async function manyTasks(): Promise<void> {
  const count = 100_000;
  const large = join(folder, 'large');
  const store = openStore({ folder: large, clock });
  for (let from = 0; from < count; from += 1_000) {
    const batch = Array.from({ length: 1_000 }, (_, index) => `task-${from + index}`);
    await Promise.all(
      batch.map((id) =>
        store.append(from < count / 2 ? [queued(id), attemptStarted(id), ...succeeded(id)] : [queued(id, { agent: agent.ref })]),
      ),
    );
  }
  const series = await interleaved(rounds, {
    'last 100 of all': async () => timed(async () => store.list({ limit: 100 })),
    'last 100 that succeeded': async () => timed(async () => store.list({ limit: 100, statuses: ['succeeded'] })),
    'one task whole': async () => timed(async () => store.viewOf('task-77')),
  });
  console.log(`\nReading, in a store of ${count} tasks (${Math.round(store.bytes() / 1_048_576)} MiB):\n`);
  for (const { name, samples } of series)
    console.log(`- ${name}: p50 ${percentile(samples, 0.5).toFixed(2)} ms, p95 ${percentile(samples, 0.95).toFixed(2)} ms`);
  store.close();
  let again: Store | undefined;
  const opened = await timed(async () => (again = openStore({ folder: large, clock })));
  if (!again) return;
  const engine = engineOver(again);
  const started = await timed(() => engine.start());
  console.log(`- opened again in ${opened.toFixed(0)} ms; ${count / 2} queued tasks taken up in ${started.toFixed(0)} ms`);
  await engine.close();
  again.close();
}

try {
  await latencyAndThroughput();
  await manyTasks();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
