import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureRunner, agentVersion, fixtureAgent } from '../worker/fixture-runner.ts';
import { connectDap } from './dap-client.ts';
import { type Debugged, type Stop, attachDap, createDebugFixture, debugpyProblem, startWaiting } from './debug-fixture.ts';

const problem = await debugpyProblem();
const agent = fixtureAgent('debugged');
const main = join(agent.folder, 'main.py');

describe.skipIf(problem !== undefined)(`a Python agent under debugpy${problem === undefined ? '' : ` (not run: ${problem})`}`, () => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createDebugFixture();
  });
  afterAll(() => fixture.close());

  async function debug(
    input: object,
    stops: Parameters<typeof attachDap>[2],
    options?: Parameters<typeof startWaiting>[3],
  ): Promise<Debugged> {
    return attachDap(await startWaiting(fixture, agent, input, options), main, stops);
  }

  test('stops at a breakpoint, shows a local, goes on to its result; no time runs out meanwhile', async () => {
    const session = await debug({ items: [{ amount: 3 }] }, { lines: [6] }, { timeoutMs: 1 });
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'breakpoint', frames: ['price_of main.py:6', 'execute main.py:20'] });
    expect(await session.valueOf('amount', stop)).toBe('3');
    // A save makes the pool of this version let go of what is idle; what is being debugged is not.
    fixture.runner.retire(agent.ref.digest);
    await session.go(stop);
    expect(await session.stopped()).toBeUndefined();
    const { outcome, events } = await session.ended;
    expect(outcome).toMatchObject({ status: 'succeeded', output: { totals: [6], note: {} } });
    expect(events.map(({ type }) => type)).toEqual(['attempt.started', 'attempt.debug_ready']);
    expect(events[0]).toMatchObject({ warm: false, opened_for_debugger: ['descriptor', 'memory', 'processes', 'time_limit'] });
  });

  test('stops in the raising frame, without any breakpoint, by what a client is offered as default', async () => {
    const session = await debug({ items: [{}] }, { filters: ['userUnhandled'] });
    expect(session.filters).toEqual([
      { filter: 'raised', isDefault: false },
      { filter: 'userUnhandled', isDefault: true },
    ]);
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'exception', frames: ['price_of main.py:5', 'execute (Current frame) main.py:20'] });
    expect(await session.valueOf('item', stop)).toBe('{}');
    await session.go(stop);
    expect(await session.stopped()).toBeUndefined();
    expect((await session.ended).outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'exception', exception_type: 'KeyError', at: { file: 'main.py', line: 5 } },
    });
  });

  test('stops at an exception that the agent swallows, and the trace has it as ever', async () => {
    const session = await debug({ note: '{' }, { filters: ['raised'] });
    const stop = await stopOf(session);
    expect(stop).toMatchObject({ reason: 'exception', frames: ['parsed main.py:12', 'execute main.py:21'] });
    expect(await session.valueOf('text', stop)).toBe("'{'");
    await session.go(stop);
    expect(await session.stopped()).toBeUndefined();
    const { outcome, events } = await session.ended;
    expect(outcome).toMatchObject({ status: 'succeeded', output: { note: null } });
    expect(events.at(-1)).toMatchObject({ type: 'exception.caught', at: { line: 13 }, raised_at: { line: 12 } });
  });

  test('the agent sees neither the descriptor nor its number, and has no network', async () => {
    const session = await debug({ note: '{}' }, { lines: [21] });
    const stop = await stopOf(session);
    const os = "__import__('os')";
    expect(await session.valueOf(`[name for name in ${os}.environ if 'HERMES' in name or 'PYDEV' in name or 'IDE_' in name]`, stop)).toBe(
      '[]',
    );
    expect(await session.valueOf(`${os}.popen('ls /proc/self/fd').read().split()`, stop)).toBe("['0', '1', '2', '3']");
    const networks = "[line.split(':')[0].strip() for line in open('/proc/net/dev').readlines()[2:]]";
    expect(await session.valueOf(networks, stop)).toBe("['lo']");
    await session.client.ask('disconnect');
    await session.ended;
  });

  test('the agent cannot ask the editor for anything, though it speaks on the same descriptor', async () => {
    const session = await debug({ note: '{}' }, { lines: [21] });
    const stop = await stopOf(session);
    const request = JSON.stringify({ seq: 1, type: 'request', command: 'runInTerminal', arguments: { args: ['touch', '/x'], cwd: '/' } });
    const message = `b'Content-Length: ${request.length}\\r\\n\\r\\n' + ${JSON.stringify(request)}.encode()`;
    const write = `[__import__('os').write(fd, ${message}) for fd in [n for n in range(4, 64) if __import__('os').path.exists(f'/proc/self/fd/{n}')][:1]]`;
    expect(await session.valueOf(write, stop)).toMatch(/^\[\d+\]$/);
    await session.go(stop);
    expect(await session.stopped()).toBeUndefined();
    expect(session.client.asked).toEqual([]);
    expect((await session.ended).outcome.status).toBe('succeeded');
  });

  test.each(['asks to disconnect', 'breaks off'] as const)('goes on when its client %s', async (how) => {
    const session = await debug({ items: [{ amount: 1 }] }, { lines: [6] });
    await stopOf(session);
    if (how === 'breaks off') session.client.close();
    else await session.client.ask('disconnect', { terminateDebuggee: false });
    expect((await session.ended).outcome).toMatchObject({ status: 'succeeded', output: { totals: [2] } });
  });

  test.each(['terminate', 'disconnect'] as const)('is canceled when its client says %s', async (command) => {
    const session = await debug({ items: [{ amount: 1 }] }, { lines: [6] });
    await stopOf(session);
    await session.client.ask(command, { terminateDebuggee: true });
    expect((await session.ended).outcome.status).toBe('canceled');
  });

  test('has its whole time once its client has left', async () => {
    const begun = Promise.withResolvers<void>();
    const forever = fixtureAgent('forever');
    const waiting = await startWaiting(
      fixture,
      agentVersion({ ...forever.file, permissions: { network: [] } }, forever.folder),
      {},
      { timeoutMs: 200, onEvent: ({ type }) => (type === 'log' ? begun.resolve() : undefined) },
    );
    const session = await attachDap(waiting, join(forever.folder, 'main.py'), {});
    await begun.promise;
    await session.client.ask('disconnect');
    session.client.close();
    expect((await session.ended).outcome).toMatchObject({ status: 'timed_out', failure: { code: 'timeout' } });
  });

  test('fails when its client leaves before the first line', async () => {
    const waiting = await startWaiting(fixture, agent, {});
    const client = await connectDap(waiting.ready.socket);
    client.close();
    expect((await waiting.ended).outcome).toMatchObject({ status: 'failed', failure: { code: 'debugger_not_attached' } });
  });

  test('lets in one client only', async () => {
    const session = await debug({ items: [{ amount: 1 }] }, { lines: [6] });
    await expect(connectDap(session.ready.socket)).rejects.toThrow(/ENOENT|ECONNREFUSED/);
    session.client.close();
    await session.ended;
  });

  test('is gone after a cancel while it is stopped', async () => {
    const controller = new AbortController();
    const session = await debug({ items: [{ amount: 1 }] }, { lines: [6] }, { signal: controller.signal });
    await stopOf(session);
    controller.abort();
    expect((await session.ended).outcome.status).toBe('canceled');
    expect(await session.stopped()).toBeUndefined();
  });

  async function stopOf(session: Debugged): Promise<Stop> {
    const stop = await session.stopped();
    if (stop === undefined) throw new Error(`it did not stop: ${JSON.stringify((await session.ended).outcome)}`);
    return stop;
  }
});
