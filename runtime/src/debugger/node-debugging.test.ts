import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FixtureRunner } from '../worker/fixture-runner.ts';
import { fixtureAgent } from '../worker/fixture-runner.ts';
import { attachCdp } from './cdp-client.ts';
import { createDebugFixture, startWaiting } from './debug-fixture.ts';

const agent = fixtureAgent('debugged-node');
const file = join(agent.folder, 'main.mjs');

describe("a Node agent under Node's inspector", () => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createDebugFixture();
  });
  afterAll(() => fixture.close());

  test.each(['socket', 'port'] as const)('stops at a breakpoint, shows a local, goes on to its result, by its %s', async (by) => {
    const waiting = await startWaiting(fixture, agent, { items: [{ amount: 3 }] });
    const session = await attachCdp(waiting, { file, lines: [3] }, by);
    const stop = await session.stopped();
    if (stop === undefined) throw new Error('it did not stop');
    expect(stop.frames).toEqual(['priceOf main.mjs:3', 'execute main.mjs:19']);
    expect(await session.valueOf('amount', stop)).toBe(3);
    await session.go();
    expect(await session.stopped()).toBeUndefined();
    const { outcome, events } = await session.ended;
    expect(outcome).toMatchObject({ status: 'succeeded', output: { totals: [6], note: {} } });
    expect(events.map(({ type }) => type)).toEqual(['attempt.started', 'attempt.debug_ready', 'loop.ended']);
  });
});
