import type { Hono } from 'hono';
import { ApiError, type ApiEnv, type Log } from '@hermes-runtime/runtime';
import type { Audit } from './audit.ts';

const largestPage = 1000;
const unchanging: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export type AuditParts = { readonly audit: Audit; readonly log: Log; readonly now?: () => number };

/** Writes down every change around the routes that make them, and answers `GET /api/v1/audit`. */
export function addAudit(api: Hono<ApiEnv>, { audit, log, now = Date.now }: AuditParts): void {
  api.use(async (c, next) => {
    if (unchanging.has(c.req.method)) return next();
    const id = begun(audit, {
      time: now(),
      by: c.get('principal').name,
      from: c.env.from ?? 'socket',
      action: `${c.req.method} ${c.req.path}`,
    });
    await next();
    const subject = c.res.headers.get('x-hermes-task-id');
    try {
      audit.end(id, { status: c.res.status, ...(subject !== null && { subject }) });
    } catch (error) {
      // The change is made; its entry goes on saying that its outcome is not known.
      log.error('audit.unfinished', { id, error });
    }
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

/** A change that cannot be written down is not made. */
function begun(audit: Audit, entry: Parameters<Audit['begin']>[0]): number {
  try {
    return audit.begin(entry);
  } catch (error) {
    throw new ApiError(
      'not_ready',
      `The audit cannot be written, so nothing is changed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function numberOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new ApiError('invalid_request', `${name} must be a whole number.`);
  return number;
}
