import type { Hono } from 'hono';
import { readBundle } from '../bundle/unpack.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';
import { bytesIn } from './bytes-body.ts';

/** The largest archive that is taken, in bytes: a bundle of the largest size is smaller. */
const largestArchive = 80 * 1024 * 1024;

/** Files of a version by their digest, from an orchestrator: tasks name them by `agent_digest`. Answers what became of loading them. */
export function addSnapshotRoutes(api: Hono<ApiEnv>, { deliver }: ApiDeps): void {
  api.put('/api/v1/snapshots/:digest', async (c) => {
    if (deliver === undefined) throw new ApiError('method_not_allowed', 'Attempts run elsewhere: push the agent instead.');
    if (!/^application\/gzip\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      throw new ApiError('not_json', 'Send the bundle as application/gzip.');
    const read = readBundle(Buffer.from(await bytesIn(c.req.raw, largestArchive)), c.req.param('digest'));
    if (read.status === 'refused')
      throw new ApiError('invalid_request', `The bundle was refused: ${read.message} (${read.code}).`, {
        problems: [{ path: read.entry, message: read.code }],
      });
    return c.json(await deliver(read.files, read.digest), 201);
  });
}
