import type { RecordedBody } from '@hermes-runtime/schemas';
import type { Socket } from 'node:net';
import type { BegunExchange, ExchangeObserver } from '../http/exchange-tap.ts';
import { bodyBytes } from '../recording/kept-body.ts';
import { createRequestRecord, type RequestRecord } from '../recording/request-record.ts';
import type { Scrub } from '../recording/scrub.ts';
import { answerOf, endOf, type Answer } from './answer.ts';
import type { Divergences } from './divergences.ts';
import type { Asked, Matcher } from './match.ts';
import type { ServedSocket } from './served-sockets.ts';

/** The longest that Node takes for a timer. */
const maxTimerMs = 2 ** 31 - 1;

export type ReplayerDeps = {
  readonly scrub: Scrub;
  readonly matcher: Matcher;
  readonly bodies: Readonly<Record<string, RecordedBody>>;
  readonly divergences: Divergences;
};

export type Replayer = {
  readonly observe: ExchangeObserver;
  /** Says what becomes of a connection that a client has asked for. */
  readonly connect: (served: ServedSocket) => void;
};

/** One request on its way to its recorded answer. */
type Pending = {
  readonly begun: BegunExchange;
  readonly asked: Asked;
  readonly request: RequestRecord;
  socket: Socket | undefined;
  state: 'begun' | 'connecting' | 'answered' | 'diverged';
  changed: boolean;
  /** Answered by what a person gave. */
  given: boolean;
};

type Ready = { readonly carrier: ServedSocket; readonly answer: Answer; readonly over: number };

/** Joins what clients ask for with what was recorded. */
export function createReplayer({ scrub, matcher, bodies, divergences }: ReplayerDeps): Replayer {
  const pending = new Set<Pending>();
  // A real connection keeps the process alive while a response is awaited.
  const alive = setInterval(() => undefined, maxTimerMs).unref();
  const origins = new Set<string>();
  const served = new WeakMap<Socket, ServedSocket>();
  const textOfBody = (digest: string | undefined): string | undefined => {
    const body = digest === undefined ? undefined : bodies[digest];
    return body && bodyBytes(body).toString('utf8');
  };

  const diverge = (
    entry: Pending,
    found: { readonly reason: Parameters<Divergences['note']>[0]['reason']; readonly recorded?: string | undefined },
    body: Buffer,
  ): Error => {
    entry.state = 'diverged';
    const { client, method, at, turn } = entry.begun;
    // As it would have been recorded: what is given by hand is found by it.
    const { url } = entry.asked;
    return divergences.note({
      client,
      method,
      url,
      reason: found.reason,
      ...(body.length > 0 && { asked: body.toString('utf8') }),
      ...(found.recorded !== undefined && { recorded: found.recorded }),
      at,
      turn,
    });
  };

  /** What a request gets, and when that was over in the recording. */
  const match = (entry: Pending): readonly Ready[] => {
    const carrier = entry.socket && served.get(entry.socket);
    if (carrier === undefined || !pending.has(entry) || entry.state === 'answered' || entry.state === 'diverged') {
      return [];
    }
    const { body, digest } = entry.request.scrubbed();
    const found = matcher.take(entry.asked, digest);
    if (found.status === 'diverged') {
      const recorded = textOfBody(found.nearest?.request.body);
      carrier.fail(diverge(entry, { reason: found.reason, recorded }, body));
      return [];
    }
    entry.state = 'answered';
    entry.changed = found.changed;
    entry.given = found.exchange.given === true;
    const { started, ms, response } = found.exchange;
    const recorded = bodies[response?.body ?? ''];
    const answer = answerOf(found.exchange, recorded === undefined ? Buffer.alloc(0) : bodyBytes(recorded));
    return [{ carrier, answer, over: started + ms }];
  };

  let written: Pending[] = [];
  /** Of requests that wait together, the one whose answer was over first gets it first, as in the recording. */
  const answerTogether = (entry: Pending): void => {
    written.push(entry);
    if (written.length > 1) {
      return;
    }
    setImmediate(() => {
      const together = written;
      written = [];
      const ready = together.flatMap(match).toSorted((one, other) => one.over - other.over);
      ready.forEach(({ carrier, answer }) => carrier.answer(answer));
    });
  };

  /** undici connects again after a request was given up, and a proxy has another address than the request. */
  const connectAside = (connection: ServedSocket): void => {
    if (pending.size > 0 || origins.has(`${connection.host}:${connection.port}`)) {
      connection.open();
      return;
    }
    const url = `tcp://${connection.host}:${connection.port}`;
    const { at } = connection;
    connection.fail(divergences.note({ client: 'net', method: 'CONNECT', url, reason: 'not_recorded', at, turn: undefined }));
  };

  return {
    observe: (begun) => {
      const { method, at } = begun;
      const entry: Pending = {
        begun,
        asked: { method, url: scrub.url(begun.url), at },
        request: createRequestRecord(scrub),
        socket: undefined,
        state: 'begun',
        changed: false,
        given: false,
      };
      pending.add(entry);
      alive.ref();
      return {
        carried: (socket) => {
          entry.socket = socket;
        },
        requestHead: entry.request.head,
        requestBody: entry.request.add,
        requested: () => answerTogether(entry),
        responded: () => undefined,
        responseBody: () => undefined,
        // What was not answered is told as a divergence alone: nothing has left this machine.
        marks: () =>
          entry.state === 'diverged'
            ? undefined
            : { replayed: true, ...(entry.changed && { changed: true }), ...(entry.given && { given: true }) },
        ended: () => {
          pending.delete(entry);
          if (entry.state === 'begun' || entry.state === 'connecting') {
            matcher.giveUp(entry.asked);
          }
          if (pending.size === 0) {
            alive.unref();
          }
        },
      };
    },
    connect: (connection) => {
      served.set(connection.socket, connection);
      const waiting = [...pending].filter(({ state }) => state === 'begun');
      const entry =
        waiting.find(({ socket }) => socket === connection.socket) ??
        waiting.find(({ socket, begun }) => socket === undefined && isTo(begun.url, connection));
      if (entry === undefined) {
        return connectAside(connection);
      }
      const failed = matcher.takeConnecting(entry.asked);
      origins.add(`${connection.host}:${connection.port}`);
      entry.state = failed === undefined ? 'connecting' : 'answered';
      const end = failed && endOf(failed);
      if (end === undefined) {
        connection.open();
      } else {
        connection.answer({ pieces: [], end });
      }
    },
  };
}

function isTo(url: string, { host, port }: ServedSocket): boolean {
  const parsed = URL.parse(url);
  const ports: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
  return parsed !== null && parsed.hostname.replaceAll(/[[\]]/g, '') === host && (Number(parsed.port) || ports[parsed.protocol]) === port;
}
