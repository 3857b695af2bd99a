import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureRunner, createFixtureRunner, fixtureAgent, linesOf } from './fixture-runner.ts';

describe.each([
  ['namespaces', true],
  ['job-only', false],
] as const)('on the rung %s', (rung, enabled) => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createFixtureRunner({ agent: { sandbox: { enabled } } });
  });
  afterAll(() => fixture.close());

  async function check(agent: string, input: unknown, expected: object): Promise<void> {
    const { outcome, events } = await fixture.run(agent, input);
    expect(outcome).toMatchObject(expected);
    expect(events[0]).toMatchObject({ type: 'attempt.started', rung });
  }

  const failed = (failure: object): object => ({ status: 'failed', failure });

  test.each(['echo-python', 'echo-node', 'echo-shell'])('%s gives back what it was given, Chinese text too', async (agent) => {
    const input = { city: '北京', nested: [1, null, { deep: '✓' }] };
    await check(agent, input, { status: 'succeeded', output: { got: input } });
  });

  test('a second task on a warm worker succeeds as well', async () => {
    await check('echo-python', { n: 1 }, { status: 'succeeded', output: { got: { n: 1 } } });
    await check('echo-python', { n: 2 }, { status: 'succeeded', output: { got: { n: 2 } } });
  });

  test('a thrown exception names type, file, line and traceback in the author’s folder', async () => {
    const { outcome } = await fixture.run('crash', { how: 'throw' });
    expect(outcome).toMatchObject(failed({ code: 'exception', exception_type: 'KeyError', at: { file: 'main.py', line: 17 } }));
    expect(outcome.status === 'failed' && outcome.failure.traceback).toContain('testdata/agents/crash/main.py");'.slice(0, -3));
    await check(
      'crash-node',
      { how: 'throw' },
      failed({ code: 'exception', exception_type: 'TypeError', at: { file: 'main.mjs', line: 2 } }),
    );
  });

  test('a process that ends by itself with 0 gave no result', async () => {
    await check('crash', { how: 'exit', code: 0 }, failed({ code: 'no_result' }));
    await check('crash-node', { how: '0' }, failed({ code: 'no_result' }));
  });

  test('an exit code is told', async () => {
    await check('crash', { how: 'exit', code: 3 }, failed({ code: 'exit_code', exit_code: 3 }));
    await check('crash-node', { how: '3' }, failed({ code: 'exit_code', exit_code: 3 }));
    await check('crash-shell', {}, failed({ code: 'exit_code', exit_code: 3, message: expect.stringContaining('about to fail') }));
  });

  test('a signal is told by its name', async () => {
    await check('crash', { how: 'signal', name: 'SIGKILL' }, failed({ code: 'killed', signal: 'SIGKILL' }));
    await check('crash', { how: 'segfault' }, failed({ code: 'killed', signal: 'SIGSEGV' }));
    await check('crash-node', { how: 'abort' }, failed({ code: 'killed', signal: 'SIGABRT' }));
    await check('crash-node', { how: 'kill' }, failed({ code: 'killed', signal: 'SIGKILL' }));
  });

  test.each(['oom', 'oom-node', 'oom-children'])('too much memory is told as that: %s', async (agent) => {
    await check(agent, {}, failed({ code: 'memory_exceeded' }));
  });

  test('endless printing is stopped at its limit', async () => {
    const run = await fixture.run('noisy');
    expect(run.outcome).toMatchObject(failed({ code: 'output_exceeded' }));
    const printed = linesOf(run, 'stdout').reduce<number>((sum, line) => sum + String(line).length + 1, 0);
    expect(printed).toBeLessThan(2 * 0.1 * 1024 * 1024);
  });

  test.each([
    ['nan', 'not_json', '/reading/value'],
    ['bytes', 'not_json', '/image'],
    ['large', 'result_too_large', '/body'],
  ])('a result with %s fails as %s and names the key', async (kind, code, path) => {
    await check('bad-output', { kind }, failed({ code, path }));
  });

  test('a result that is nested too deep fails and names the way down', async () => {
    await check('bad-output', { kind: 'deep' }, failed({ code: 'result_too_deep', path: expect.stringContaining('/next/next') }));
  });

  test.each(['other-task', 'oversized', 'not-json', 'ready-again'])(
    'a forged frame (%s) ends the worker, and the next task has another',
    async (kind) => {
      await check('forges-frames', { kind }, failed({ code: 'killed', message: expect.stringContaining('Descriptor 3') }));
      await check('forges-frames', { kind: 'none' }, { status: 'succeeded', output: { honest: true } });
    },
  );

  test('everything printed is there before the outcome, in lines, whoever printed it', async () => {
    const run = await fixture.run('prints-then-fails');
    expect(run.outcome).toMatchObject(failed({ code: 'exception', exception_type: 'ValueError' }));
    expect(linesOf(run, 'stdout')).toEqual(['from print', 'from a descriptor', 'from a program']);
    expect(linesOf(run, 'stderr')).toEqual(['from its errors', 'no line end']);
  });

  test('a failing import is rejected with its own type, file and line', async () => {
    const outcome = await fixture.load(fixtureAgent('broken-import'));
    expect(outcome).toMatchObject({
      status: 'rejected',
      failure: { code: 'import_error', exception_type: 'RuntimeError', message: 'no key: "city"', at: { file: 'main.py', line: 3 } },
    });
  });

  test('a slow import is waited for, and a second call for the same version shares it', async () => {
    const agent = fixtureAgent('slow-start');
    const [first, second] = [fixture.load(agent), fixture.load(agent)];
    expect(await Promise.all([first, second])).toEqual([{ status: 'loaded' }, { status: 'loaded' }]);
    await check('slow-start', {}, { status: 'succeeded', output: { late: true } });
  });

  test('a task does not find what an earlier task left in the scratch folder', async () => {
    await check('writes-scratch', {}, { status: 'succeeded', output: { before: false } });
    await check('writes-scratch', {}, { status: 'succeeded', output: { before: false } });
  });
});
