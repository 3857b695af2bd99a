import { expect, test } from 'vitest';
import { type Script, begun, endOf, engineWorlds, forever, start } from '../../testdata/engine-world.ts';

const { world } = engineWorlds();

const minute = 60_000;

/** A runner that has lost its attempt: it never answers, whatever is asked; `answer` is when it does after all. */
function deaf(): { readonly script: Script; readonly answer: () => void } {
  const answered = Promise.withResolvers<undefined>();
  const script: Script = async (_spec, { onEvent }) => {
    start(onEvent);
    await answered.promise;
    return { status: 'succeeded', output: 'too late', ms: 1 };
  };
  return { script, answer: () => answered.resolve(undefined) };
}

test('ends a task whose runner never answers, gives its slot to the next, and drops what comes late', async () => {
  const { script, answer } = deaf();
  const it = world({ script, timeoutSeconds: 30, slots: 1 });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  it.clock.advance(minute);
  expect(it.engine.load().running).toBe(1);
  it.clock.advance(15 * minute);
  expect((await endOf(it, task_id)).slice(-2)).toMatchObject([
    { type: 'attempt.lost', failure: { code: 'attempt_lost', message: expect.stringContaining('did not answer any more') } },
    { type: 'task.failed' },
  ]);
  const given = it.log.filter((line) => line.includes('engine.attempt_given_up'));
  expect(given.map((line) => /"why":"(\w+)"/.exec(line)?.[1])).toEqual(['overdue', 'unanswered']);
  answer();
  while (!it.log.some((line) => line.includes('engine.late_result'))) await new Promise((resolve) => setImmediate(resolve));
  expect(it.engine.get(task_id)?.status).toBe('failed');
  expect(it.engine.load().running).toBe(0);
});

test('stops an attempt that goes on long after its limit', async () => {
  const it = world({ script: forever, timeoutSeconds: 30 });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  it.clock.advance(10.6 * minute);
  expect((await endOf(it, task_id)).at(-1)).toMatchObject({
    type: 'task.failed',
    failure: { code: 'attempt_lost', message: expect.stringContaining('long after its time limit') },
  });
});

test('answers a cancel also where the runner does not', async () => {
  const { script, answer } = deaf();
  const it = world({ script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  const canceled = it.engine.cancel(task_id);
  it.clock.advance(minute);
  expect(await canceled).toEqual({ status: 'canceled' });
  answer();
});

test('lets a debugged attempt take all the time that its person needs', async () => {
  const it = world({ script: forever, timeoutSeconds: 30 });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather', debug: true });
  await begun(it, task_id);
  it.clock.advance(24 * 60 * minute);
  expect(await it.engine.cancel(task_id)).toEqual({ status: 'canceled' });
});
