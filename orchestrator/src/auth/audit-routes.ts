import type { Hono } from 'hono';
import { ApiError, type ApiEnv } from '@hermes-runtime/runtime';
import type { Audit } from './audit.ts';

const largestPage = 1000;
const unchanging: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Writes down every change around the routes that make them, and answers `GET /api/v1/audit`. */
export function addAudit(api: Hono<ApiEnv>, audit: Audit, now: () => number = Date.now): void {
  api.use(async (c, next) => {
    if (unchanging.has(c.req.method)) return next();
    // A change that cannot be written down is not made: what is thrown here answers the request.
    const id = audit.begin({
      time: now(),
      by: c.get('principal').name,
      from: c.env.from ?? 'socket',
      action: `${c.req.method} ${c.req.path}`,
    });
    await next();
    const subject = c.res.headers.get('x-hermes-task-id');
    audit.end(id, { status: c.res.status, ...(subject !== null && { subject }) });
  });

  api.get('/api/v1/audit', (c) => {
    const limit = numberOf(c.req.query('limit'), 'limit') ?? 100;
    if (limit < 1 || limit > largestPage) throw new ApiError('invalid_request', `limit must be a whole number from 1 to ${largestPage}.`);
    const before = numberOf(c.req.query('cursor'), 'cursor');
    const entries = audit.list({ limit, ...(before !== undefined && { before }) });
    const last = entries.at(-1);
    if (entries.length === limit && last !== undefined) c.header('x-hermes-cursor', String(last.id));
    return c.json(entries);
  });
}

function numberOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new ApiError('invalid_request', `${name} must be a whole number.`);
  return number;
}
