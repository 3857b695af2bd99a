import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Engine } from '../engine/engine.ts';
import type { Log } from '../logging/log.ts';
import { ApiError } from './api-error.ts';
import { admit, type Door } from './door.ts';
import { drained } from './drained.ts';

/** A client that has not answered the ping before is gone, or reads nothing: it is dropped, comes back with `?after=` and misses nothing. */
const pingMs = 15_000;

export type EventSockets = {
  /** For the server's `upgrade`. Refuses with the same words as a plain request. */
  readonly upgrade: (door: Door, request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => void;
};

/** `/api/v1/stream`: the frames of `/api/v1/events`, one JSON event a message. Nothing is read from the client. */
export function eventSockets(engine: Engine, log: Log): EventSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  return {
    upgrade: (door, request, socket, head) => {
      let url: URL;
      try {
        url = urlOf(request);
        admit(door, { method: request.method ?? 'GET', path: url.pathname, headers: request.headers, from: request.socket.remoteAddress });
        if (url.pathname !== '/api/v1/stream') throw new ApiError('not_found', `There is no WebSocket at ${url.pathname}.`);
      } catch (error) {
        return refuse(socket, error instanceof ApiError ? error : new ApiError('internal', 'The runtime made a mistake.'));
      }
      const after = Number(url.searchParams.get('after') ?? engine.lastSeq());
      const task_id = url.searchParams.get('task_id') ?? undefined;
      server.handleUpgrade(request, socket, head, (client) => {
        send(engine, client, Number.isSafeInteger(after) ? after : engine.lastSeq(), task_id).catch((error: unknown) => {
          log.warning('stream.failed', { error });
          client.terminate();
        });
      });
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

async function send(engine: Engine, client: WebSocket, after: number, task_id: string | undefined): Promise<void> {
  const abort = new AbortController();
  let alive = true;
  const ping = setInterval(() => {
    if (!alive) return client.terminate();
    alive = false;
    client.ping();
  }, pingMs).unref();
  client.on('pong', () => {
    alive = true;
  });
  client.on('close', () => {
    clearInterval(ping);
    abort.abort();
  });
  client.on('error', () => client.terminate());
  for await (const event of engine.subscribe(after, task_id === undefined ? {} : { task_id }, { signal: abort.signal })) {
    client.send(JSON.stringify(event));
    // One event at a time is in memory, however slowly they are read.
    if (client.bufferedAmount > 0) await drained(client, abort.signal);
  }
  client.close(1000);
}

/** What a stranger sends need not be a URL, and nothing catches what is thrown out of an `upgrade`. */
function urlOf({ url = '/' }: IncomingMessage): URL {
  const parsed = URL.parse(url, 'http://runtime');
  if (parsed === null) throw new ApiError('invalid_request', 'The path of the request is no URL.');
  return parsed;
}

function refuse(socket: Duplex, error: ApiError): void {
  const body = JSON.stringify(error.body());
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
    'connection: close',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  for (const [name, value] of Object.entries(error.headers)) head.push(`${name}: ${value}`);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
