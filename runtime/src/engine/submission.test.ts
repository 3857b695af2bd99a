import type { SubmitTask } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import type { FoundAgent } from '../ports.ts';
import { agentNamed, endOf, engineWorlds } from '../../testdata/engine-world.ts';

const { world, fresh } = engineWorlds();

const input_schema = {
  type: 'object',
  required: ['city'],
  properties: { city: { type: 'string' }, days: { type: 'integer' }, token: { type: 'string', writeOnly: true, minLength: 20 } },
};
const agents = [agentNamed('weather', { input_schema }), agentNamed('plain')];

async function refusal(request: SubmitTask, more: Parameters<typeof world>[0] = { agents }): Promise<unknown> {
  const it = world(more);
  const error: unknown = await it.engine.submit(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(it.engine.lastSeq()).toBe(0);
  return error;
}

test('names everything that does not fit at once, and makes no task', async () => {
  const error = await refusal({ agent_name: 'weather', input: { city: 1, days: 'x' } });
  expect(error).toMatchObject({ code: 'invalid_input' });
  expect((error as { problems: { path: string }[] }).problems.map(({ path }) => path).toSorted()).toEqual(['/city', '/days']);
});

test('takes no input at all for an empty one', async () => {
  expect(await refusal({ agent_name: 'weather' })).toMatchObject({ code: 'invalid_input' });
  const it = world({ agents });
  await it.engine.submit({ agent_name: 'plain' });
  expect(it.engine.list().tasks[0]?.input).toEqual({});
});

test('refuses an input that is nested too deeply, without a crash', async () => {
  const input: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(await refusal({ agent_name: 'plain', input })).toMatchObject({ code: 'invalid_input', problems: [{ path: '' }] });
});

test('knows the agents that exist when asked for one that does not', async () => {
  expect(await refusal({ agent_name: 'wether' })).toMatchObject({ code: 'unknown_agent', candidates: ['weather', 'plain'] });
});

test('asks which, where two folders have the same name', async () => {
  const twice = [agentNamed('weather'), { ...agentNamed('weather'), ref: { ...agentNamed('weather').ref, path: '/other/weather' } }];
  expect(await refusal({ agent_name: 'weather' }, { agents: twice })).toMatchObject({
    code: 'ambiguous_agent',
    candidates: ['/agents/weather', '/other/weather'],
  });
  const it = world({ agents: twice });
  await it.engine.submit({ agent_name: 'weather', agent_path: '/other/weather' });
  expect(it.engine.list().tasks[0]?.agent_path).toBe('/other/weather');
});

test('says why an agent cannot run', async () => {
  const failure = { code: 'import_error', message: 'ModuleNotFoundError: feedparser' } as const;
  const error = await refusal({ agent_name: 'rss' }, { source: { find: () => ({ status: 'unusable', failure, problems: [] }) } });
  expect(error).toMatchObject({ code: 'agent_unusable', failure, message: expect.stringContaining('feedparser') });
});

test('refuses an agent made of steps, and a version that is not served', async () => {
  const { runtime: _, ...file } = agentNamed('pipe').file;
  const steps = { ...agentNamed('pipe'), file: { ...file, steps: [{}] } } as ReturnType<typeof agentNamed>;
  expect(await refusal({ agent_name: 'pipe' }, { agents: [steps] })).toMatchObject({ code: 'not_runnable' });
  expect(await refusal({ agent_name: 'plain', agent_version: '2.0.0' })).toMatchObject({ code: 'version_not_served' });
});

test('lets a reference stand where the schema wants the value itself', async () => {
  const it = world({ agents });
  await it.engine.submit({ agent_name: 'weather', input: { city: 'x', token: 'secret://t' } });
  expect(it.engine.list().tasks[0]?.input).toEqual({ city: 'x', token: 'secret://t' });
});

test('asks again for a secret of which only the placeholder is left', async () => {
  expect(await refusal({ agent_name: 'weather', input: { city: 'x', token: '‹secret›' } })).toMatchObject({
    code: 'invalid_input',
    problems: [{ path: '/token' }],
  });
});

test('never quotes a secret in what it says about the input', async () => {
  const error = await refusal({ agent_name: 'weather', input: { city: ['hunter2-hunter2'], token: 'hunter2-hunter2' } });
  expect(JSON.stringify(error)).not.toContain('hunter2-hunter2');
});

test('answers the same task for the same key and input, at once and later', async () => {
  const it = world({ agents });
  await it.engine.start();
  const request = { agent_name: 'plain', input: { a: 1, b: 2 }, idempotency_key: 'k' };
  const answers = await Promise.all(Array.from({ length: 50 }, () => it.engine.submit(request)));
  expect(new Set(answers.map(({ task_id }) => task_id)).size).toBe(1);
  expect(answers.filter(({ created }) => created)).toHaveLength(1);
  const first = answers[0];
  await endOf(it, first?.task_id ?? '');
  const later = await it.engine.submit({ ...request, input: { b: 2, a: 1 } });
  expect(later).toEqual({ task_id: first?.task_id, status: 'succeeded', created: false, seq: 1 });
});

test('refuses the same key with another input, at once and later', async () => {
  const it = world({ agents });
  const results = await Promise.allSettled([
    it.engine.submit({ agent_name: 'plain', input: { a: 1 }, idempotency_key: 'k' }),
    it.engine.submit({ agent_name: 'plain', input: { a: 2 }, idempotency_key: 'k' }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await expect(it.engine.submit({ agent_name: 'plain', input: { a: 3 }, idempotency_key: 'k' })).rejects.toMatchObject({
    code: 'idempotency_conflict',
  });
  expect(it.engine.list().tasks).toHaveLength(1);
});

test('answers the same task for the same key where the agent has changed or gone since', async () => {
  const found: FoundAgent[] = [
    { status: 'found', agent: agentNamed('weather', { input_schema }) },
    { status: 'found', agent: agentNamed('weather', { input_schema: { required: ['country'] } }) },
    { status: 'missing', known: [] },
  ];
  const it = world({ source: { find: () => found[0] ?? { status: 'missing', known: [] } } });
  const request = { agent_name: 'weather', input: { city: 'x' }, idempotency_key: 'k' };
  const { task_id } = await it.engine.submit(request);
  found.shift();
  expect(await it.engine.submit(request)).toMatchObject({ task_id, created: false });
  found.shift();
  expect(await it.engine.submit(request)).toMatchObject({ task_id, created: false });
  await expect(it.engine.submit({ ...request, input: { city: 'y' } })).rejects.toMatchObject({ code: 'unknown_agent' });
});

test('makes one task of a replay that is sent twice under one key', async () => {
  const plain = { ...agentNamed('plain'), snapshot: fresh() };
  const it = world({ source: { find: () => ({ status: 'found', agent: plain }), version: () => plain } });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'plain', input: { a: 1 } });
  await endOf(it, task_id);
  const replay: SubmitTask = { agent_name: 'plain', replay_of: task_id, replay_mode: 'my_code', idempotency_key: 'k' };
  const answers = await Promise.all([it.engine.submit(replay), it.engine.submit(replay)]);
  expect(answers.map(({ created }) => created)).toEqual([true, false]);
  expect(await it.engine.submit(replay)).toMatchObject({ task_id: answers[0].task_id, created: false });
});

test('looks at the disk before it looks for the agent', async () => {
  const asked: string[] = [];
  const it = world({
    source: {
      fresh: async (name) => {
        asked.push(name);
      },
      find: () => ({ status: 'found', agent: agentNamed(asked.length > 0 ? 'plain' : 'stale') }),
    },
  });
  await it.engine.submit({ agent_name: 'plain' });
  expect(it.engine.list().tasks[0]?.agent_name).toBe('plain');
});

test('keeps own properties of an input that are called like built-in ones', async () => {
  const it = world({ agents });
  await it.engine.start();
  const input: unknown = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}');
  const { task_id } = await it.engine.submit({ agent_name: 'plain', input });
  await endOf(it, task_id);
  expect(JSON.stringify(it.specs[0]?.input)).toBe(JSON.stringify(input));
  expect(JSON.stringify(it.engine.get(task_id)?.input)).toBe(JSON.stringify(input));
  expect('polluted' in {}).toBe(false);
});
