import type { IncomingHttpHeaders } from 'node:http';
import type { Door } from './door.ts';

/** Answers a browser's question before the request; only for origins that the configuration lists, never for `*`. */
export function preflight(door: Door, method: string, headers: IncomingHttpHeaders): Response | undefined {
  if (method !== 'OPTIONS' || !isListed(door, headers) || headers['access-control-request-method'] === undefined) return undefined;
  const response = new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type, last-event-id',
      'access-control-max-age': '600',
    },
  });
  addCors(door, headers, response.headers);
  return response;
}

/** A page of a listed origin may read the answer. It sends the token itself: credentials are never allowed. */
export function addCors(door: Door, headers: IncomingHttpHeaders, answer: Headers): void {
  if (door.type === 'tcp' && door.origins.length > 0) answer.append('vary', 'Origin');
  if (!isListed(door, headers)) return;
  answer.set('access-control-allow-origin', headers.origin ?? '');
  answer.set('access-control-expose-headers', 'x-hermes-last-seq, x-hermes-cursor, x-hermes-task-id');
}

function isListed(door: Door, { origin }: IncomingHttpHeaders): boolean {
  return door.type === 'tcp' && origin !== undefined && door.origins.includes(origin);
}
