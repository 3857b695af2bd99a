import { join } from 'node:path';
import type { PartialEvent } from '@hermes-runtime/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureRunner, agentVersion, fixtureAgent } from '../worker/fixture-runner.ts';
import { type CdpSession, addressOf, attachCdp, connectCdp } from './cdp-client.ts';
import { type Stop, createDebugFixture, startWaiting } from './debug-fixture.ts';

const agent = fixtureAgent('debugged-node');
const file = join(agent.folder, 'main.mjs');

describe("a Node agent under Node's inspector", () => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createDebugFixture();
  });
  afterAll(() => fixture.close());

  async function debug(
    input: object,
    stops: Parameters<typeof attachCdp>[1],
    options?: Parameters<typeof startWaiting>[3],
  ): Promise<CdpSession> {
    return attachCdp(await startWaiting(fixture, agent, input, options), stops);
  }

  test.each(['socket', 'port'] as const)(
    'stops at a breakpoint, shows a local, goes on to its result, by its %s; no time runs out meanwhile',
    async (by) => {
      const waiting = await startWaiting(fixture, agent, { items: [{ amount: 3 }] }, { timeoutMs: 1 });
      const session = await attachCdp(waiting, { file, lines: [3] }, by);
      const stop = await stopOf(session);
      expect(stop.frames).toEqual(['priceOf main.mjs:3', 'execute main.mjs:19']);
      expect(await session.valueOf('amount', stop)).toBe(3);
      await session.go();
      expect(await session.stopped()).toBeUndefined();
      const { outcome, events } = await session.ended;
      expect(outcome).toMatchObject({ status: 'succeeded', output: { totals: [6], note: {} } });
      expect(events.map(({ type }) => type)).toEqual(['attempt.started', 'attempt.debug_ready', 'loop.ended']);
      expect(events[0]).toMatchObject({ warm: false, network: 'none', not_enforced: [] });
    },
  );

  test('stops in the raising frame of a rejected promise, without any breakpoint', async () => {
    const session = await debug({ items: [{}] }, { exceptions: 'uncaught' });
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'promiseRejection', frames: ['priceOf main.mjs:3', 'execute main.mjs:19'] });
    expect(await session.valueOf('JSON.stringify(item)', stop)).toBe('{}');
    await session.go();
    expect(await session.stopped()).toBeUndefined();
    expect((await session.ended).outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'exception', exception_type: 'TypeError', at: { file: 'main.mjs', line: 3 } },
    });
  });

  test('stops there too for a client that asks for no exception at all, as an editor does', async () => {
    const session = await debug({ items: [{}] }, {});
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'other', frames: ['priceOf main.mjs:3', 'execute main.mjs:19'] });
    await session.go();
    expect((await session.ended).outcome).toMatchObject({ status: 'failed', failure: { at: { line: 3 } } });
  });

  test('stops where execute throws at once, and shows no frame of the harness', async () => {
    const session = await debug({ items: null, note: Symbol.iterator.toString() }, { exceptions: 'all' });
    const stop = await stopOf(session);
    expect(stop.frames).toEqual(['parsed main.mjs:9', 'execute main.mjs:21']);
    await session.go();
    expect(await session.stopped()).toBeUndefined();
    expect((await session.ended).outcome).toMatchObject({ status: 'succeeded', output: { note: null } });
  });

  test('stops at an exception that the agent swallows', async () => {
    const session = await debug({ note: '{' }, { exceptions: 'caught' });
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'exception', frames: ['parsed main.mjs:9', 'execute main.mjs:21'] });
    expect(await session.valueOf('text', stop)).toBe('{');
    await session.go();
    expect(await session.stopped()).toBeUndefined();
    expect((await session.ended).outcome).toMatchObject({ status: 'succeeded', output: { note: null } });
  });

  test('the agent does not see the descriptor, and a client does not see the thread that carries its messages', async () => {
    const session = await debug({}, { file, lines: [21] });
    await session.ask('NodeWorker.enable', { waitForDebuggerOnStart: true });
    const stop = await stopOf(session);
    expect(await session.valueOf("Object.keys(process.env).filter((name) => name.startsWith('HERMES')).join()", stop)).toBe('');
    const listed = "process.getBuiltinModule('node:child_process').execFileSync('ls', ['/proc/self/fd']).toString()";
    // Above stand those of whoever started the test, each replaced by the null device.
    expect(await session.valueOf(`${listed}.trim().split('\\n').filter((fd) => fd > 3 && fd < 20).join()`, stop)).toBe('');
    expect(session.heard()).not.toContain('NodeWorker.attachedToWorker');
    session.close();
    await session.ended;
  });

  test('goes on when its client breaks off', async () => {
    const session = await debug({ items: [{ amount: 1 }] }, { file, lines: [3] });
    await stopOf(session);
    session.close();
    expect((await session.ended).outcome).toMatchObject({ status: 'succeeded', output: { totals: [2] } });
  });

  test('has its whole time once its client has left', async () => {
    const forever = fixtureAgent('forever-node');
    const offline = agentVersion({ ...forever.file, permissions: { network: [] } }, forever.folder);
    const begun = Promise.withResolvers<void>();
    const onEvent = ({ type }: PartialEvent): void => (type === 'log' ? begun.resolve() : undefined);
    const session = await attachCdp(await startWaiting(fixture, offline, {}, { timeoutMs: 200, onEvent }), {});
    await begun.promise;
    session.close();
    expect((await session.ended).outcome).toMatchObject({ status: 'timed_out', failure: { code: 'timeout' } });
  });

  test('fails when its client leaves before the first line; a wrong path and a second client are refused', async () => {
    const waiting = await startWaiting(fixture, agent, {});
    const { port } = new URL(waiting.ready.websocket ?? '');
    await expect(connectCdp(`ws://127.0.0.1:${port}/`)).rejects.toThrow('404');
    expect((await fetch(`http://127.0.0.1:${port}/json/list`)).status).toBe(404);
    const client = await connectCdp(addressOf(waiting, 'port'));
    await expect(connectCdp(addressOf(waiting, 'port'))).rejects.toThrow(/ECONNREFUSED|404|socket hang up/);
    await expect(connectCdp(addressOf(waiting, 'socket'))).rejects.toThrow(/ENOENT|ECONNREFUSED|404/);
    client.terminate();
    expect((await waiting.ended).outcome).toMatchObject({ status: 'failed', failure: { code: 'debugger_not_attached' } });
  });

  test('is gone after a cancel while it is stopped', async () => {
    const controller = new AbortController();
    const session = await debug({ items: [{ amount: 1 }] }, { file, lines: [3] }, { signal: controller.signal });
    await stopOf(session);
    controller.abort();
    expect((await session.ended).outcome.status).toBe('canceled');
    expect(await session.stopped()).toBeUndefined();
  });

  test('says why it cannot be loaded', async () => {
    const broken = agentVersion({ ...agent.file, runtime: { type: 'nodejs', entrypoint: 'gone.mjs' } }, agent.folder);
    const session = await attachCdp(await startWaiting(fixture, { ...broken, ref: { ...broken.ref, digest: 'gone' } }, {}), {});
    expect((await session.ended).outcome).toMatchObject({ status: 'failed', failure: { code: 'import_error' } });
  });

  async function stopOf(session: CdpSession): Promise<Stop> {
    const stop = await session.stopped();
    if (stop === undefined) throw new Error(`it did not stop: ${JSON.stringify((await session.ended).outcome)}`);
    return stop;
  }
});
