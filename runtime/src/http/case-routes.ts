import type { Hono } from 'hono';
import * as l10n from '@vscode/l10n';
import { decodeCase, encodeCase } from '../replay/case-file.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';
import { taskIdOf } from './task-routes.ts';

/** The largest case that is taken, compressed or not, in bytes. */
const largestUpload = 64 * 1024 * 1024;

/** Cases: what a replay needs, out of this runtime and into it. */
export function addCaseRoutes(api: Hono<ApiEnv>, { engine }: ApiDeps): void {
  api.get('/api/v1/tasks/:id/case', (c) => {
    const task_id = taskIdOf(engine, c.req.param('id'));
    const found = engine.caseOf(task_id);
    switch (found.status) {
      case 'missing':
        throw new ApiError('unknown_task', l10n.t('There is no task "{0}".', task_id));
      case 'unfinished':
        throw new ApiError('not_ended', l10n.t('Task {0} has not ended. Replay it once it has, or cancel it first.', task_id));
      case 'code_gone':
        throw new ApiError('code_gone', l10n.t('Neither code nor descriptor of task {0} are here any more.', task_id));
      case 'found':
        break;
    }
    if (c.req.header('accept') !== 'application/gzip') return c.json(found.value);
    const name = `${found.value.agent.name}-${task_id.slice(0, 8)}.case.json.gz`;
    return new Response(Uint8Array.from(encodeCase(found.value)), {
      headers: { 'content-type': 'application/gzip', 'content-disposition': `attachment; filename="${name}"` },
    });
  });

  api.post('/api/v1/cases', async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/(?:gzip|json)\s*(?:;|$)/i.test(type))
      throw new ApiError('not_json', l10n.t('Send a case file as application/gzip, or as application/json.'));
    const read = decodeCase(await bytesOf(c.req.raw));
    if (read.status === 'refused') throw new ApiError('invalid_request', read.message);
    return c.json({ replay_of: engine.keepCase(read.value), task_id: read.value.task_id, agent_name: read.value.agent.name }, 201);
  });
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body === null) return new Uint8Array();
  const body: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > largestUpload)
      throw new ApiError('body_too_large', l10n.t('A case may be at most {0} MiB.', largestUpload / 1024 / 1024), {
        headers: { connection: 'close' },
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
