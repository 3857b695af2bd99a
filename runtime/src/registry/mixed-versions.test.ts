import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { afterEach, expect, test } from 'vitest';
import { writeFiles } from '../../testdata/api-world.ts';
import { systemClock } from '../daemon/system-clock.ts';
import { createEngine } from '../engine/create-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { createEnvironments } from '../environment/find-environments.ts';
import { silentLog } from '../logging/log.ts';
import type { AgentVersion, AttemptRunner } from '../ports.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { openVault } from '../secrets/vault.ts';
import { openStore } from '../store/store.ts';
import { createAttemptRunner } from '../worker/create-attempt-runner.ts';
import { Registry } from './registry.ts';

const saves = 200;

/** The files of one save; every one of them carries its number. The helper is read late, when the next save may be there. */
function filesOf(version: number): Readonly<Record<string, string>> {
  return {
    'agent.yaml': `name: mixed\nversion: 1.0.${version}\nruntime: { type: python, entrypoint: main.py }\n`,
    'main.py': `import time\n\nMAIN = ${version}\n\n\ndef execute(input_data):\n    time.sleep(0.01)\n    import helper\n    return {"main": MAIN, "helper": helper.HELPER}\n`,
    'helper.py': `HELPER = ${version}\n`,
  };
}

/** Saves in a process of its own, as an editor would, with pauses of 5 to 45 ms from a fixed row of numbers. */
const saver = `
const { writeFileSync } = require('node:fs');
const [folder, all] = process.argv.slice(1);
const versions = JSON.parse(all);
let seed = 7;
const next = () => {
  const files = versions.shift();
  if (!files) return;
  for (const [name, text] of Object.entries(files)) writeFileSync(folder + '/' + name, text);
  seed = (seed * 1103515245 + 12345) % 2147483648;
  setTimeout(next, 5 + (seed % 40));
};
next();`;

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Runs tasks without a pause while files are saved; answers what each of the succeeded ones was made of. */
async function runWhileSaving(wrap: (runner: AttemptRunner) => AttemptRunner): Promise<readonly (readonly [number, number, number])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-mixed-'));
  const agent = join(folder, 'agents/mixed');
  mkdirSync(agent, { recursive: true });
  writeFiles(agent, filesOf(0));
  const sandbox = createSandbox({ config: {}, folder: join(folder, 'sandbox'), clock: systemClock, log: silentLog });
  const runner = wrap(
    createAttemptRunner({
      config: {},
      hostsFolder: join(import.meta.dirname, '../../hosts'),
      sandbox,
      environments: createEnvironments({ folder: join(folder, 'environments') }),
      clock: systemClock,
      log: silentLog,
    }),
  );
  const store = openStore({ folder: join(folder, 'store'), clock: systemClock });
  const registry = new Registry({
    runner,
    snapshots: join(folder, 'snapshots'),
    clock: systemClock,
    log: silentLog,
    allowedRuntimes: ['python'],
    hotReload: true,
    record: () => undefined,
  });
  const engine = createEngine({
    store,
    runner,
    agents: registry,
    clock: systemClock,
    log: silentLog,
    vault: openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'key') }),
    secrets: { valueOf: () => undefined },
    contract: { compileValueSchema, secretFieldsOf },
  });
  cleanups.push(async () => {
    await engine.close();
    await registry.close();
    await runner.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await engine.start();
  registry.addRoot(join(folder, 'agents'));
  await registry.settled();
  const all = JSON.stringify(Array.from({ length: saves }, (_, i) => filesOf(i + 1)));
  const editor = spawn(process.execPath, ['-e', saver, agent, all], { stdio: 'inherit' });
  const saved = new AbortController();
  editor.on('exit', () => saved.abort());
  const made: (readonly [number, number, number])[] = [];
  const work = async (before: () => Promise<void>): Promise<void> => {
    while (!saved.signal.aborted) {
      await before();
      const parts = await partsOf(engine);
      if (parts) made.push(parts);
    }
  };
  // One asks for what was saved last, as a person does; the other takes what serves.
  await Promise.all([work(() => registry.fresh('mixed')), work(() => Promise.resolve())]);
  return made;
}

async function partsOf(engine: Engine): Promise<readonly [number, number, number] | undefined> {
  const { task_id } = await engine.submit({ agent_name: 'mixed' });
  const events = engine.subscribe(0, { task_id })[Symbol.asyncIterator]();
  while ((await events.next()).done !== true);
  const task = engine.get(task_id);
  if (task?.status !== 'succeeded') return undefined;
  const { main, helper } = task.output as { main: number; helper: number };
  return [Number(task.agent_version.split('.')[2]), main, helper];
}

function mixedIn(made: readonly (readonly [number, number, number])[]): readonly (readonly number[])[] {
  return made.filter(([version, main, helper]) => version !== main || main !== helper);
}

test('no task mixes two versions while files are saved 200 times', { timeout: 60_000 }, async () => {
  const made = await runWhileSaving((runner) => runner);
  expect(mixedIn(made)).toEqual([]);
  expect(made.length).toBeGreaterThan(3);
  // Not one old version all the time: the saves did reach the tasks.
  expect(new Set(made.map(([version]) => version)).size).toBeGreaterThan(1);
});

test('the same tasks do mix versions when they run in the folder that is saved to', { timeout: 60_000 }, async () => {
  const live = (agent: AgentVersion): AgentVersion => ({ ...agent, snapshot: agent.folder });
  const made = await runWhileSaving((runner) => ({
    ...runner,
    load: (agent) => runner.load(live(agent)),
    run: (attempt, context) => runner.run({ ...attempt, agent: live(attempt.agent) }, context),
  }));
  expect(mixedIn(made)).not.toEqual([]);
});
