import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { Log } from '../logging/log.ts';

/** Where one debugger can join one worker. */
export type DebugDoor = {
  readonly socket: string;
  /** What a WebSocket must ask for. */
  readonly path?: string;
  /** For clients that know no Unix sockets. */
  readonly websocket?: string;
  /** Lets nobody in any more; a client that is inside stays until the worker has said its last. */
  readonly close: () => void;
};

export type DoorOptions = {
  /** 0700: who may enter it may debug. */
  readonly folder: string;
  /** The other end of the worker's descriptor. */
  readonly worker: Duplex;
  readonly log: Log;
  readonly onClient: () => void;
  /** After `onClient`, once: the client has left, and the worker had more to say. */
  readonly onGone: () => void;
};

/** As long as a socket's path may be for every kernel, in bytes. */
const longestPath = 100;

/** Listens on a socket whose name nobody can guess. Removing it is the server's, when it closes. */
export async function listenOnSocket(server: Server, folder: string): Promise<string> {
  const name = `debug-${randomBytes(12).toString('base64url')}`;
  const usual = join(folder, name);
  const isShort = Buffer.byteLength(usual) <= longestPath;
  const own = isShort ? folder : mkdtempSync(join(tmpdir(), 'hermes-'));
  if (!isShort) server.once('close', () => rmSync(own, { recursive: true, force: true }));
  const socket = join(own, name);
  server.listen({ path: socket });
  await once(server, 'listening');
  return socket;
}
