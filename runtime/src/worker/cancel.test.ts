import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartialEvent } from '@hermes-runtime/schemas';
import { type ProcessId, descendantsOf, isAlive, readProcess } from '../sandbox/process-table.ts';
import { type FixtureRun, type FixtureRunner, createFixtureRunner, linesOf } from './fixture-runner.ts';
import { processesNaming } from './host-processes.ts';

describe.each([
  ['namespaces', true],
  ['job-only', false],
] as const)('on the rung %s', (_rung, enabled) => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createFixtureRunner({ agent: { sandbox: { enabled } } });
  });
  afterAll(() => fixture.close());

  /** Cancels when the agent says that it has started. Answers the processes that it had at that moment. */
  async function cancelWhenStarted(agent: string, input: object = {}): Promise<{ run: FixtureRun; processes: ProcessId[]; ms: number }> {
    const controller = new AbortController();
    let processes: ProcessId[] = [];
    let worker = 0;
    let canceledAt = 0;
    const onEvent = (event: PartialEvent & { readonly pid?: number; readonly text?: string }): void => {
      worker = event.pid ?? worker;
      if (event.text !== 'started') return;
      processes = descendantsOf(worker).flatMap((pid) => readProcess(pid) ?? []);
      canceledAt = performance.now();
      controller.abort();
    };
    const run = await fixture.run(agent, input, { signal: controller.signal, onEvent });
    return { run, processes, ms: performance.now() - canceledAt };
  }

  test.each(['forks', 'forks-node', 'forks-shell'])(
    'a cancel of %s leaves no child, grandchild or daemon, 20 times of 20',
    { timeout: 120_000 },
    async (agent) => {
      for (let round = 0; round < 20; round += 1) {
        const token = `token-${randomUUID()}`;
        const { run, processes } = await cancelWhenStarted(agent, { token });
        expect(run.outcome.status).toBe('canceled');
        expect(processes.length).toBeGreaterThan(1);
        expect(processesNaming(token)).toEqual([]);
        // The zygote of Python may live on; what it forked may not.
        expect(processes.filter((id) => isAlive(id)).length).toBeLessThanOrEqual(agent === 'forks' ? 5 : 0);
      }
    },
  );

  test.each(['ignores-signals', 'ignores-sigterm-shell'])('%s is gone half a second after the request to stop', async (agent) => {
    const { run, processes, ms } = await cancelWhenStarted(agent);
    expect(run.outcome.status).toBe('canceled');
    expect(processes.filter((id) => isAlive(id))).toEqual([]);
    expect(ms).toBeGreaterThan(450);
  });

  test('an agent can clean up when it is asked to stop, and what it prints is seen', async () => {
    const { run } = await cancelWhenStarted('cleans-up');
    expect(run.outcome.status).toBe('canceled');
    expect(linesOf(run, 'stdout')).toEqual(['started', 'cleaned up']);
  });

  test.each(['forever', 'forever-node', 'forever-shell'])('%s is stopped by its timeout', async (agent) => {
    const { outcome } = await fixture.run(agent, {}, { timeoutMs: 300 });
    expect(outcome).toMatchObject({ status: 'timed_out', failure: { code: 'timeout', message: expect.stringContaining('0.3 s') } });
    expect(outcome.ms).toBeGreaterThan(299);
  });

  test('a daemon that an agent leaves when it returns does not outlive it', async () => {
    const token = `token-${randomUUID()}`;
    const { outcome } = await fixture.run('forks', { token, return: true });
    expect(outcome).toMatchObject({ status: 'succeeded', output: { left: 'daemons' } });
    expect(processesNaming(token)).toEqual([]);
  });

  test('an attempt that is canceled before it starts never starts', async () => {
    const { outcome, events } = await fixture.run('forever', {}, { signal: AbortSignal.abort() });
    expect(outcome).toEqual({ status: 'canceled', ms: 0 });
    expect(events).toEqual([]);
  });
});
