import { subscribe } from 'node:diagnostics_channel';
import { errorMonitor } from 'node:events';
import { ClientRequest, IncomingMessage } from 'node:http';
import { headerList, sentHeaders } from './exchange-tap.ts';
import type { Exchange, ExchangeLog } from './exchange-log.ts';
import { patchMethod } from '../patch-method.ts';
import { responseHead } from './response-head.ts';
import type { RequestBodyListener } from './watch-undici.ts';

/** `http`, `https` and what is built on them. No listener is added that would change what Node does with an unread response. */
export function watchHttp(log: ExchangeLog, onRequestBody: RequestBodyListener): void {
  const exchanges = new WeakMap<ClientRequest, Exchange>();
  const on = (channel: string, handle: (exchange: Exchange, message: object) => void): void =>
    subscribe(`http.client.${channel}`, (message) => {
      if (typeof message === 'object' && message !== null && 'request' in message && message.request instanceof ClientRequest) {
        const exchange = exchanges.get(message.request);
        if (exchange !== undefined) {
          handle(exchange, message);
        }
      }
    });
  subscribe('http.client.request.created', (message) => {
    if (typeof message === 'object' && message !== null && 'request' in message && message.request instanceof ClientRequest) {
      const { request } = message;
      if (request.method === 'CONNECT') {
        // A tunnel through a proxy: what goes through it is an exchange of its own.
        return;
      }
      const exchange = log.begin({ method: request.method, url: urlOf(request), ownClient: request.protocol.replace(':', '') });
      exchanges.set(request, exchange);
      watchPhases(exchange, request);
    }
  });
  watchRequestBodies(exchanges, onRequestBody);
  on('request.error', (exchange, message) => {
    exchange.failed('error' in message ? message.error : undefined);
  });
  on('response.finish', (exchange, message) => {
    if ('response' in message && message.response instanceof IncomingMessage) {
      watchResponse(exchange, message.response);
    }
  });
}

/** A proxy is asked with the whole URL for a path. */
function urlOf(request: ClientRequest): string {
  return /^https?:\/\//.test(request.path)
    ? request.path
    : `${request.protocol}//${String(request.getHeader('host') ?? request.host)}${request.path}`;
}

/** How far a request came, from events that a listener does not change. */
function watchPhases(exchange: Exchange, request: ClientRequest): void {
  request.once('socket', (socket) => {
    exchange.carried(socket);
    if (!socket.connecting) {
      exchange.reached('send');
    }
    socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', () => exchange.reached('send'));
  });
  // Not each error that comes before a response is published, a proxy's refusal for one.
  request.once(errorMonitor, (error) => exchange.failed(error));
  request.once('finish', () => {
    // The lines that were sent; nothing public has them in their order and with what Node added.
    exchange.requestHead(() => sentHeaders(Reflect.get(request, '_header')));
    exchange.requested();
  });
}

function watchResponse(exchange: Exchange, response: IncomingMessage): void {
  exchange.responded(
    response.statusCode ?? 0,
    responseHead((name) => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    }),
    () => ({ reason: response.statusMessage ?? '', headers: headerList(response.rawHeaders) }),
  );
  patchMethod(response, 'push', ({ values, original }) => {
    if (values[0] instanceof Uint8Array) {
      exchange.received(values[0]);
    } else if (values[0] === null && response.complete) {
      exchange.ended();
    }
    return original();
  });
  response.once('close', () => {
    if (response.complete) {
      exchange.ended();
    } else {
      exchange.failed(response.errored ?? Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    }
  });
}

/** Node has no channel for this in all versions; the two methods are the only doors. */
function watchRequestBodies(exchanges: WeakMap<ClientRequest, Exchange>, onRequestBody: RequestBodyListener): void {
  const note = (request: ClientRequest, chunk: unknown, encoding: unknown): void => {
    const exchange = exchanges.get(request);
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
        : chunk;
    if (exchange !== undefined && bytes instanceof Uint8Array) {
      exchange.sent(bytes);
      onRequestBody(exchange, bytes);
    }
  };
  for (const method of ['write', 'end']) {
    patchMethod(ClientRequest.prototype, method, ({ self, values, original }) => {
      if (self instanceof ClientRequest) {
        note(self, values[0], values[1]);
      }
      return original();
    });
  }
}
