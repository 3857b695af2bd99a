import type { Socket } from 'node:net';
import { patchMethod } from '../patch-method.ts';
import { messageBody } from './message-body.ts';

/** What goes over a connection for one exchange, without heads and frames. */
export type WireListener = { readonly sent: (chunk: Uint8Array) => void; readonly received: (chunk: Uint8Array) => void };

/** Looks at the bytes themselves: undici 6 does not publish its bodies, and Node 22 has one inside. */
export type WireBodies = { readonly listen: (socket: Socket, listener: WireListener) => void };

type Readers = { readonly sent: (bytes: Buffer) => void; readonly received: (bytes: Buffer) => void };

export function createWireBodies(): WireBodies {
  /** The newest exchange of each connection. */
  const readers = new WeakMap<Socket, Readers>();
  const watch = (socket: Socket): void => {
    patchMethod(socket, 'write', ({ values, original }) => {
      const [chunk, encoding] = values;
      if (typeof chunk === 'string') {
        readers.get(socket)?.sent(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'));
      } else if (chunk instanceof Uint8Array) {
        readers.get(socket)?.sent(Buffer.from(chunk));
      }
      return original();
    });
    patchMethod(socket, 'push', ({ values, original }) => {
      if (values[0] instanceof Uint8Array) {
        readers.get(socket)?.received(Buffer.from(values[0]));
      }
      return original();
    });
  };
  return {
    listen: (socket, listener) => {
      const isWatched = readers.has(socket);
      readers.set(socket, { sent: messageBody(listener.sent), received: messageBody(listener.received) });
      if (!isWatched) {
        watch(socket);
      }
    },
  };
}
