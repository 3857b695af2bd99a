import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from './api-error.ts';
import type { ConsoleSessions } from './console-sessions.ts';
import type { HostRules } from './host-rules.ts';

/**
 * The way a request came in.
 * `socket` is the user's own: the kernel has checked who may open it. `tcp` can be reached by every program and every web page.
 */
export type Door =
  | { readonly type: 'socket' }
  | {
      readonly type: 'tcp';
      /** Who calls, once it is clear that no foreign page does; throws `ApiError` for a caller who may not. */
      readonly authorize: Authorize;
      readonly hosts: HostRules;
      /** Origins of other sites whose pages may call, exactly as browsers spell them. */
      readonly origins: readonly string[];
      readonly sessions: ConsoleSessions;
      /** Told of everybody who is not let in. */
      readonly refused?: Refused | undefined;
      /** Whether `/metrics` answers without the token. */
      readonly openMetrics: boolean;
    };

export type Knock = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The address that it comes from, as far as it is known. */
  readonly from?: string | undefined;
};

/** Who a request comes from, as an audit names him. */
export type Principal = { readonly name: string };

export type Authorize = (knock: Knock) => Principal;

export type Refused = (knock: Knock, why: Pick<ApiError, 'status' | 'code'>) => void;

/** Health is for load balancers and says nothing about agents or tasks. */
const openPaths: ReadonlySet<string> = new Set(['/health', '/livez', '/readyz']);

/** Says who comes in, and refuses what must not; throws `ApiError`. The order matters: a foreign page learns nothing, not even whether a token is right. */
export function admit(door: Door, knock: Knock): Principal {
  if (door.type === 'socket') return { name: 'local' };
  try {
    return enter(door, knock);
  } catch (error) {
    if (error instanceof ApiError) door.refused?.(knock, error);
    throw error;
  }
}

function enter(door: Extract<Door, { readonly type: 'tcp' }>, knock: Knock): Principal {
  const { headers, path } = knock;
  if (!door.hosts.allows(headers.host)) {
    throw new ApiError('host_refused', `This runtime does not answer to the host "${headers.host ?? ''}". Use ${door.hosts.example}.`);
  }
  refuseForeignPages(door.origins, knock);
  if (openPaths.has(path) || isConsole(path) || (door.openMetrics && path === '/metrics')) return { name: 'anyone' };
  return door.authorize(knock);
}

/** The runtime's own rule: one token that may do everything, and the console's sessions. */
export function oneToken(token: string, sessions: ConsoleSessions): Authorize {
  return ({ headers }) => {
    if (timingSafeEqual(digestOf(bearerOf(headers) ?? ''), digestOf(token)) && token !== '') return { name: 'http' };
    if (sessions.has(headers.cookie)) return { name: 'http' };
    throw new ApiError(
      'unauthorized',
      'This needs the token: send "Authorization: Bearer TOKEN". The command `hermes-runtime token` prints it.',
      { headers: { 'www-authenticate': 'Bearer realm="hermes-runtime"' } },
    );
  };
}

/** The token that a request carries. */
export function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
}

/** The console's own files hold nothing of the user's, and the browser must be able to show why it has no data. */
export function isConsole(path: string): boolean {
  return path === '/' || path.startsWith('/console/');
}

function refuseForeignPages(allowed: readonly string[], { method, path, headers }: Knock): void {
  const { origin } = headers;
  const ownOrigin = origin !== undefined && (origin === `http://${headers.host}` || origin === `https://${headers.host}`);
  if (ownOrigin || (origin !== undefined && allowed.includes(origin))) return;
  if (origin !== undefined)
    throw new ApiError(
      'origin_refused',
      `Pages of ${origin} may not call this runtime. Add it to server.cors_allowed_origins if they should.`,
    );
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  const opensConsole =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' && isConsole(path);
  if (foreign && !opensConsole) throw new ApiError('origin_refused', 'A page of another site may not call this runtime.');
}

/** Digests are compared, so that neither length nor content of the token shows in the time it takes. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
