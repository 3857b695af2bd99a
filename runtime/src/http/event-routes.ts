import { traceEventTypes } from '@hermes-runtime/schemas';
import type { Hono } from 'hono';
import type { EventFilter } from '../engine/engine.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';
import { eventStream, resumeFrom } from './event-stream.ts';
import { taskIdOf } from './task-routes.ts';

export function addEventRoutes(api: Hono<ApiEnv>, { engine }: ApiDeps): void {
  /** History, then live, until the task's last event. Who asks for JSON by name gets what there is now. */
  api.get('/api/v1/tasks/:id/events', (c) => {
    const task_id = taskIdOf(engine, c.req.param('id'));
    const after = resumeFrom(c.req) ?? 0;
    if (/\bapplication\/json\b/i.test(c.req.header('accept') ?? '')) {
      const events = engine.eventsOf(task_id, after);
      c.header('x-hermes-last-seq', String(events.at(-1)?.seq ?? after));
      return c.json({ events });
    }
    const abort = new AbortController();
    return eventStream(engine.subscribe(after, { task_id }, { signal: abort.signal }), abort);
  });

  /** Everything that happens from now on; with `Last-Event-ID` or `?after=`, from there; with `?types=`, only events of these. */
  api.get('/api/v1/events', (c) => {
    const abort = new AbortController();
    const after = resumeFrom(c.req) ?? engine.lastSeq();
    const types = typesOf(c.req.query('types'));
    return eventStream(engine.subscribe(after, types, { signal: abort.signal }), abort, { 'x-hermes-last-seq': String(after) });
  });

  /** A WebSocket: the server takes the upgrade before it gets here (event-socket.ts). */
  api.get('/api/v1/stream', () => {
    throw new ApiError('upgrade_required', 'This is a WebSocket. For a plain request there is GET /api/v1/events.', {
      headers: { upgrade: 'websocket' },
    });
  });
}

function typesOf(query: string | undefined): EventFilter {
  if (query === undefined) return {};
  const asked = new Set(query.split(','));
  return { types: traceEventTypes.filter((type) => asked.has(type)) };
}
