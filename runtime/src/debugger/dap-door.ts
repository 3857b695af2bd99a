import { type Socket, createServer } from 'node:net';
import { type DebugDoor, type DoorOptions, listenOnSocket } from './debug-door.ts';

/** The worker speaks DAP itself: its bytes are carried to the first client that comes, and to no other. */
export async function openDapDoor({ folder, worker, onClient, onGone }: DoorOptions): Promise<DebugDoor> {
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
    // A client that breaks off has left like any other.
    client.on('error', () => client.destroy());
    let isOver = false;
    worker.on('end', () => {
      isOver = true;
    });
    client.on('close', () => {
      worker.end();
      if (!isOver) onGone();
    });
    client.pipe(worker);
    worker.pipe(client);
  }

  return { socket: await listenOnSocket(server, folder), close: () => server.close() };
}
