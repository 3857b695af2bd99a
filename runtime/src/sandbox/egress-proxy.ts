import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { pipeline } from 'node:stream';
import type { HostList } from './host-list.ts';

export type EgressProxy = {
  /** Serves a connection that came out of a sandbox. */
  readonly accept: (socket: Socket) => void;
  readonly close: () => void;
};

/** Says no to the agent with a reason that it can print. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * The only way out of a sandbox with a list of hosts: an HTTP proxy that tunnels and forwards to those hosts and to no other.
 * Names are resolved here, once, and the address that was checked is the one that is connected to.
 */
export function createEgressProxy(hosts: HostList, onRefused: (reason: string) => void): EgressProxy {
  const server = createServer(
    (incoming, response) =>
      void forward(incoming, response, hosts).catch((error: unknown) => {
        onRefused(reasonOf(error));
        fail(response, 403, reasonOf(error));
      }),
  );
  const open = new Set<Socket>();
  server.on(
    'connect',
    (incoming: IncomingMessage, socket: Socket, head: Buffer) =>
      void tunnel(incoming, socket, head, hosts).catch((error: unknown) => {
        onRefused(reasonOf(error));
        socket.end(`HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\n${reasonOf(error)}\n`);
      }),
  );
  return {
    accept: (socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      // A worker that is killed breaks its connections; that is all there is to say about it.
      socket.on('error', () => socket.destroy());
      server.emit('connection', socket);
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** `CONNECT host:443`: bytes in both directions, unread. */
async function tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer, hosts: HostList): Promise<void> {
  const url = new URL(`http://${incoming.url ?? ''}`);
  const port = Number(/:(\d+)$/.exec(incoming.url ?? '')?.[1] ?? 443);
  const upstream = connect({ host: await resolve(url.hostname, port, hosts), port });
  upstream.once('connect', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  // Either side may break off, and then the other has nobody to talk to.
  socket.once('close', () => upstream.destroy());
  upstream.once('close', () => socket.destroySoon());
  upstream.once('error', (error) => socket.end(`HTTP/1.1 502 Bad Gateway\r\n\r\n${error.message}\n`));
}

/** `GET http://host/path`: sent on in the agent's name, without the headers that were for the proxy. */
async function forward(incoming: IncomingMessage, response: ServerResponse, hosts: HostList): Promise<void> {
  const url = new URL(incoming.url ?? '');
  if (url.protocol !== 'http:') throw new Refusal(`${url.protocol} is not forwarded`);
  const port = Number(url.port || 80);
  const { 'proxy-connection': _connection, 'proxy-authorization': _authorization, ...headers } = incoming.headers;
  const address = await resolve(url.hostname, port, hosts);
  const upstream = request({
    host: address,
    port,
    method: incoming.method,
    path: url.pathname + url.search,
    headers: { ...headers, host: url.host },
  });
  upstream.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    pipeline(answer, response, () => answer.destroy());
  });
  upstream.once('error', (error) => fail(response, 502, error.message));
  pipeline(incoming, upstream, () => {
    // A failure on either side is told by the 'error' of the request above.
  });
}

async function resolve(host: string, port: number, hosts: HostList): Promise<string> {
  if (!hosts.allows(host, port)) throw new Refusal(`${host}:${port} is not in permissions.network of this agent`);
  const name = host.replace(/^\[|\]$/g, '');
  const addresses = await lookup(name, { all: true });
  const allowed = addresses.find(({ address }) => hosts.allowsAddress(name, address));
  if (allowed !== undefined) return allowed.address;
  const shown = addresses.map(({ address }) => address).join(', ');
  throw new Refusal(
    `${host} leads to ${shown}, which is not on the outside; list the address itself in permissions.network if it is meant`,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'the request cannot be read';
}

function fail(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'content-type': 'text/plain' }).end(`${reason}\n`);
}
