import { expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { type Script, agentNamed, endOf, engineWorlds, failing, seen, start, succeeding } from '../../testdata/engine-world.ts';

const { world, fresh } = engineWorlds();

const retry = { max_attempts: 3, initial_delay_seconds: 10, backoff: 2 };

/** Fails until the given attempt. */
function succeedsAt(attempt: number): Script {
  return (spec, context) => (spec.attempt < attempt ? failing(`attempt ${spec.attempt}`)(spec, context) : succeeding(spec, context));
}

test('tries again after the delay, not before', async () => {
  const it = world({ agents: [agentNamed('weather', { retry })], script: succeedsAt(3) });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await seen(it, task_id, 'task.waiting');
  expect(it.engine.get(task_id)?.status).toBe('waiting');
  expect(it.engine.load()).toMatchObject({ waiting: 1, running: 0 });
  it.clock.advance(9_999);
  expect(it.specs).toHaveLength(1);
  it.clock.advance(1);
  await seen(it, task_id, 'task.resumed');
  while (it.engine.get(task_id)?.status !== 'waiting') await new Promise((resolve) => setImmediate(resolve));
  it.clock.advance(20_000);
  const events = await endOf(it, task_id);
  expect(events.map(({ type }) => type)).toEqual([
    'task.queued',
    'attempt.started',
    'attempt.failed',
    'attempt.retry_scheduled',
    'task.waiting',
    'task.resumed',
    'attempt.started',
    'attempt.failed',
    'attempt.retry_scheduled',
    'task.waiting',
    'task.resumed',
    'attempt.started',
    'attempt.succeeded',
    'task.succeeded',
  ]);
  expect(it.engine.get(task_id)).toMatchObject({
    status: 'succeeded',
    attempts: [{ status: 'failed' }, { status: 'failed' }, { status: 'succeeded' }],
  });
  expect(events.at(-1)).toMatchObject({ ms: 30_000 });
});

test('ends with the last failure when no attempt is left', async () => {
  const it = world({ agents: [agentNamed('weather', { retry: { ...retry, max_attempts: 2 } })], script: succeedsAt(9) });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await seen(it, task_id, 'task.waiting');
  it.clock.advance(10_000);
  await endOf(it, task_id);
  expect(it.engine.get(task_id)).toMatchObject({ status: 'failed', failure: { code: 'exception', message: 'attempt 2' } });
});

test('ends a task that timed out as timed out', async () => {
  const script: Script = (_spec, { onEvent }) => {
    start(onEvent);
    return { status: 'timed_out', failure: { code: 'timeout', message: 'took longer than 30 s' }, ms: 30_000 };
  };
  const it = world({ script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const events = await endOf(it, task_id);
  expect(events.slice(-2).map(({ type }) => type)).toEqual(['attempt.timed_out', 'task.timed_out']);
});

test('goes on waiting for a retry after a restart, for what was left', async () => {
  const folder = fresh();
  const clock = new HandClock();
  const agents = [agentNamed('weather', { retry })];
  const before = world({ folder, clock, agents, script: succeedsAt(2) });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await seen(before, task_id, 'task.waiting');
  before.abandon();
  clock.advance(4_000);
  const after = world({ folder, clock, agents, script: succeedsAt(2) });
  await after.engine.start();
  clock.advance(5_999);
  expect(after.specs).toHaveLength(0);
  clock.advance(1);
  await endOf(after, task_id);
  expect(after.specs.map(({ attempt }) => attempt)).toEqual([2]);
});

test.each([
  ['back by a day', -86_400_000],
  ['forward by an hour', 3_600_000],
])('is not moved by a wall clock that is set %s while it waits', async (_name, by) => {
  const it = world({ agents: [agentNamed('weather', { retry })], script: succeedsAt(2) });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await seen(it, task_id, 'task.waiting');
  it.clock.setWall(it.clock.now() + by);
  it.clock.advance(9_999);
  expect(it.specs).toHaveLength(1);
  it.clock.advance(1);
  const events = await endOf(it, task_id);
  const last = events.at(-1);
  expect(last).toMatchObject({ type: 'task.succeeded', ms: 10_000 });
  expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).toSorted((a, b) => a - b));
});

test.each([
  ['back by a day', -86_400_000, 10_000],
  ['forward by a day', 86_400_000, 0],
])('waits at most the whole delay where the clock was set %s while nothing ran', async (_name, by, left) => {
  const folder = fresh();
  const clock = new HandClock();
  const agents = [agentNamed('weather', { retry })];
  const before = world({ folder, clock, agents, script: succeedsAt(2) });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await seen(before, task_id, 'task.waiting');
  before.abandon();
  clock.setWall(clock.now() + by);
  const after = world({ folder, clock, agents, script: succeedsAt(2) });
  await after.engine.start();
  clock.advance(left);
  const events = await endOf(after, task_id);
  const end = events.at(-1);
  expect(end?.type === 'task.succeeded' && end.ms).toBeGreaterThanOrEqual(0);
});
