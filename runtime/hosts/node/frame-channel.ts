import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

/** The one channel to the host: a u32 big-endian length, then JSON, in both directions. */
export type FrameChannel = {
  /** Written before it returns, so that a crash right after loses nothing. */
  readonly send: (frame: object) => void;
  /** The next frame of the host, in order. Never settles once the host is gone. */
  readonly next: () => Promise<unknown>;
  /** Lets the process end although the host could still write. */
  readonly unref: () => void;
};

const channelFd = 3;

/** `onClosed` is called when the host closed its end or died. */
export function openFrameChannel(onClosed: () => void): FrameChannel {
  const socket = new Socket({ fd: channelFd, readable: true, writable: false });
  const waiting: ((frame: unknown) => void)[] = [];
  const arrived: unknown[] = [];
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      const frame: unknown = JSON.parse(pending.toString('utf8', 4, end));
      pending = pending.subarray(end);
      const taker = waiting.shift();
      if (taker === undefined) {
        arrived.push(frame);
      } else {
        taker(frame);
      }
    }
  });
  socket.on('error', onClosed);
  socket.on('close', onClosed);
  return {
    send: (frame) => writeFully(encode(frame), onClosed),
    next: () =>
      new Promise((resolve) => {
        if (arrived.length > 0) {
          resolve(arrived.shift());
        } else {
          waiting.push(resolve);
        }
      }),
    unref: () => socket.unref(),
  };
}

function encode(frame: object): Buffer {
  const body = Buffer.from(JSON.stringify(frame), 'utf8');
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

function writeFully(bytes: Buffer, onClosed: () => void): void {
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(channelFd, bytes, offset);
    } catch (error) {
      if (!isBusy(error)) {
        onClosed();
        return;
      }
      // The host is slower than the agent: the agent waits, as it would on a full pipe.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');
}
