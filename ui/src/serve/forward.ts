import { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { UiSettings } from './ui-settings.ts';

/** Headers of the browser that the API needs; its cookie and origin stay here. */
const passed = ['accept', 'accept-language', 'content-type', 'content-length', 'last-event-id'] as const;
/** Headers that belong to one connection, not to the answer. */
const hop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'proxy-authenticate', 'set-cookie']);

/** Sends a request on with the token that the browser never sees, and streams the answer back. */
export function forward(settings: UiSettings, request: IncomingMessage, response: ServerResponse): void {
  const target = new URL(request.url ?? '/', settings.orchestrator);
  const kept = passed.flatMap((name) => {
    const value = request.headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const headers: OutgoingHttpHeaders = {
    ...Object.fromEntries(kept),
    host: target.host,
    'user-agent': 'hermes-ui',
    ...(settings.token !== undefined && { authorization: `Bearer ${settings.token}` }),
  };
  const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = open(target, { method: request.method, headers }, (answer) => {
    const shown = Object.entries(answer.headers).filter(([name]) => !hop.has(name));
    response.writeHead(answer.statusCode ?? 502, {
      ...Object.fromEntries(shown),
      // What an editor is told to connect to: this program has no API of its own.
      'x-hermes-target': settings.orchestrator.origin,
    });
    // Without this the first event of a quiet stream would wait for the second.
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) response.destroy();
    else {
      const reason = error.code === 'ECONNREFUSED' ? 'refused the connection' : `did not answer (${error.code ?? error.message})`;
      refuse(
        response,
        502,
        'orchestrator_unreachable',
        `${settings.orchestrator.origin} ${reason}. Is it running, and is ORCHESTRATOR_URL right?`,
      );
    }
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

/** An error in the API's own shape, which the console knows how to show. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify({ error: { code, message } }));
}
