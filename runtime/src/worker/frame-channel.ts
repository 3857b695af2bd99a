import type { Duplex } from 'node:stream';
import type { WorkerFrame } from '@hermes-runtime/schemas';
import { validateWorkerFrame } from '@hermes-runtime/schemas/messages';

/** What a worker sent: a frame, or the reason why it is not one; after that nothing more is read. */
export type Received =
  | { readonly type: 'frame'; readonly frame: WorkerFrame; readonly bytes: number }
  | { readonly type: 'violation'; readonly reason: string };

export type FrameChannel = {
  readonly send: (frame: object) => void;
  readonly close: () => void;
};

/** A u32 big-endian length, then that many bytes of JSON, in both directions. Nothing that a worker sends is trusted. */
export function openFrameChannel(stream: Duplex, maxBytes: number, receive: (received: Received) => void): FrameChannel {
  let parts: Buffer[] = [];
  let length = 0;
  let state: 'open' | 'closed' = 'open';

  function violate(reason: string): void {
    state = 'closed';
    parts = [];
    receive({ type: 'violation', reason });
  }

  stream.on('data', (bytes: Buffer) => {
    if (state === 'closed') return;
    parts.push(bytes);
    length += bytes.length;
    read();
  });

  function read(): void {
    while (state === 'open' && length >= 4) {
      const size = first(4).readUInt32BE(0);
      if (size > maxBytes) return violate(`a frame of ${size} bytes, ${maxBytes} are allowed`);
      if (length < 4 + size) return;
      const all = first(4 + size);
      parts = all.length > 4 + size ? [all.subarray(4 + size)] : [];
      length -= 4 + size;
      const received = parseFrame(all.subarray(4, 4 + size));
      if (received.type === 'violation') return violate(received.reason);
      receive(received);
    }
  }

  /** Pieces are joined when they are needed as one, so that a large frame is copied once and not once for each piece. */
  function first(bytes: number): Buffer {
    if ((parts[0]?.length ?? 0) < bytes) parts = [Buffer.concat(parts, length)];
    return parts[0] ?? Buffer.alloc(0);
  }

  return {
    send: (frame) => {
      const body = Buffer.from(JSON.stringify(frame), 'utf8');
      const head = Buffer.allocUnsafe(4);
      head.writeUInt32BE(body.length);
      stream.write(head);
      stream.write(body);
    },
    close: () => {
      state = 'closed';
      stream.destroy();
    },
  };
}

function parseFrame(body: Buffer): Received {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    // The frames of a harness are JSON; whatever this is, it did not come from one.
    return { type: 'violation', reason: 'a frame that is not JSON' };
  }
  if (validateWorkerFrame(value)) return { type: 'frame', frame: value, bytes: body.length };
  const problem = validateWorkerFrame.errors?.[0];
  return {
    type: 'violation',
    reason: `a frame that does not fit its schema at ${problem?.instancePath || 'the top'} (${problem?.keyword ?? 'unknown'})`,
  };
}
