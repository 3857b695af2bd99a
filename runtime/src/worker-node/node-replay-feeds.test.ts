import { expect, test } from 'vitest';
import { runInHarness, type HarnessRun } from './harness-process.ts';

const agent = `import { randomUUID } from 'node:crypto';
import { stamp } from 'library';
export function execute() {
  const before = new Date();
  const fed = {
    now: [Date.now(), Date.now()],
    dates: [before.toISOString(), Date().length],
    random: [Math.random(), ...Array.from({ length: 2 }, Math.random)],
    ids: [randomUUID(), crypto.randomUUID()],
    elapsed: performance.now(),
  };
  return { fed, stamp: stamp(), given: new Date(2020, 1, 1).getTime(), isDate: before instanceof Date && before.constructor === Date };
}`;

const run: HarnessRun = {
  files: {
    'main.mjs': agent,
    'node_modules/library/package.json': '{ "name": "library", "type": "module", "exports": "./index.js" }',
    'node_modules/library/index.js': 'export const stamp = () => [Math.random(), new Date().getTime() > 0, Date.now() > 0];',
  },
};

test('clock and randomness are given again to the agent, and not to its libraries', async () => {
  const recorded = await runInHarness({ ...run, record: true });
  expect(recorded.output).toMatchObject({ given: new Date(2020, 1, 1).getTime(), isDate: true });
  const { feeds } = recorded;
  expect(feeds.map(({ name }) => name)).toEqual([
    'new Date',
    'Date.now',
    'Date.now',
    'new Date',
    'Math.random',
    'Math.random',
    'Math.random',
    'crypto.randomUUID',
    'crypto.randomUUID',
    'performance.now',
  ]);
  const replayed = await runInHarness({ ...run, replay: { rule: 'exact', exchanges: [], bodies: {}, feeds } });
  expect(Reflect.get(Object(replayed.output), 'fed')).toEqual(Reflect.get(Object(recorded.output), 'fed'));
  expect(Reflect.get(Object(replayed.output), 'stamp')).not.toEqual(Reflect.get(Object(recorded.output), 'stamp'));
});

test('when what was recorded is used up, the agent gets real values', async () => {
  const replay = { rule: 'exact', exchanges: [], bodies: {}, feeds: [{ name: 'Math.random', value: 0.25 }] } as const;
  const files = { 'main.mjs': 'export const execute = () => [Math.random(), Math.random(), Date.now() > 0];' };
  const { output } = await runInHarness({ files, replay });
  expect(output).toEqual([0.25, expect.any(Number), true]);
});
