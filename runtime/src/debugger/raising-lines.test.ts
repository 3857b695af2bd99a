import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplayPlan } from '../ports.ts';
import { type FixtureRunner, fixtureAgent } from '../worker/fixture-runner.ts';
import { type CdpSession, attachCdp } from './cdp-client.ts';
import { attachDap, createDebugFixture, debugpyProblem, startWaiting } from './debug-fixture.ts';

const problem = await debugpyProblem();
/** Nothing was recorded, so whatever is asked is not in it. */
const replay: ReplayPlan = { rule: 'exact', exchanges: [], bodies: {}, feeds: [] };

let fixture: FixtureRunner;
beforeAll(() => {
  fixture = createDebugFixture();
});
afterAll(() => fixture.close());

test('a promise of a library that rejects stops where the agent waits for it, once', async () => {
  const session = await nodeSession({ text: '<', catches: true }, 'caught');
  expect(await framesAndValue(session, 'text')).toEqual(['parsed main.mjs:9', '<']);
  await session.go();
  expect(await session.stopped()).toBeUndefined();
  expect((await session.ended).outcome).toMatchObject({ status: 'succeeded' });
});

test.each(['uncaught', 'caught'] as const)(
  'a Node agent that asks for what was not recorded stops there, once, also at %s',
  async (exceptions) => {
    const session = await nodeSession({ catches: true }, exceptions, replay);
    expect(await framesAndValue(session, 'url')).toEqual(['stock main.mjs:3', 'http://shop.example/stock/9']);
    await session.go();
    expect(await session.stopped()).toBeUndefined();
    expect((await session.ended).outcome).toMatchObject({ failure: { code: 'divergence', at: { line: 3 } } });
  },
);

test.skipIf(problem !== undefined)('so does a Python agent that catches every Exception', async () => {
  const agent = fixtureAgent('asks-shop');
  const waiting = await startWaiting(fixture, agent, {}, { replay });
  const session = await attachDap(waiting, join(agent.folder, 'main.py'), { filters: ['userUnhandled'] });
  const stop = await session.stopped();
  expect(stop?.frames[0]).toBe('stock main.py:6');
  expect(stop && (await session.valueOf('url', stop))).toBe("'http://shop.example/stock/9'");
  if (stop) await session.go(stop);
  expect(await session.stopped()).toBeUndefined();
  expect((await session.ended).outcome).toMatchObject({ failure: { code: 'divergence', at: { file: 'main.py', line: 6 } } });
});

async function nodeSession(input: object, exceptions: 'uncaught' | 'caught', plan?: ReplayPlan): Promise<CdpSession> {
  return attachCdp(await startWaiting(fixture, 'asks-shop-node', input, plan && { replay: plan }), { exceptions });
}

async function framesAndValue(session: CdpSession, expression: string): Promise<readonly unknown[]> {
  const stop = await session.stopped();
  return stop === undefined ? [] : [stop.frames[0], await session.valueOf(expression, stop)];
}
