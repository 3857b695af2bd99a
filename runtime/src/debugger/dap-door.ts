import { type Socket, createServer } from 'node:net';
import { dapReader } from './dap-reader.ts';
import { type DebugDoor, type DoorOptions, listenOnSocket } from './debug-door.ts';

/** As much as one message of a debugger may hold, in bytes. */
const maxMessage = 64 * 1024 * 1024;

/**
 * The worker speaks DAP itself, to the first client that comes, and to no other.
 * Its answers and events are carried; what it asks for is not: DAP lets an adapter have commands run in the editor's terminal,
 * and this one lives in the sandbox, beside code that nobody trusts.
 */
export async function openDapDoor({ folder, worker, log, onClient, onGone }: DoorOptions): Promise<DebugDoor> {
  let taken = false;
  const server = createServer((client) => {
    if (taken) {
      client.destroy();
      return;
    }
    taken = true;
    server.close();
    onClient();
    carry(client);
  });

  function carry(client: Socket): void {
    let isOver = false;
    const read = dapReader(maxMessage, (body) => {
      if (body === undefined) client.destroy();
      else if (isSaid(body)) send(client, body);
      else log.warning('debugger.request_refused', { bytes: body.length });
    });
    worker.on('data', (chunk: Buffer) => {
      read(chunk);
      if (client.writableNeedDrain) worker.pause();
    });
    client.on('drain', () => worker.resume());
    worker.on('end', () => {
      isOver = true;
      client.end();
    });
    // A client that breaks off has left like any other.
    client.on('error', () => client.destroy());
    client.on('close', () => {
      worker.end();
      worker.resume();
      if (!isOver) onGone();
    });
    client.pipe(worker);
  }

  return { socket: await listenOnSocket(server, folder), close: () => server.close() };
}

/** An answer or an event, and nothing else. */
function isSaid(body: Buffer): boolean {
  try {
    const message: unknown = JSON.parse(body.toString('utf8'));
    return (
      typeof message === 'object' && message !== null && 'type' in message && (message.type === 'response' || message.type === 'event')
    );
  } catch {
    // No message at all.
    return false;
  }
}

function send(client: Socket, body: Buffer): void {
  if (!client.writable) return;
  client.write(`Content-Length: ${body.length}\r\n\r\n`);
  client.write(body);
}
