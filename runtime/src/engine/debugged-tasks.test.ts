import { expect, test } from 'vitest';
import { agentNamed, begun, endOf, engineWorlds, failing, forever, start } from '../../testdata/engine-world.ts';

const { world } = engineWorlds();

test('a debugged task takes no slot and no place of its agent, and gives none back', async () => {
  const it = world({ agents: [agentNamed('single', { concurrency: 1 })], script: forever, slots: 1 });
  await it.engine.start();
  const task = { agent_name: 'single' };
  const running = await it.engine.submit(task);
  await begun(it, running.task_id);
  const debugged = await Promise.all([1, 2, 3].map(() => it.engine.submit({ ...task, debug: true })));
  await Promise.all(debugged.map(({ task_id }) => begun(it, task_id)));
  expect(it.specs.map(({ debug }) => debug)).toEqual([undefined, true, true, true]);
  const queued = await it.engine.submit(task);
  for (const { task_id } of debugged) await it.engine.cancel(task_id);
  expect(it.engine.get(queued.task_id)?.status).toBe('queued');
  expect(it.engine.load()).toMatchObject({ queued: 1, running: 1 });
  await it.engine.cancel(running.task_id);
  await begun(it, queued.task_id);
});

test('a debugged task is tried once', async () => {
  const it = world({ agents: [agentNamed('weather', { retry: { max_attempts: 5 } })], script: failing() });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather', debug: true });
  await endOf(it, task_id);
  expect(it.engine.get(task_id)).toMatchObject({ status: 'failed', attempts: [{ status: 'failed' }] });
});

test('what a debugger ends is canceled by it', async () => {
  const it = world({
    script: (_spec, { onEvent }) => {
      start(onEvent);
      return { status: 'canceled', ms: 3 };
    },
  });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather', debug: true });
  expect((await endOf(it, task_id)).at(-1)).toMatchObject({ type: 'task.canceled', by: 'debugger' });
});
