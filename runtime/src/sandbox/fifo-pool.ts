import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, readSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';

/** One output stream of a worker: the end that the worker writes to, and ours. */
export type OutputPipe = {
  /** Given to the worker; closed here after it has been started. */
  readonly writeEnd: number;
  /** Calls back with each piece, in order. */
  readonly onData: (callback: (bytes: Buffer) => void) => void;
  /** Hands over what lies in the pipe at this moment; nothing that was written before the call comes later. */
  readonly drain: () => void;
  readonly close: () => void;
};

export type FifoPool = { readonly take: () => OutputPipe };

const batch = 64;

/**
 * Pipes for output. Node's own are socket pairs, on which `echo x > /dev/stdout` fails;
 * a FIFO does not, but only a program can make one, so they are made many at a time.
 */
export function createFifoPool(folder: string): FifoPool {
  const ready: string[] = [];
  return {
    take: () => {
      if (ready.length === 0) ready.push(...makeFifos(folder));
      const path = ready.pop();
      if (path === undefined) throw new Error(`mkfifo made nothing in ${folder}`);
      return openFifo(path);
    },
  };
}

function makeFifos(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = randomBytes(6).toString('hex');
  const paths = Array.from({ length: batch }, (_, index) => join(folder, `${name}-${index}`));
  execFileSync('mkfifo', ['-m', '600', ...paths]);
  return paths;
}

function openFifo(path: string): OutputPipe {
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(path, constants.O_WRONLY);
  unlinkSync(path);
  const socket = new Socket({ fd: readEnd, readable: true, writable: false });
  let receive: (bytes: Buffer) => void = () => {};
  let state: 'open' | 'closed' = 'open';
  socket.on('error', () => socket.destroy());
  return {
    writeEnd,
    onData: (callback) => {
      receive = callback;
      socket.on('data', (bytes: Buffer) => receive(bytes));
    },
    drain: () => {
      if (state === 'closed' || socket.destroyed) return;
      for (let bytes = readNow(readEnd); bytes !== undefined; bytes = readNow(readEnd)) receive(bytes);
    },
    close: () => {
      if (state === 'closed') return;
      state = 'closed';
      socket.destroy();
    },
  };
}

/** What is in the pipe, or undefined when that is nothing. The descriptor does not block. */
function readNow(descriptor: number): Buffer | undefined {
  const bytes = Buffer.alloc(65_536);
  try {
    const length = readSync(descriptor, bytes);
    return length === 0 ? undefined : bytes.subarray(0, length);
  } catch {
    // EAGAIN: empty, with a writer that may still write later.
    return undefined;
  }
}

/** After the start the worker holds its own copy; ours would keep the pipe from ever ending. */
export function closeWriteEnd(pipe: OutputPipe): void {
  closeSync(pipe.writeEnd);
}
