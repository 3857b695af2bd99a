import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isFinal } from '@hermes-runtime/schemas';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { openStore } from '../store/store.ts';

const kills = Number(process.env['HERMES_KILLS'] ?? 50);
const seed = Number(process.env['HERMES_SEED'] ?? 20_260_101);

let folder = '';
let target = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-kill-'));
  target = join(folder, 'kill-target.mjs');
  // One file starts five times faster than a hundred.
  await build({
    entryPoints: [join(import.meta.dirname, '../../testdata/kill-target.ts')],
    outfile: target,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Round = {
  readonly data: string;
  readonly mode: '--answer-late' | '--answer-early';
  readonly random: () => number;
  readonly nextKey: () => string;
  readonly acknowledged: Set<string>;
};

/** Starts the runtime, submits without a pause, eight requests at a time, and kills it at a random moment. */
async function killed({ data, mode, random, nextKey, acknowledged }: Round): Promise<void> {
  const child = spawn(process.execPath, [target, data, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined);
  const exited = once(child, 'exit');
  const isEarly = random() < 0.1;
  if (isEarly) setTimeout(() => child.kill('SIGKILL'), random() * 150);
  // After so many answers, or so many milliseconds: both the moment after a promise and any other are tried.
  let answersLeft = 1 + Math.floor(random() * 60);
  const submit = (): boolean => child.stdin.write(`submit ${nextKey()}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    const [verb, key = ''] = line.split(' ');
    if (verb === 'ready') {
      for (let client = 0; client < 8; client += 1) submit();
      if (!isEarly) setTimeout(() => child.kill('SIGKILL'), 5 + random() * 150);
      continue;
    }
    acknowledged.add(key);
    answersLeft -= 1;
    if (answersLeft === 0) child.kill('SIGKILL');
    submit();
  }
  await exited;
}

/** Lets everything that is left come to its end. */
async function drained(data: string): Promise<void> {
  const child = spawn(process.execPath, [target, data], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end('drain\n');
  expect((await once(child, 'exit'))[0]).toBe(0);
}

type Verdict = {
  readonly acknowledged: number;
  readonly lost: string[];
  readonly notEndedOnce: string[];
  readonly triedAgain: number;
  readonly repeated: number;
};

async function sweep(name: string, rounds: number, mode: Round['mode']): Promise<Verdict> {
  const data = join(folder, name);
  const random = seededRandom(seed);
  const acknowledged = new Set<string>();
  let keys = 0;
  const nextKey = (): string => String((keys += 1));
  for (let round = 0; round < rounds; round += 1) await killed({ data, mode, random, nextKey, acknowledged });
  await drained(data);
  return judge(data, acknowledged);
}

/** Compares the client's own list with what the store says. */
function judge(data: string, acknowledged: ReadonlySet<string>): Verdict {
  const store = openStore({ folder: join(data, 'store'), clock: new HandClock() });
  try {
    const lost: string[] = [];
    const notEndedOnce: string[] = [];
    let triedAgain = 0;
    for (const key of acknowledged) {
      const taskId = store.keyed(key)?.task_id;
      if (taskId === undefined) {
        lost.push(key);
        continue;
      }
      const events = store.eventsOf(taskId) ?? [];
      const ends = events.filter(({ type }) => /^task\.(?:succeeded|failed|timed_out|canceled)$/.test(type));
      const status = store.statusOf(taskId);
      if (ends.length !== 1 || events.at(-1) !== ends[0] || status === undefined || !isFinal(status)) notEndedOnce.push(key);
      if (events.some(({ type }) => type === 'attempt.lost')) triedAgain += 1;
    }
    expect(store.unfinished()).toEqual([]);
    // What agents did to the world, noted by themselves: no attempt twice, so an agent without retries never twice.
    const executions = readFileSync(join(data, 'executions'), 'utf8').trim().split('\n');
    const repeated = executions.length - new Set(executions).size;
    return { acknowledged: acknowledged.size, lost, notEndedOnce, triedAgain, repeated };
  } finally {
    store.close();
  }
}

test(
  `loses no acknowledged task to ${kills} kills at random moments, and ends each once`,
  async ({ annotate }) => {
    const { acknowledged, lost, notEndedOnce, triedAgain, repeated } = await sweep('late', kills, '--answer-late');
    await annotate(
      `${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost, ${notEndedOnce.length} not ended once, ${triedAgain} interrupted`,
    );
    expect({ lost, notEndedOnce, repeated }).toEqual({ lost: [], notEndedOnce: [], repeated: 0 });
    expect(acknowledged).toBeGreaterThan(kills);
    expect(triedAgain).toBeGreaterThan(0);
  },
  60_000 + kills * 2_000,
);

test('finds the loss where the answer is sent before the commit: the check itself works', async () => {
  const { lost } = await sweep('early', Math.min(kills, 12), '--answer-early');
  expect(lost.length).toBeGreaterThan(0);
}, 60_000);
