import type { Socket } from 'node:net';
import type { Place } from '../agent-files.ts';
import type { Turn } from '../trace/task-scope.ts';
import type { ExchangePhase } from './exchange-error.ts';

/** Names and values, as they stood on the wire. */
export type HeaderList = readonly (readonly [string, string])[];

/** What an exchange is known by from its first moment on. */
export type BegunExchange = {
  readonly number: number;
  readonly client: string;
  readonly method: string;
  readonly url: string;
  readonly at: Place | undefined;
  readonly turn: Turn | undefined;
};

export type ResponseStart = { readonly status: number; readonly reason: string; readonly headers: HeaderList };

export type EndedExchange = {
  /** Unix time in milliseconds. */
  readonly started: number;
  readonly ms: number;
  readonly failure?: { readonly error: unknown; readonly phase: ExchangePhase } | undefined;
};

/** Sees all of one exchange, contents included: for a recording, or for a replay. */
export type ExchangeTap = {
  /** The connection that carries it; another one carries the next. */
  readonly carried: (socket: Socket) => void;
  readonly requestHead: (headers: HeaderList) => void;
  readonly requestBody: (chunk: Uint8Array) => void;
  /** The request was written whole. */
  readonly requested: () => void;
  readonly responded: (start: ResponseStart) => void;
  readonly responseBody: (chunk: Uint8Array) => void;
  /** What its event says more; undefined where another event tells all of it. */
  readonly marks: () => object | undefined;
  /** Called once, after its event was reported. */
  readonly ended: (ended: EndedExchange) => void;
};

/** Called when an exchange begins, before anything is sent. */
export type ExchangeObserver = (begun: BegunExchange) => ExchangeTap;

/** Of each name in turn its value, as Node and undici keep them. */
export function headerList(flat: unknown): HeaderList {
  const entries: readonly unknown[] = Array.isArray(flat) ? flat : [];
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < entries.length; index += 2) {
    list.push([headerText(entries[index]), headerText(entries[index + 1])]);
  }
  return list;
}

/** The lines of a request as it was sent; the first one is the method's. */
export function sentHeaders(text: unknown): HeaderList {
  return typeof text === 'string'
    ? text
        .split('\r\n')
        .slice(1)
        .flatMap((line): [string, string][] => {
          const colon = line.indexOf(':');
          return colon <= 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
        })
    : [];
}

function headerText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
