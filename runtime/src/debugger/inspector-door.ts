import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type DebugDoor, type DoorOptions, listenOnSocket } from './debug-door.ts';
import { messageBytes, messageReader } from './message-wire.ts';

/** As much as one message of a debugger may hold, in bytes. */
const maxMessage = 64 * 1024 * 1024;

/**
 * The worker sends the inspector's messages; here they become the WebSocket that Node's debuggers know,
 * on a Unix socket and on a loopback port, under a path that nobody can guess, for the first client that comes.
 */
export async function openInspectorDoor({ folder, worker, onClient, onGone }: DoorOptions): Promise<DebugDoor> {
  const path = `/${randomUUID()}`;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage, perMessageDeflate: false });
  let taken = false;
  const servers = [serverFor(upgrade), serverFor(upgrade)] as const;
  const close = (): void => servers.forEach((server) => server.close());

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (taken || request.url !== path) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    taken = true;
    close();
    sockets.handleUpgrade(request, socket, head, (client) => {
      onClient();
      carry(client);
    });
  }

  function carry(client: WebSocket): void {
    client.on('message', (data: Buffer) => worker.write(messageBytes(data)));
    client.on('error', () => client.terminate());
    let isOver = false;
    client.on('close', () => {
      worker.end();
      if (!isOver) onGone();
    });
    worker.on(
      'data',
      messageReader(maxMessage, (message) => {
        if (message === undefined) client.terminate();
        else client.send(withoutSourceMap(message.toString('utf8')));
      }),
    );
    worker.on('end', () => {
      isOver = true;
      client.close(1000);
    });
  }

  const socket = await listenOnSocket(servers[0], folder);
  servers[1].listen({ host: '127.0.0.1', port: 0 });
  await once(servers[1], 'listening');
  const address = servers[1].address();
  const websocket = typeof address === 'object' && address !== null ? { websocket: `ws://127.0.0.1:${address.port}${path}` } : {};
  return { socket, path, ...websocket, close };
}

/** A debugger would read whatever file or address stands there, and the agent is free to write it; what is in the script itself may stay. */
function withoutSourceMap(text: string): string {
  if (!text.includes('"sourceMapURL":"') || text.includes('"sourceMapURL":""') || text.includes('"sourceMapURL":"data:')) return text;
  const message: unknown = JSON.parse(text);
  if (typeof message !== 'object' || message === null || !('params' in message)) return text;
  const { params } = message;
  if (typeof params !== 'object' || params === null || !('sourceMapURL' in params)) return text;
  return JSON.stringify({ ...message, params: { ...params, sourceMapURL: '' } });
}

/** Only an upgrade is answered: a plain request learns nothing, neither the path nor who listens. */
function serverFor(upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): Server {
  const server = createServer((_request, response) => response.writeHead(404, { connection: 'close' }).end());
  server.on('upgrade', upgrade);
  return server;
}
