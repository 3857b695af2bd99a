import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { AgentFiles, Place } from '../agent-files.ts';
import { patchMethod } from '../patch-method.ts';
import { callerPlace } from '../stack-frames.ts';
import type { Answer } from './answer.ts';

/** A connection of the agent's that leads nowhere: what it reads is put there by the replay. */
export type ServedSocket = {
  readonly socket: Socket;
  readonly host: string;
  readonly port: number;
  /** The agent's line that connected. */
  readonly at: Place | undefined;
  readonly open: () => void;
  readonly fail: (error: Error) => void;
  /** Gives the answer piece by piece, as a network would. */
  readonly answer: (answer: Answer) => void;
};

/**
 * From now on no socket of this process connects: each one that would is handed over, one turn later.
 * Every client goes through this one method, those that kept a function of `net` or `tls` included.
 */
export function serveSockets(files: AgentFiles, onConnect: (served: ServedSocket) => void): void {
  patchMethod(Socket.prototype, 'connect', ({ self, values, door }) => {
    if (self instanceof Socket) {
      const { host, port, callback } = connectValues(values);
      const served = serve(self, host, port, callerPlace(door, files));
      if (callback !== undefined && !(self instanceof TLSSocket)) {
        self.once('connect', callback);
      }
      setImmediate(() => onConnect(served));
    }
    return self;
  });
}

/** As Node's own limit for the head of a message. */
const maxHeadBytes = 16_384;

function serve(socket: Socket, host: string, port: number, at: Place | undefined): ServedSocket {
  let waiting: (() => void)[] = [];
  let isOpen = false;
  const written = (chunk: unknown, done: () => void): void => {
    if (chunk instanceof Uint8Array && asksToContinue(chunk)) {
      setImmediate(() => socket.push('HTTP/1.1 100 Continue\r\n\r\n'));
    }
    if (isOpen) {
      done();
    } else {
      waiting.push(done);
    }
  };
  const own = {
    connecting: true,
    _read: () => undefined,
    _write: (chunk: unknown, encoding: unknown, done: () => void) => written(bytesOf(chunk, encoding), done),
    _writev: (chunks: readonly { readonly chunk: unknown; readonly encoding: unknown }[], done: () => void) =>
      written(bytesOf(chunks[0]?.chunk, chunks[0]?.encoding), done),
    _final: (done: () => void) => done(),
  };
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(socket, name, { value, writable: true, configurable: true, enumerable: false });
  }
  return {
    socket,
    host,
    port,
    at,
    open: () => {
      if (socket.destroyed) {
        return;
      }
      isOpen = true;
      Reflect.set(socket, 'connecting', false);
      socket.emit('connect');
      socket.emit('ready');
      if (socket instanceof TLSSocket) {
        trust(socket);
      }
      const writers = waiting;
      waiting = [];
      writers.forEach((done) => done());
    },
    fail: (error) => socket.destroy(error),
    answer: ({ pieces, end }) => {
      const rest = [...pieces];
      const next = (): void => {
        const piece = rest.shift();
        if (socket.destroyed) {
          return;
        }
        if (piece !== undefined) {
          socket.push(piece);
          if (rest.length === 0 && end.type === 'over') {
            socket.push(null);
          } else {
            setImmediate(next);
          }
        } else if (end.type === 'closed') {
          socket.push(null);
        } else if (end.type === 'broken') {
          socket.destroy(end.error);
        } else if (end.type === 'silent' && socket.timeout !== undefined && socket.timeout > 0 && socket.timeout <= end.ms) {
          // Whoever wants to be told that nothing came for so long need not wait for it again.
          socket.emit('timeout');
        }
      };
      next();
    },
  };
}

/** The socket of a net takes texts too. */
function bytesOf(chunk: unknown, encoding: unknown): unknown {
  return typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
    : chunk;
}

/** Such a request sends its body only once it was told to go on. */
function asksToContinue(chunk: Uint8Array): boolean {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.byteLength, maxHeadBytes)).toString('latin1');
  return /^[A-Z]+ \S+ HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*expect: *100-continue\r\n/i.test(head);
}

/** A handshake that has gone well; what went wrong with one is recorded as an error. */
function trust(socket: TLSSocket): void {
  for (const listener of socket.listeners('end')) {
    // Node's own, which takes an end for one that came before the handshake.
    if (listener.name === 'onConnectEnd') {
      const off: unknown = Reflect.get(socket, 'off');
      if (typeof off === 'function') {
        Reflect.apply(off, socket, ['end', listener]);
      }
    }
  }
  Reflect.set(socket, 'secureConnecting', false);
  Reflect.set(socket, 'authorized', true);
  socket.emit('secureConnect');
}

type ConnectValues = { readonly host: string; readonly port: number; readonly callback: (() => void) | undefined };

/** `connect` takes options, or a port and a host, or what Node has made of either. */
function connectValues(values: readonly unknown[]): ConnectValues {
  const flat: readonly unknown[] = Array.isArray(values[0]) ? values[0] : values;
  const callback = flat.find((value) => typeof value === 'function');
  const [first, second] = flat;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  const port: unknown = Reflect.get(options, 'port');
  const host: unknown = Reflect.get(options, 'host');
  return {
    host: typeof host === 'string' ? host : 'localhost',
    port: Number(port),
    callback: callback === undefined ? undefined : () => void Reflect.apply(callback, undefined, []),
  };
}
