import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FixtureRunner } from '../worker/fixture-runner.ts';
import { fixtureAgent } from '../worker/fixture-runner.ts';
import { attachDap, createDebugFixture, debugpyProblem, startWaiting } from './debug-fixture.ts';

const problem = await debugpyProblem();
const agent = fixtureAgent('debugged');
const main = join(agent.folder, 'main.py');

describe.skipIf(problem !== undefined)(`a Python agent under debugpy${problem === undefined ? '' : ` (not run: ${problem})`}`, () => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createDebugFixture();
  });
  afterAll(() => fixture.close());

  test('stops at a breakpoint, shows a local, goes on to its result', async () => {
    const waiting = await startWaiting(fixture, agent, { items: [{ amount: 3 }] });
    const session = await attachDap(waiting, main, { lines: [6] });
    const stop = await session.stopped();
    if (stop === undefined) throw new Error('it did not stop');
    expect(stop).toMatchObject({ reason: 'breakpoint', frames: ['price_of main.py:6', 'execute main.py:20'] });
    expect(await session.valueOf('amount', stop)).toBe('3');
    await session.go(stop);
    expect(await session.stopped()).toBeUndefined();
    const { outcome, events } = await session.ended;
    expect(outcome).toMatchObject({ status: 'succeeded', output: { totals: [6], note: {} } });
    expect(events.map(({ type }) => type)).toEqual(['attempt.started', 'attempt.debug_ready']);
  });
});
