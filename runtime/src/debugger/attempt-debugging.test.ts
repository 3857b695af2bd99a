import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../daemon/system-clock.ts';
import type { Clock } from '../ports.ts';
import { type FixtureRunner, fixtureAgent } from '../worker/fixture-runner.ts';
import { attachMs } from './attempt-debugging.ts';
import { attachCdp } from './cdp-client.ts';
import { attachDap, createDebugFixture, debugpyProblem, startWaiting } from './debug-fixture.ts';

const problem = await debugpyProblem();
const python = fixtureAgent('debugged');
const node = fixtureAgent('debugged-node');
const input = { items: [{ amount: 3 }] };

async function stopPython(fixture: FixtureRunner): Promise<readonly [stop: readonly string[] | undefined, status: string]> {
  const session = await attachDap(await startWaiting(fixture, python, input), join(python.folder, 'main.py'), { lines: [6] });
  const stop = await session.stopped();
  if (stop) await session.go(stop);
  await session.stopped();
  return [stop?.frames, (await session.ended).outcome.status];
}

async function stopNode(fixture: FixtureRunner): Promise<readonly [stop: readonly string[] | undefined, status: string]> {
  const session = await attachCdp(await startWaiting(fixture, node, input), { file: join(node.folder, 'main.mjs'), lines: [3] });
  const stop = await session.stopped();
  if (stop) await session.go();
  await session.stopped();
  return [stop?.frames, (await session.ended).outcome.status];
}

const stoppedNode = [['priceOf main.mjs:3', 'execute main.mjs:19'], 'succeeded'];
const stoppedPython = [['price_of main.py:6', 'execute main.py:20'], 'succeeded'];

describe.each([
  ['namespaces', true, 10],
  ['job-only', false, 1],
] as const)('on the rung %s', (_rung, enabled, count) => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createDebugFixture({ agent: { sandbox: { enabled } } });
  });
  afterAll(() => fixture.close());

  test(`${count} of Python and ${count} of Node at once stop where they should`, { timeout: 180_000 }, async () => {
    const starts = Array.from({ length: count }, () => [...(problem === undefined ? [stopPython(fixture)] : []), stopNode(fixture)]);
    const expected = Array.from({ length: count }, () => [...(problem === undefined ? [stoppedPython] : []), stoppedNode]);
    expect(await Promise.all(starts.flat())).toEqual(expected.flat());
  });
});

test('an attempt to which nobody attaches fails, and says so', async () => {
  let isStarted = false;
  const after: Clock['after'] = (ms, then) => systemClock.after(isStarted && ms === attachMs ? 1 : ms, then);
  const fixture = createDebugFixture({}, { clock: { ...systemClock, after } });
  const onEvent = (): void => {
    isStarted = true;
  };
  const { outcome } = await fixture.run(node, {}, { debug: true, onEvent });
  await fixture.close();
  expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'debugger_not_attached', message: expect.stringContaining('60 s') } });
});

test('without debugpy a Python agent fails with what to do, and a shell agent has no debugger', async () => {
  const environments = mkdtempSync('/var/tmp/hermes-runtime-none-');
  const fixture = createDebugFixture({}, { environments });
  const failures = await Promise.all(
    ['debugged', 'echo-shell'].map(async (agent) => {
      const { outcome, events } = await fixture.run(agent, {}, { debug: true });
      return [outcome.status === 'failed' && outcome.failure, events] as const;
    }),
  );
  await fixture.close();
  rmSync(environments, { recursive: true, force: true });
  expect(failures).toEqual([
    [{ code: 'debugger_missing', message: expect.stringContaining('hermes-runtime debug debugged --install') }, []],
    [{ code: 'debugger_missing', message: expect.stringContaining('"echo-shell" is a shell script') }, []],
  ]);
});
