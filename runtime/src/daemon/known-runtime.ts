import type { Build } from './build.ts';
import type { RuntimeInfo } from '../http/api-deps.ts';
import type { RuntimeClient } from './runtime-client.ts';

/** What a client reads of `GET /api/v1/runtime`; an older or newer runtime may say less or more. */
export type KnownRuntime = Pick<RuntimeInfo, 'version' | 'protocol' | 'pid' | 'build' | 'store' | 'rung' | 'mode' | 'idle' | 'urls'>;

/** A runtime that is stopped in a debugger, or starved, is not waited for without end. */
const answerMs = 10_000;

/** Who answers at the socket; `undefined` if nobody does. */
export async function readRuntimeInfo(client: RuntimeClient): Promise<KnownRuntime | undefined> {
  try {
    const { body } = await client.call('GET', '/api/v1/runtime', { signal: AbortSignal.timeout(answerMs) });
    return knownRuntime(body);
  } catch (error) {
    // No socket, or one that a runtime left when it died. Anything else (not allowed, not HTTP) must be seen.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return undefined;
    throw error;
  }
}

function knownRuntime(body: unknown): KnownRuntime | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(body));
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const mode = text('mode');
  const urls = fields.get('urls');
  const build = buildFrom(fields.get('build'));
  return {
    version: text('version'),
    protocol: Number(fields.get('protocol') ?? 0),
    pid: Number(fields.get('pid') ?? 0),
    ...(build && { build }),
    store: text('store'),
    rung: text('rung'),
    mode: mode === 'dev' || mode === 'serve' ? mode : 'auto',
    idle: fields.get('idle') === true,
    urls: Array.isArray(urls) ? urls.map(String) : [],
  };
}

function buildFrom(value: unknown): Build | undefined {
  if (typeof value !== 'object' || value === null || !('entry' in value) || !('digest' in value)) return undefined;
  const { entry, digest } = value;
  return typeof entry === 'string' && typeof digest === 'string' ? { entry, digest } : undefined;
}
