import { Hono } from 'hono';
import { SubmitError } from '../engine/engine.ts';
import { addAgentRoutes } from './agent-routes.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError, errorStatuses, type ErrorCode } from './api-error.ts';
import { addCaseRoutes } from './case-routes.ts';
import { addConsoleRoutes } from './console-routes.ts';
import { addCors, preflight } from './cors.ts';
import { admit } from './door.ts';
import { addEventRoutes } from './event-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addRuntimeRoutes } from './runtime-routes.ts';
import { addSnapshotRoutes } from './snapshot-routes.ts';
import { addTaskRoutes } from './task-routes.ts';

/** The HTTP API of one runtime, for every door: the same routes answer on the socket and over TCP. */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.use(async (c, next) => {
    const { door, headers } = c.env;
    const early = preflight(door, c.req.method, headers);
    if (early) return early;
    c.set('principal', admit(door, { method: c.req.method, path: c.req.path, headers, from: c.env.from }));
    await next();
    addCors(door, headers, c.res.headers);
    // What a task holds is for the one who asked, now; no cache on the way keeps it.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-content-type-options', 'nosniff');
    return undefined;
  });
  deps.extend?.(api);
  addHealthRoutes(api, deps);
  addAgentRoutes(api, deps);
  addTaskRoutes(api, deps);
  addCaseRoutes(api, deps);
  addEventRoutes(api, deps);
  addRuntimeRoutes(api, deps);
  addSnapshotRoutes(api, deps);
  addConsoleRoutes(api, deps);
  api.notFound((c) => {
    throw new ApiError('not_found', `There is no ${c.req.method} ${c.req.path}. GET /openapi.json lists what there is.`);
  });
  api.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) deps.log.error('http.failed', { method: c.req.method, path: c.req.path, error, stack: error.stack });
    else deps.log.debug('http.refused', { method: c.req.method, path: c.req.path, code: refusal.code });
    return errorResponse(refusal ?? new ApiError('internal', 'The runtime made a mistake; its log says which. Please report it.'));
  });
  return api;
}

export function errorResponse(error: ApiError): Response {
  return Response.json(error.body(), { status: error.status, headers: { ...error.headers } });
}

/** The words of other rooms for a refusal, or `undefined` for a bug. */
function refusalOf(error: Error): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof SubmitError) {
    const problems =
      error.candidates.length > 0 && error.problems.length === 0
        ? error.candidates.map((message) => ({ path: '', message }))
        : error.problems;
    return new ApiError(error.code, messageOf(error), { problems });
  }
  // The store's errors carry their code; a code that is not in the catalogue is a bug.
  const code = 'code' in error ? String(error.code) : '';
  return isErrorCode(code) ? new ApiError(code, error.message) : undefined;
}

function messageOf({ message, failure }: SubmitError): string {
  return failure && !message.includes(failure.message) ? `${message} ${failure.message}` : message;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatuses, code);
}
