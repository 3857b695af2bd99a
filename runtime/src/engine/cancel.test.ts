import { expect, test } from 'vitest';
import {
  type Script,
  agentNamed,
  begun,
  endOf,
  engineWorlds,
  failing,
  forever,
  seen,
  start,
  succeeding,
} from '../../testdata/engine-world.ts';

const { world } = engineWorlds();

test('cancels a task that waits for a slot, without running it', async () => {
  const it = world({ script: forever, slots: 1 });
  await it.engine.start();
  const first = await it.engine.submit({ agent_name: 'weather' });
  const second = await it.engine.submit({ agent_name: 'weather' });
  expect(await it.engine.cancel(second.task_id, { by: 'cli', reason: 'changed my mind' })).toEqual({ status: 'canceled' });
  const events = await endOf(it, second.task_id);
  expect(events.at(-1)).toMatchObject({ type: 'task.canceled', by: 'cli', reason: 'changed my mind' });
  await it.engine.cancel(first.task_id);
  expect(it.specs).toHaveLength(1);
});

test('stops a running attempt and answers when it is gone', async () => {
  const it = world({ script: forever });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  expect(await it.engine.cancel(task_id)).toEqual({ status: 'canceled' });
  expect(it.engine.eventsOf(task_id).slice(-2)).toMatchObject([{ type: 'attempt.canceled', ms: 7 }, { type: 'task.canceled' }]);
  expect(it.engine.load().running).toBe(0);
});

test('cancels a task that waits for a retry, for good', async () => {
  const it = world({ agents: [agentNamed('weather', { retry: { max_attempts: 3 } })], script: failing() });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await seen(it, task_id, 'task.waiting');
  expect(await it.engine.cancel(task_id)).toEqual({ status: 'canceled' });
  it.clock.advance(3_600_000);
  expect(it.specs).toHaveLength(1);
});

test('does not try again what fails while it is being canceled', async () => {
  const script: Script = async (spec, context) => {
    await forever(spec, context);
    return { status: 'failed', failure: { code: 'killed', message: 'killed' }, ms: 1 };
  };
  const it = world({ agents: [agentNamed('weather', { retry: { max_attempts: 3 } })], script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  expect(await it.engine.cancel(task_id)).toEqual({ status: 'canceled' });
});

test('leaves a finished task as it is, and says how it ended', async () => {
  const it = world({ script: succeeding });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const events = await endOf(it, task_id);
  expect(await it.engine.cancel(task_id)).toEqual({ status: 'succeeded' });
  expect(it.engine.eventsOf(task_id)).toEqual(events);
  expect(await it.engine.cancel('nobody')).toEqual({ status: 'missing' });
});

test('ends a task once, however often and whenever it is canceled', async () => {
  const script: Script = async (_spec, { onEvent, signal }) => {
    start(onEvent);
    await new Promise((resolve) => setImmediate(resolve));
    return signal.aborted ? { status: 'canceled', ms: 1 } : { status: 'succeeded', output: {}, ms: 1 };
  };
  const it = world({ script, slots: 4 });
  await it.engine.start();
  const tasks = await Promise.all(Array.from({ length: 40 }, () => it.engine.submit({ agent_name: 'weather' })));
  const answers = await Promise.all(
    tasks.flatMap(({ task_id }) => [it.engine.cancel(task_id), it.engine.cancel(task_id), it.engine.cancel(task_id)]),
  );
  for (const [index, { task_id }] of tasks.entries()) {
    const ends = it.engine.eventsOf(task_id).filter(({ type }) => /^task\.(?:succeeded|failed|canceled|timed_out)$/.test(type));
    expect(ends).toHaveLength(1);
    for (const answer of answers.slice(index * 3, index * 3 + 3)) expect(ends[0]?.type).toBe(`task.${answer.status}`);
  }
});
