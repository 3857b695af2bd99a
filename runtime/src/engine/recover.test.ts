import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { agentNamed, begun, endOf, engineWorlds, forever, succeeding } from '../../testdata/engine-world.ts';
import { HandClock } from '../../testdata/hand-clock.ts';

const { world, fresh } = engineWorlds();

test('runs after a crash what was queued', async () => {
  const folder = fresh();
  const before = world({ folder });
  const { task_id } = await before.engine.submit({ agent_name: 'weather', input: { city: 'x' }, priority: 1 });
  before.abandon();
  const after = world({ folder });
  await after.engine.start();
  await endOf(after, task_id);
  expect(after.specs).toMatchObject([{ task_id, attempt: 1, input: { city: 'x' } }]);
});

test('calls what ran lost, and tries it again while attempts are left', async () => {
  const folder = fresh();
  const clock = new HandClock();
  const agents = [agentNamed('weather', { retry: { max_attempts: 2, initial_delay_seconds: 1 } })];
  const before = world({ folder, clock, agents, script: forever });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await begun(before, task_id);
  before.abandon();
  const after = world({ folder, clock, agents, script: succeeding });
  await after.engine.start();
  expect(after.engine.get(task_id)).toMatchObject({ status: 'waiting', attempts: [{ status: 'lost', failure: { code: 'attempt_lost' } }] });
  clock.advance(1_000);
  await endOf(after, task_id);
  expect(after.engine.get(task_id)).toMatchObject({
    status: 'succeeded',
    attempts: [{ status: 'lost' }, { attempt: 2, status: 'succeeded' }],
  });
});

test('counts an attempt that was about to begin: it may have had an effect', async () => {
  const folder = fresh();
  const began = Promise.withResolvers<void>();
  const before = world({
    folder,
    script: async (_spec, { signal }) => {
      began.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      return { status: 'canceled', ms: 1 };
    },
  });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await began.promise;
  before.abandon();
  const after = world({ folder });
  await after.engine.start();
  expect(after.specs).toHaveLength(0);
  expect(after.engine.get(task_id)).toMatchObject({
    status: 'failed',
    failure: { code: 'attempt_lost' },
    attempts: [{ attempt: 1, status: 'lost' }],
  });
});

test('fails what was lost where no attempt is left, saying why', async () => {
  const folder = fresh();
  const before = world({ folder, script: forever });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await begun(before, task_id);
  before.abandon();
  const after = world({ folder });
  await after.engine.start();
  expect(after.engine.get(task_id)).toMatchObject({ status: 'failed', failure: { code: 'attempt_lost' } });
  expect(after.specs).toHaveLength(0);
});

test('never runs other code than the task was queued for', async () => {
  const folder = fresh();
  const before = world({ folder });
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  before.abandon();
  const after = world({ folder, agents: [agentNamed('weather', {}, 'another digest')] });
  await after.engine.start();
  expect(after.engine.get(task_id)).toMatchObject({ status: 'failed', failure: { code: 'agent_gone' } });
  expect(after.specs).toHaveLength(0);
});

test('runs the kept snapshot of the version that the task was queued for', async () => {
  const folder = fresh();
  const before = world({ folder });
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  before.abandon();
  const kept = agentNamed('weather');
  const after = world({
    folder,
    source: { find: () => ({ status: 'missing', known: [] }), version: ({ digest }) => (digest === kept.ref.digest ? kept : undefined) },
  });
  await after.engine.start();
  await endOf(after, task_id);
  expect(after.specs[0]?.agent.ref.digest).toBe(kept.ref.digest);
});

test('calls what is stopped by an orderly end lost, and tries it again at the next start', async () => {
  const folder = fresh();
  const clock = new HandClock();
  const agents = [agentNamed('weather', { retry: { max_attempts: 2 } })];
  const before = world({ folder, clock, agents, script: forever });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await begun(before, task_id);
  await before.engine.close();
  expect(before.store.statusOf(task_id)).toBe('waiting');
  before.abandon();
  const after = world({ folder, clock, agents });
  await after.engine.start();
  clock.advance(60_000);
  await endOf(after, task_id);
  expect(after.specs.map(({ attempt }) => attempt)).toEqual([2]);
});

test('lets running tasks end while it drains, and begins nothing more', async () => {
  let finish: (() => void) | undefined;
  const it = world({
    slots: 1,
    script: async (spec, context) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
        void succeeding(spec, context);
      });
      return { status: 'succeeded', output: {}, ms: 1 };
    },
  });
  await it.engine.start();
  const first = await it.engine.submit({ agent_name: 'weather' });
  const second = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, first.task_id);
  const closed = it.engine.close({ drain_ms: 10_000 });
  finish?.();
  await closed;
  expect([it.store.statusOf(first.task_id), it.store.statusOf(second.task_id)]).toEqual(['succeeded', 'queued']);
});

test('fails a task whose record is damaged, and starts all the same', async () => {
  const folder = fresh();
  const before = world({ folder });
  const damaged = await before.engine.submit({ agent_name: 'weather' });
  const whole = await before.engine.submit({ agent_name: 'weather' });
  before.abandon();
  const database = new DatabaseSync(join(folder, 'store/state.db'));
  database.exec(`UPDATE events SET body = '{}' WHERE seq = ${damaged.seq}`);
  database.close();
  const after = world({ folder });
  await after.engine.start();
  await endOf(after, whole.task_id);
  expect(after.store.statusOf(damaged.task_id)).toBe('failed');
  expect(after.store.salvage(damaged.task_id)?.failure?.message).toContain('damaged');
  expect(() => after.engine.get(damaged.task_id)).toThrow(expect.objectContaining({ code: 'record_damaged' }));
  expect(after.engine.list()).toMatchObject({ tasks: [{ task_id: whole.task_id }], damaged: [damaged.task_id] });
});
