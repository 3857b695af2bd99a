import type { PartialEvent } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import {
  agentNamed,
  begun,
  endOf,
  engineWorlds,
  failing,
  partial,
  seen,
  start,
  succeeding,
  type Script,
} from '../../testdata/engine-world.ts';

const { world, fresh } = engineWorlds();

const says = (text: string): PartialEvent => partial({ type: 'log', time: 2, level: 'info', stream: 'stdout', text });
/** Says two things and goes on elsewhere: nothing here ever learns how it ended. */
const left: Script = async (_spec, { onEvent }) => {
  start(onEvent);
  onEvent(says('one'));
  return new Promise(() => undefined);
};
/** The same attempt from its beginning, and its end. */
const takenUp: Script = (_spec, { onEvent }) => {
  start(onEvent);
  for (const text of ['one', 'two']) onEvent(says(text));
  return { status: 'succeeded', output: { ok: true }, ms: 9 };
};

test.each(['crash', 'stop'] as const)('an attempt that goes on after a %s is taken up, and told once', async (end) => {
  const folder = fresh();
  const before = world({ folder, script: left, outlives: true });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await begun(before, task_id);
  await seen(before, task_id, 'log');
  if (end === 'stop') await before.engine.close();
  before.abandon();
  const after = world({ folder, script: takenUp, outlives: true });
  await after.engine.start();
  const events = await endOf(after, task_id);
  expect(after.specs).toMatchObject([{ task_id, attempt: 1 }]);
  expect(events.map((event) => (event.type === 'log' ? event.text : event.type))).toEqual([
    'task.queued',
    'attempt.started',
    'one',
    'two',
    'attempt.succeeded',
    'task.succeeded',
  ]);
});

test('what a closed engine hears of an attempt that it left is not recorded', async () => {
  const folder = fresh();
  const end = Promise.withResolvers<void>();
  const before = world({
    folder,
    outlives: true,
    script: async (_spec, { onEvent }) => {
      start(onEvent);
      await end.promise;
      return { status: 'canceled', ms: 1 };
    },
  });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'weather' });
  await begun(before, task_id);
  await before.engine.close();
  end.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(before.store.statusOf(task_id)).toBe('running');
});

test('an attempt that its runner calls lost is lost, and tried again while attempts are left', async () => {
  const script: Script = (spec, context) => {
    if (spec.attempt > 1) return succeeding(spec, context);
    return { status: 'failed', failure: { code: 'attempt_lost', message: 'gone' }, ms: 1 };
  };
  const it = world({ script, agents: [agentNamed('weather', { retry: { max_attempts: 2 } })] });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await seen(it, task_id, 'task.waiting');
  it.clock.advance(1_000);
  await endOf(it, task_id);
  expect(it.engine.get(task_id)).toMatchObject({ status: 'succeeded', attempts: [{ status: 'lost' }, { status: 'succeeded' }] });
});

test('a task for a single attempt has one, whatever its agent says', async () => {
  const it = world({ script: failing(), agents: [agentNamed('weather', { retry: { max_attempts: 3 } })] });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather', single_attempt: true });
  await endOf(it, task_id);
  expect(it.specs).toHaveLength(1);
});

test('a digest says exactly which files run', async () => {
  const [served, kept] = [agentNamed('weather', {}, 'new'), agentNamed('weather', {}, 'old')];
  const it = world({
    source: {
      find: () => ({ status: 'found', agent: served }),
      version: ({ digest }) => (digest === 'old' ? kept : undefined),
    },
  });
  await it.engine.start();
  for (const agent_digest of ['new', 'old']) {
    const { task_id } = await it.engine.submit({ agent_name: 'weather', agent_digest });
    await endOf(it, task_id);
  }
  expect(it.specs.map(({ agent }) => agent.ref.digest)).toEqual(['new', 'old']);
  await expect(it.engine.submit({ agent_name: 'weather', agent_digest: 'gone' })).rejects.toMatchObject({ code: 'code_gone' });
});
