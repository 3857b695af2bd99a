import { expect, test } from 'vitest';
import {
  type Script,
  agentNamed,
  begun,
  endOf,
  engineWorlds,
  failing,
  forever,
  start,
  succeeding,
  partial,
} from '../../testdata/engine-world.ts';

const { world } = engineWorlds();

test('runs a task and ends it with its output', async () => {
  const it = world();
  await it.engine.start();
  const { task_id, status, created } = await it.engine.submit({ agent_name: 'weather', input: { city: '北京' }, source: 'cli' });
  expect([status, created]).toEqual(['queued', true]);
  const events = await endOf(it, task_id);
  expect(events.map(({ type }) => type)).toEqual(['task.queued', 'attempt.started', 'attempt.succeeded', 'task.succeeded']);
  expect(it.engine.get(task_id)).toMatchObject({
    status: 'succeeded',
    output: { ok: true },
    input: { city: '北京' },
    source: 'cli',
    agent_name: 'weather',
  });
  expect(it.specs[0]).toMatchObject({ task_id, attempt: 1, input: { city: '北京' }, timeout_ms: 30_000, trace: 'calls', secrets: [] });
});

test('stores prints before the end, and the task ends last', async () => {
  const script: Script = (_spec, { onEvent }) => {
    start(onEvent);
    for (let index = 0; index < 100; index += 1)
      onEvent(partial({ type: 'log', time: 2, level: 'info', stream: 'stdout', text: `${index}` }));
    return { status: 'succeeded', output: {}, ms: 1 };
  };
  const it = world({ script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const events = await endOf(it, task_id);
  expect(events).toHaveLength(104);
  expect(events.at(-1)?.type).toBe('task.succeeded');
  expect(events.flatMap((event) => (event.type === 'log' ? [event.text] : []))).toEqual(
    Array.from({ length: 100 }, (_, index) => String(index)),
  );
});

test('fails a task whose output does not fit the schema, naming the place', async () => {
  const output_schema = { type: 'object', properties: { temperature: { type: 'number' } } };
  const script: Script = (_spec, { onEvent }) => {
    start(onEvent);
    return { status: 'succeeded', output: { temperature: 'warm' }, ms: 1 };
  };
  const it = world({ agents: [agentNamed('weather', { output_schema, retry: { max_attempts: 5 } })], script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  await endOf(it, task_id);
  const task = it.engine.get(task_id);
  expect(task?.failure).toMatchObject({ code: 'output_mismatch', path: '/temperature' });
  expect(task?.attempts).toHaveLength(1);
});

test('gives defaults to the agent and records what was sent', async () => {
  const input_schema = { type: 'object', properties: { city: { type: 'string' }, days: { type: 'integer', default: 3 } } };
  const it = world({ agents: [agentNamed('weather', { input_schema })] });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather', input: { city: 'x' } });
  await endOf(it, task_id);
  expect(it.specs[0]?.input).toEqual({ city: 'x', days: 3 });
  expect(it.engine.get(task_id)?.input).toEqual({ city: 'x' });
});

test('gives an attempt the smaller of the two time limits', async () => {
  const it = world({
    agents: [agentNamed('quick', { timeout_seconds: 2 }), agentNamed('slow', { timeout_seconds: 900 })],
    timeoutSeconds: 60,
  });
  await it.engine.start();
  for (const agent_name of ['quick', 'slow']) await endOf(it, (await it.engine.submit({ agent_name })).task_id);
  expect(it.specs.map(({ timeout_ms }) => timeout_ms)).toEqual([2_000, 60_000]);
});

test('takes tasks before it was started, and runs them then', async () => {
  const it = world();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  expect(it.engine.get(task_id)?.status).toBe('queued');
  await it.engine.start();
  await endOf(it, task_id);
  expect(it.engine.get(task_id)?.status).toBe('succeeded');
});

test('turns a runner that throws into a failure that says so, and goes on', async () => {
  let calls = 0;
  const script: Script = (spec, context) => {
    calls += 1;
    if (calls === 1) throw new TypeError('no such thing');
    return succeeding(spec, context);
  };
  const it = world({ script });
  await it.engine.start();
  const first = await it.engine.submit({ agent_name: 'weather' });
  await endOf(it, first.task_id);
  expect(it.engine.get(first.task_id)?.failure).toMatchObject({ code: 'internal', message: expect.stringContaining('no such thing') });
  const second = await it.engine.submit({ agent_name: 'weather' });
  await endOf(it, second.task_id);
  expect(it.engine.get(second.task_id)?.status).toBe('succeeded');
});

test('refuses events that an attempt has no right to, and malformed ones', async () => {
  const script: Script = (_spec, { onEvent }) => {
    onEvent(partial({ type: 'log', time: 1, level: 'info', stream: 'stdout', text: 'before the start' }));
    start(onEvent);
    onEvent(partial({ type: 'task.succeeded', time: 1, output: 'forged', ms: 1 }));
    onEvent(partial({ type: 'attempt.failed', time: 1, failure: {}, ms: 1 }));
    onEvent(partial({ type: 'log', time: 1, level: 'shout', stream: 'stdout', text: 'x' }));
    start(onEvent);
    return { status: 'succeeded', output: {}, ms: 1 };
  };
  const it = world({ script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const events = await endOf(it, task_id);
  expect(events.map(({ type }) => type)).toEqual(['task.queued', 'attempt.started', 'attempt.succeeded', 'task.succeeded']);
  expect(it.log.filter((line) => line.includes('engine.refused_event'))).toHaveLength(5);
});

test('drops and logs what an attempt says after its end', async () => {
  let say: (() => void) | undefined;
  const script: Script = (_spec, { onEvent }) => {
    start(onEvent);
    say = () => onEvent(partial({ type: 'log', time: 9, level: 'info', stream: 'stdout', text: 'late' }));
    return { status: 'succeeded', output: {}, ms: 1 };
  };
  const it = world({ script });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  const before = await endOf(it, task_id);
  say?.();
  it.clock.advance(1_000);
  expect(it.engine.eventsOf(task_id)).toHaveLength(before.length);
  expect(it.log.some((line) => line.includes('engine.late_event'))).toBe(true);
});

test('never has more running than it has slots, nor more of an agent than it allows', async () => {
  let running = 0;
  const most = { all: 0, single: 0 };
  const perAgent = new Map<string, number>();
  const script: Script = async ({ agent }, { onEvent }) => {
    const { name } = agent.ref;
    running += 1;
    perAgent.set(name, (perAgent.get(name) ?? 0) + 1);
    most.all = Math.max(most.all, running);
    most.single = Math.max(most.single, perAgent.get('single') ?? 0);
    start(onEvent);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    perAgent.set(name, (perAgent.get(name) ?? 0) - 1);
    return { status: 'succeeded', output: {}, ms: 1 };
  };
  const it = world({ agents: [agentNamed('single', { concurrency: 1 }), agentNamed('many')], script, slots: 3 });
  await it.engine.start();
  const tasks = await Promise.all(
    Array.from({ length: 30 }, (_, index) => it.engine.submit({ agent_name: index % 2 ? 'single' : 'many' })),
  );
  await Promise.all(tasks.map(({ task_id }) => endOf(it, task_id)));
  expect(most).toEqual({ all: 3, single: 1 });
});

test('runs urgent tasks first, and equals in the order in which they came', async () => {
  const it = world({ slots: 1 });
  const ids: string[] = [];
  for (const priority of [5, 3, 1, 3, 1, 2]) ids.push((await it.engine.submit({ agent_name: 'weather', priority })).task_id);
  await it.engine.start();
  await Promise.all(ids.map((id) => endOf(it, id)));
  expect(it.specs.map(({ task_id }) => ids.indexOf(task_id))).toEqual([2, 4, 5, 1, 3, 0]);
});

test('answers how an agent did lately', async () => {
  let fail = false;
  const it = world({ script: (spec, context) => (fail ? failing()(spec, context) : succeeding(spec, context)) });
  await it.engine.start();
  expect(it.engine.outcomesOf('/agents/weather')).toEqual({});
  for (let index = 0; index < 3; index += 1) await endOf(it, (await it.engine.submit({ agent_name: 'weather' })).task_id);
  fail = true;
  const last = await it.engine.submit({ agent_name: 'weather' });
  await endOf(it, last.task_id);
  expect(it.engine.outcomesOf('/agents/weather')).toMatchObject({
    last_task: { task_id: last.task_id, status: 'failed', findings: 0 },
    p50_ms: 0,
    p95_ms: 0,
  });
});

test('finds a task by a unique beginning of its id', async () => {
  const it = world();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  for (let index = 0; index < 20; index += 1) await it.engine.submit({ agent_name: 'weather' });
  expect(it.engine.find(task_id)).toEqual({ status: 'found', task_id });
  expect(it.engine.find(task_id.slice(0, 12))).toEqual({ status: 'found', task_id });
  expect(it.engine.find('zzzz')).toEqual({ status: 'missing' });
  expect(it.engine.find('')).toEqual({ status: 'missing' });
  const page = it.engine.list({ limit: 5 });
  expect(page.tasks).toHaveLength(5);
  expect(it.engine.list({ limit: 5, ...(page.next !== undefined && { cursor: page.next }) }).tasks).toHaveLength(5);
});

test('says what it has to do', async () => {
  const it = world({ script: forever, slots: 2 });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'weather' });
  for (let index = 0; index < 3; index += 1) await it.engine.submit({ agent_name: 'weather' });
  await begun(it, task_id);
  expect(it.engine.load()).toEqual({ queued: 2, running: 2, waiting: 0, slots: 2 });
  expect(it.engine.readiness()).toEqual({ ready: true });
  await it.engine.close();
  expect(it.engine.readiness()).toMatchObject({ ready: false, code: 'closing' });
  await expect(it.engine.submit({ agent_name: 'weather' })).rejects.toMatchObject({ code: 'closing' });
});
