import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { ApiEnv } from './api-deps.ts';
import type { Door } from './door.ts';
import type { EventSockets } from './event-socket.ts';

export type ListeningServer = {
  /** The TCP port; 0 for a socket. */
  readonly port: number;
  /** Open connections: who is connected is a client. */
  readonly connections: () => Promise<number>;
  /** Ends streams at once and lets short answers finish. */
  readonly close: () => Promise<void>;
};

/** Certificate chain and key, as PEM. */
export type TlsFiles = { readonly cert: string; readonly key: string };

export type ListenOptions = {
  readonly api: Hono<ApiEnv>;
  readonly sockets: EventSockets;
  readonly at: { readonly socket: string } | { readonly host: string; readonly port: number };
  /** Serves HTTPS. */
  readonly tls?: TlsFiles | undefined;
  /** Made once the port is known, for it decides which hosts are answered. */
  readonly door: (port: number) => Door;
};

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
};

/** Opens one way in. Rejects with Node's own error (`EADDRINUSE`, `EACCES`) when that is not possible. */
export async function listen({ api, sockets, at, tls, door: doorAt }: ListenOptions): Promise<ListeningServer> {
  let door: Door | undefined;
  const listener = getRequestListener(
    (request, env) => {
      const { incoming } = env;
      return door === undefined
        ? new Response(null, { status: 503 })
        : api.fetch(request, { door, headers: incoming.headers, ...fromOf(incoming.socket.remoteAddress) });
    },
    { overrideGlobalObjects: false },
  );
  const onRequest: RequestListener = (request, response) => {
    // The listener answers every failure itself; a rejection would be a bug and ends this connection only.
    listener(request, response).catch(() => response.destroy());
  };
  const server = tls ? createTlsServer({ ...limits, ...tls }, onRequest) : createServer(limits, onRequest);
  server.maxConnections = 2000;
  // Streams are pinged more often than this, so only a reader that takes nothing is idle for so long. Loading an agent takes less.
  server.timeout = 300_000;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (door) sockets.upgrade(door, request, socket, head);
  });
  await start(server, at);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  door = doorAt(port);
  return {
    port,
    connections: () =>
      new Promise<number>((resolve) => {
        server.getConnections((error, count) => resolve(error ? 0 : count));
      }),
    close: () => stop(server),
  };
}

function fromOf(address: string | undefined): { readonly from?: string } {
  return address === undefined ? {} : { from: address };
}

async function start(server: Server, at: ListenOptions['at']): Promise<void> {
  // Whoever calls holds the lock of this store: a socket file that is there belongs to a runtime that died.
  if ('socket' in at && process.platform !== 'win32') rmSync(at.socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen('socket' in at ? { path: at.socket } : { host: at.host, port: at.port }, () => {
      server.off('error', reject);
      // A connection that cannot be accepted, for want of descriptors, is that client's trouble; it must not end the runtime.
      server.on('error', () => undefined);
      resolve();
    });
  });
  if ('socket' in at && process.platform !== 'win32') chmodSync(at.socket, 0o600);
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Streams never end by themselves; what is only an answer is done well before this.
    setTimeout(() => server.closeAllConnections(), 200).unref();
  });
}
