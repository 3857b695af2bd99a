import type { Hono } from 'hono';
import { isAbsolute } from 'node:path';
import type { InstallEvent } from '../environment/install-environment.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';
import type { Door } from './door.ts';
import { sseFrame, sseResponse } from './event-stream.ts';
import { readJson } from './json-body.ts';
import { stringField } from './task-routes.ts';

/** What only the user's own programs ask: they come through the socket. Over TCP no one adds folders, opens ports or stops the runtime. */
export function addRuntimeRoutes(api: Hono<ApiEnv>, deps: ApiDeps): void {
  api.get('/api/v1/runtime', (c) => c.json(deps.info()));

  api.get('/api/v1/roots', (c) => c.json(deps.registry.roots));

  api.put('/api/v1/roots', async (c) => {
    localOnly(c.env.door);
    const body = await readJson(c.req.raw);
    const path = stringField(body, 'path');
    if (path === undefined || !isAbsolute(path)) throw new ApiError('invalid_request', 'The body must be {"path": "/absolute/folder"}.');
    const agents = addRoot(deps, path);
    if (typeof body === 'object' && body !== null && Reflect.get(body, 'wait') === true) await deps.registry.settled();
    return c.json({ path, agents });
  });

  api.post('/api/v1/listen', async (c) => {
    localOnly(c.env.door);
    const body = await readJson(c.req.raw);
    const port: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'port') : undefined;
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535)
      throw new ApiError('invalid_request', 'The body must be {"host": …, "port": 0…65535}.');
    return c.json(await deps.listen({ host: stringField(body, 'host') ?? '127.0.0.1', port }));
  });

  api.get('/api/v1/environments', async (c) => {
    const path = knownAgent(deps, c.req.query('agent_path'), 'Ask with ?agent_path=/the/agent/folder.');
    return c.json(await deps.lookUp(path, { debugger: c.req.query('debugger') === 'true' }));
  });

  api.post('/api/v1/environments', async (c) => {
    const body = await readJson(c.req.raw);
    const path = knownAgent(deps, stringField(body, 'agent_path'), 'The body must be {"agent_path": "/the/agent/folder"}.');
    const wishes = { debugger: typeof body === 'object' && body !== null && Reflect.get(body, 'debugger') === true };
    const abort = new AbortController();
    return sseResponse(installFrames(deps, path, { ...wishes, signal: abort.signal }), abort);
  });

  api.post('/api/v1/stop', (c) => {
    localOnly(c.env.door);
    deps.stop();
    return c.json({ stopping: true }, 202);
  });
}

function knownAgent({ registry }: ApiDeps, path: string | undefined, usage: string): string {
  if (path === undefined) throw new ApiError('invalid_request', usage);
  if (!registry.entries.some(({ folder }) => folder === path)) throw new ApiError('unknown_agent', `No agent is known in ${path}.`);
  return path;
}

async function* installFrames(deps: ApiDeps, path: string, options: Parameters<ApiDeps['install']>[1]): AsyncIterable<string> {
  const { signal } = options;
  let last: InstallEvent | undefined;
  for await (const event of deps.install(path, options)) {
    // The agent is loaded again before the end is told: whoever waits for the end can submit at once.
    if (event.type === 'installed') await deps.registry.reload(path);
    last = event;
    yield sseFrame(event.type, event);
  }
  if (last?.type === 'progress' && !signal.aborted)
    yield sseFrame('failed', { type: 'failed', message: 'The installation ended without a word.' });
}

function addRoot({ registry }: ApiDeps, path: string): number {
  try {
    return registry.addRoot(path);
  } catch (error) {
    throw new ApiError(
      'invalid_request',
      `${path} is no folder that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function localOnly(door: Door): void {
  if (door.type !== 'socket')
    throw new ApiError('local_only', 'Only programs of the same user on this machine may do this, through the socket.');
}
