import { once } from 'node:events';
import { type IncomingMessage, createServer as createHttpServer } from 'node:http';
import { type Server, type Socket, connect, createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import type { DebugReady } from '@hermes-runtime/schemas';

export type ClientDoor = {
  /** `127.0.0.1:5678`, where an editor attaches. */
  readonly address: string;
  readonly close: () => void;
};

/**
 * Opens a debugger's socket to editors that know ports only, on the loopback device.
 * Asked for by a person, who thereby lets in whoever is on this machine.
 */
export async function listenForClient(ready: Pick<DebugReady, 'adapter' | 'socket' | 'path'>, port: number): Promise<ClientDoor> {
  const server = ready.adapter === 'debugpy' ? dapServer(ready.socket) : inspectorServer(ready.socket, ready.path ?? '/');
  server.listen({ host: '127.0.0.1', port });
  await once(server, 'listening');
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () => server.close(),
  };
}

function dapServer(socket: string): Server {
  return createServer((client) => {
    joined(client, socket);
  });
}

/** Answers what a debugger asks first, as Node's own inspector does: where the WebSocket is. */
function inspectorServer(socket: string, path: string): Server {
  const server = createHttpServer((request, response) => {
    const host = request.headers.host ?? '';
    const answer = isLoopback(host) ? described(request.url ?? '', host, path) : undefined;
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json; charset=UTF-8', connection: 'close' });
    response.end(answer === undefined ? '' : JSON.stringify(answer));
  });
  server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const worker = joined(client, socket);
    const headers = Array.from({ length: request.rawHeaders.length / 2 }, (_, i) => request.rawHeaders.slice(2 * i, 2 * i + 2).join(': '));
    worker.write(`GET ${request.url ?? ''} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    worker.write(head);
  });
  return server;
}

function joined(client: Duplex, socket: string): Socket {
  const worker = connect(socket);
  worker.on('error', () => client.destroy());
  client.on('error', () => worker.destroy());
  client.on('close', () => worker.destroy());
  client.pipe(worker);
  worker.pipe(client);
  return worker;
}

/** A page that has another name resolved to this machine must not learn the path. */
function isLoopback(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
}

function described(url: string, host: string, path: string): unknown {
  if (url === '/json/version') return { Browser: `node.js/${process.version}`, 'Protocol-Version': '1.1' };
  if (url !== '/json' && url !== '/json/list') return undefined;
  const id = path.slice(1);
  return [
    {
      description: 'a Hermes Runtime agent',
      id,
      title: 'agent',
      type: 'node',
      url: 'file://',
      webSocketDebuggerUrl: `ws://${host}${path}`,
    },
  ];
}
