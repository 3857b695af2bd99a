import type { SubmitTask, TaskStatus } from '@hermes-runtime/schemas';
import { validateSubmitTask } from '@hermes-runtime/schemas/messages';
import type { Hono } from 'hono';
import type { Engine, TaskQuery } from '../engine/engine.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';
import { eventStream } from './event-stream.ts';
import { readJson } from './json-body.ts';

export function addTaskRoutes(api: Hono<ApiEnv>, { engine, registry }: ApiDeps): void {
  api.post('/api/v1/tasks', async (c) => {
    const request = submitTaskOf(await readJson(c.req.raw));
    await registry.fresh(request.agent_name, request.agent_path);
    const { replay_of } = request;
    const isCase = replay_of?.startsWith('case:') !== false;
    const { task_id, status, seq } = await engine.submit({
      source: 'http',
      ...request,
      ...(!isCase && replay_of !== undefined && { replay_of: taskIdOf(engine, replay_of) }),
    });
    if (!wantsStream(c.req.header('accept'))) return c.json({ task_id, status }, 202, { 'x-hermes-task-id': task_id });
    const abort = new AbortController();
    const events = engine.subscribe(seq - 1, { task_id }, { signal: abort.signal });
    return eventStream(events, abort, { 'x-hermes-task-id': task_id });
  });

  api.get('/api/v1/tasks', (c) => {
    const page = engine.list(queryOf((name) => c.req.query(name)));
    c.header('x-hermes-last-seq', String(page.last_seq));
    if (page.next !== undefined) c.header('x-hermes-cursor', page.next);
    return c.json(page.tasks);
  });

  api.get('/api/v1/tasks/:id', (c) => {
    const task = engine.get(taskIdOf(engine, c.req.param('id')));
    if (!task) throw unknownTask(c.req.param('id'));
    return c.json(task);
  });

  api.post('/api/v1/tasks/:id/cancel', async (c) => {
    const task_id = taskIdOf(engine, c.req.param('id'));
    const reason = stringField(await readJson(c.req.raw), 'reason');
    const outcome = await engine.cancel(task_id, {
      by: c.get('principal').name,
      ...(reason !== undefined && { reason }),
    });
    if (outcome.status === 'missing') throw unknownTask(task_id);
    return c.json({ task_id, status: outcome.status });
  });
}

/** A whole id, or the first characters of one if no other begins with them. */
export function taskIdOf(engine: Engine, idOrPrefix: string): string {
  const found = engine.find(idOrPrefix);
  if (found.status === 'found') return found.task_id;
  if (found.status === 'missing') throw unknownTask(idOrPrefix);
  throw new ApiError('ambiguous_task', `${found.task_ids.length} tasks begin with "${idOrPrefix}". Give more characters.`, {
    problems: found.task_ids.slice(0, 10).map((message) => ({ path: '', message })),
  });
}

export function wantsStream(accept: string | undefined): boolean {
  return /\btext\/event-stream\b/i.test(accept ?? '');
}

function unknownTask(id: string): ApiError {
  return new ApiError('unknown_task', `There is no task "${id}". \`hermes-runtime tasks\` lists the newest.`);
}

function submitTaskOf(body: unknown): SubmitTask {
  if (validateSubmitTask(body)) return body;
  const problems = (validateSubmitTask.errors ?? []).map(({ instancePath, keyword, params }) => ({
    path: instancePath,
    keyword,
    message: `${keyword}: ${JSON.stringify(params)}`,
  }));
  throw new ApiError('invalid_request', 'The body must be {"agent_name": …, "input": {…}}; see SubmitTask in /openapi.json.', { problems });
}

const statuses: ReadonlySet<string> = new Set<TaskStatus>(['queued', 'running', 'waiting', 'succeeded', 'failed', 'timed_out', 'canceled']);

function queryOf(query: (name: string) => string | undefined): TaskQuery {
  const status = query('status')?.split(',').filter(Boolean) ?? [];
  const wrong = status.find((name) => !isStatus(name));
  if (wrong !== undefined) throw new ApiError('invalid_request', `"${wrong}" is no status; they are ${[...statuses].join(', ')}.`);
  const [agent, agent_path, cursor] = [query('agent'), query('agent_path'), query('cursor')];
  const since = timeOf(query('since'));
  const limit = limitOf(query('limit'));
  return {
    ...(status.length > 0 && { status: status.filter((name) => isStatus(name)) }),
    ...(agent !== undefined && { agent }),
    ...(agent_path !== undefined && { agent_path }),
    ...(cursor !== undefined && { cursor }),
    ...(since !== undefined && { since }),
    ...(limit !== undefined && { limit }),
  };
}

function isStatus(name: string): name is TaskStatus {
  return statuses.has(name);
}

/** Unix milliseconds, or a date as in ISO 8601. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(time)) throw new ApiError('invalid_request', `since=${text} is neither an ISO 8601 date nor Unix milliseconds.`);
  return time;
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new ApiError('invalid_request', 'limit must be a whole number from 1 to 1000.');
  return limit;
}

/** One optional text of a body. */
export function stringField(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}
