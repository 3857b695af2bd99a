import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import type { Exchange, ExchangeLog } from './exchange-log.ts';
import { headerList, sentHeaders } from './exchange-tap.ts';
import { createUntoldBodies } from './untold-bodies.ts';
import { responseHead } from './response-head.ts';

export type RequestBodyListener = (exchange: Exchange, chunk: Uint8Array) => void;

/** `fetch` and every copy of undici publish on the same channels; each carries the request object that ties them together. */
export function watchUndici(log: ExchangeLog, onRequestBody: RequestBodyListener): void {
  const exchanges = new WeakMap<object, Exchange>();
  const untold = createUntoldBodies();
  const on = (channel: string, handle: (exchange: Exchange, message: object) => void): void =>
    subscribe(`undici:${channel}`, (message) => {
      const request = field(message, 'request');
      const exchange = isObject(request) ? exchanges.get(request) : undefined;
      if (exchange !== undefined && isObject(message)) {
        handle(exchange, message);
      }
    });
  subscribe('undici:request:create', (message) => {
    const request = field(message, 'request');
    // A `CONNECT` is a tunnel through a proxy: what goes through it is an exchange of its own.
    if (isObject(request) && field(request, 'method') !== 'CONNECT') {
      const url = `${textField(request, 'origin')}${textField(request, 'path')}`;
      exchanges.set(request, log.begin({ method: textField(request, 'method'), url, ownClient: 'fetch' }));
    }
  });
  on('client:sendHeaders', (exchange, message) => {
    exchange.reached('send');
    const socket = field(message, 'socket');
    if (socket instanceof Socket) {
      exchange.carried(socket);
      if (log.isObserved()) {
        untold.begin(exchange, socket, copyOf(message));
      }
    }
    exchange.requestHead(() => sentHeaders(field(message, 'headers')));
  });
  on('request:bodyChunkSent', (exchange, message) => {
    untold.told(exchange, copyOf(message));
    const chunk = field(message, 'chunk');
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (bytes instanceof Uint8Array) {
      exchange.sent(bytes);
      onRequestBody(exchange, bytes);
    }
  });
  on('request:bodySent', (exchange) => {
    untold.sent(exchange);
    exchange.requested();
  });
  on('request:headers', (exchange, message) => {
    const response = field(message, 'response');
    const status = field(response, 'statusCode');
    const headers = field(response, 'headers');
    exchange.responded(typeof status === 'number' ? status : 0, responseHead(rawHeaderReader(headers)), () => ({
      reason: isObject(response) ? textField(response, 'statusText') : '',
      headers: headerList(headers),
    }));
  });
  on('request:bodyChunkReceived', (exchange, message) => {
    untold.told(exchange, copyOf(message));
    const chunk = field(message, 'chunk');
    if (chunk instanceof Uint8Array) {
      exchange.received(chunk);
    }
  });
  on('request:trailers', (exchange) => {
    untold.received(exchange);
    exchange.ended();
  });
  on('request:error', (exchange, message) => {
    untold.sent(exchange);
    untold.received(exchange);
    exchange.failed(field(message, 'error'));
  });
}

/** Names and values in turn, as bytes. */
function rawHeaderReader(headers: unknown): (name: string) => string | undefined {
  const flat: readonly unknown[] = Array.isArray(headers) ? headers : [];
  return (name) => {
    const index = flat.findIndex((entry, position) => position % 2 === 0 && String(entry).toLowerCase() === name);
    return index === -1 ? undefined : String(flat[index + 1]);
  };
}

/** Each copy of undici has a class of its own for its requests. */
function copyOf(message: object): unknown {
  return field(field(message, 'request'), 'constructor');
}

function field(holder: unknown, key: string): unknown {
  return isObject(holder) ? Reflect.get(holder, key) : undefined;
}

function textField(holder: object, key: string): string {
  const value = field(holder, key);
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
