import type { Socket } from 'node:net';
import type { Exchange } from './exchange-log.ts';
import { createWireBodies } from './wire-bodies.ts';

/** Gives an exchange the bodies that its copy of undici keeps to itself, taken from the connection. */
export type UntoldBodies = {
  /** Called before anything is sent. `copy` is the same for all requests of one copy of undici. */
  readonly begin: (exchange: Exchange, socket: Socket, copy: unknown) => void;
  /** This copy publishes its bodies: nothing needs to be taken. */
  readonly told: (exchange: Exchange, copy: unknown) => void;
  readonly sent: (exchange: Exchange) => void;
  readonly received: (exchange: Exchange) => void;
};

type Taken = { readonly sent: Uint8Array[]; readonly received: Uint8Array[] };

export function createUntoldBodies(): UntoldBodies {
  const wire = createWireBodies();
  const telling = new Set<unknown>();
  const taken = new WeakMap<Exchange, Taken>();
  return {
    begin: (exchange, socket, copy) => {
      if (telling.has(copy)) {
        return;
      }
      const pieces: Taken = { sent: [], received: [] };
      taken.set(exchange, pieces);
      wire.listen(socket, {
        sent: (chunk) => pieces.sent.push(chunk),
        received: (chunk) => pieces.received.push(chunk),
      });
    },
    told: (exchange, copy) => {
      telling.add(copy);
      taken.delete(exchange);
    },
    sent: (exchange) => taken.get(exchange)?.sent.splice(0).forEach(exchange.sent),
    received: (exchange) => taken.get(exchange)?.received.splice(0).forEach(exchange.received),
  };
}
