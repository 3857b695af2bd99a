import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import {
  type Script,
  type World,
  agentNamed,
  begun,
  endOf,
  engineWorlds,
  forever,
  seen,
  start,
  partial,
} from '../../testdata/engine-world.ts';

const { world, fresh } = engineWorlds();

const canary = 'canary/7f3a+"9c?e é';
const forms = [
  canary,
  JSON.stringify(canary).slice(1, -1),
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64').replace(/=+$/, ''),
  'canary/7f3a',
  Buffer.from(`user:${canary}`).toString('base64').slice(8, -4),
];
const input_schema = { type: 'object', properties: { token: { type: 'string', writeOnly: true }, note: { type: 'string' } } };
const agents = [agentNamed('mailer', { input_schema, retry: { max_attempts: 2, initial_delay_seconds: 1 } })];

/** Says the secret in every way that an agent has. */
function leaking(end: 'succeeds' | 'fails'): Script {
  return (spec, { onEvent }) => {
    const { token } = spec.input as { token: string };
    start(onEvent);
    const at = { file: 'main.py', line: 3 };
    onEvent(
      partial({
        type: 'log',
        time: 1,
        level: 'info',
        stream: 'stdout',
        text: `token is ${token} / ${Buffer.from(`user:${token}`).toString('base64')}`,
      }),
    );
    onEvent(
      partial({
        type: 'http.exchanged',
        time: 1,
        exchange: 1,
        client: 'requests',
        method: 'GET',
        url: `https://x/?k=${encodeURIComponent(token)}`,
        started: 1,
        ms: 1,
        at,
        error: { type: 'E', message: JSON.stringify({ token }) },
      }),
    );
    onEvent(partial({ type: 'exception.caught', time: 1, exception_type: 'E', message: `bad token ${token}`, at, used: false }));
    if (end === 'fails')
      return { status: 'failed', failure: { code: 'exception', message: token, traceback: `line\n${token}`, at }, ms: 1 };
    return { status: 'succeeded', output: { echoed: token, [token]: Buffer.from(token).toString('base64') }, ms: 1 };
  };
}

/** Every byte that the runtime has on the disk, and everything that it shows. */
function sinks({ folder, engine, log }: World, taskId: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    ...Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')])),
    events: JSON.stringify(engine.eventsOf(taskId)),
    task: JSON.stringify(engine.get(taskId)),
    list: JSON.stringify(engine.list()),
    log: log.join('\n'),
  };
}

function found(all: Record<string, string>): string[] {
  const asBytes = (text: string): string => Buffer.from(text).toString('latin1');
  return Object.entries(all).flatMap(([sink, text]) =>
    forms.filter((form) => text.includes(form) || text.includes(asBytes(form))).map((form) => `${sink}: ${form}`),
  );
}

test.each(['succeeds', 'fails'] as const)('leaves a literal secret in no file, event, log or answer when a task %s', async (end) => {
  const it = world({ agents, script: leaking(end) });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'mailer', input: { token: canary, note: `with ${canary} inside` } });
  if (end === 'fails') {
    await seen(it, task_id, 'task.waiting');
    it.clock.advance(1_000);
  }
  const events = await endOf(it, task_id);
  expect(it.specs.map(({ input }) => input)).toEqual(it.specs.map(() => ({ token: canary, note: `with ${canary} inside` })));
  expect(it.specs[0]?.secrets).toEqual([canary]);
  expect(JSON.stringify(events).split('‹secret›').length).toBeGreaterThan(6);
  expect(found(sinks(it, task_id))).toEqual([]);
  expect(readdirSync(join(it.folder, 'sealed'))).toEqual([]);
});

test('leaves the value of a reference nowhere, whoever gave it', async () => {
  for (const given of ['request', 'machine'] as const) {
    const it = world({ agents, script: leaking('succeeds'), ...(given === 'machine' && { secrets: { mail: canary } }) });
    await it.engine.start();
    const { task_id } = await it.engine.submit({
      agent_name: 'mailer',
      input: { token: 'secret://mail' },
      ...(given === 'request' && { secrets: { mail: canary, unused: canary } }),
    });
    await endOf(it, task_id);
    expect(it.specs[0]?.input).toEqual({ token: canary });
    expect(it.engine.get(task_id)?.input).toEqual({ token: 'secret://mail' });
    expect(found(sinks(it, task_id))).toEqual([]);
  }
});

test('shows nothing readable while the task still runs, and runs it after a crash', async () => {
  const folder = fresh();
  const clock = new HandClock();
  const before = world({ folder, clock, agents, script: forever });
  await before.engine.start();
  const { task_id } = await before.engine.submit({ agent_name: 'mailer', input: { token: canary } });
  await begun(before, task_id);
  expect(found(sinks(before, task_id))).toEqual([]);
  before.abandon();
  const after = world({ folder, clock, agents, script: leaking('succeeds') });
  await after.engine.start();
  clock.advance(1_000);
  await endOf(after, task_id);
  expect(after.specs[0]?.input).toEqual({ token: canary });
  expect(found(sinks(after, task_id))).toEqual([]);
});

test('fails a task whose secret nobody knows, and says how to give it', async () => {
  const it = world({ agents });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'mailer', input: { token: 'secret://mail' } });
  await endOf(it, task_id);
  expect(it.specs).toHaveLength(0);
  expect(it.engine.get(task_id)).toMatchObject({
    status: 'failed',
    failure: { code: 'secret_missing', message: expect.stringContaining('HERMES_SECRET_MAIL') },
    attempts: [{ attempt: 1, status: 'failed' }],
  });
});

test('keeps no sealed secret of a task that was not accepted', async () => {
  const it = world({ agents });
  it.store.close();
  await expect(it.engine.submit({ agent_name: 'mailer', input: { token: canary } })).rejects.toMatchObject({ code: 'store_closed' });
  expect(readdirSync(join(it.folder, 'sealed'))).toEqual([]);
});

test('finds the canary where it is not hidden: the search itself works', async () => {
  const it = world({ agents: [agentNamed('plain')], script: leaking('succeeds') });
  await it.engine.start();
  const { task_id } = await it.engine.submit({ agent_name: 'plain', input: { innocent: canary, token: canary } });
  await endOf(it, task_id);
  expect(found(sinks(it, task_id)).length).toBeGreaterThan(5);
});

test.each(['succeeded', 'failed', 'failure', 'exception', 'message', 'output', 'status', 'python', 'attempt.started', 'stdout', 'stream'])(
  'a secret that is the word %j breaks neither trace nor end of its task',
  async (word) => {
    const say: Script = ({ input }, { onEvent }) => {
      start(onEvent);
      const { token, note } = input as { token: string; note: string };
      onEvent(partial({ type: 'log', time: 1, level: 'info', stream: 'stdout', text: `token ${token}` }));
      return note === 'fail'
        ? { status: 'failed', failure: { code: 'exception', message: `no ${token}` }, ms: 1 }
        : { status: 'succeeded', output: { said: token }, ms: 1 };
    };
    const it = world({ agents: [agentNamed('mailer', { input_schema })], script: say });
    await it.engine.start();
    const ends = await Promise.all(
      ['succeed', 'fail'].map(async (note) => {
        const { task_id } = await it.engine.submit({ agent_name: 'mailer', input: { token: word, note } });
        return endOf(it, task_id);
      }),
    );
    const whole = (end: string): string[] => ['task.queued', 'attempt.started', 'log', `attempt.${end}`, `task.${end}`];
    expect(ends.map((events) => events.map(({ type }) => type))).toEqual([whole('succeeded'), whole('failed')]);
    expect(ends.map((events) => events[2])).toMatchObject([{ text: 'token ‹secret›' }, { text: 'token ‹secret›' }]);
    expect(ends.map((events) => events.at(-1))).toMatchObject([
      { output: { said: '‹secret›' } },
      { failure: { code: 'exception', message: 'no ‹secret›' } },
    ]);
  },
);
