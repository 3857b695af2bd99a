import type { Socket } from 'node:net';
import type { AgentFiles, Place } from '../agent-files.ts';
import type { ErrorPlaces } from '../error-places.ts';
import type { Reporter } from '../reporter.ts';
import { callingFrames } from '../stack-frames.ts';
import type { TaskScope, Turn } from '../trace/task-scope.ts';
import { callSite, type CallSite } from './call-site.ts';
import { exchangeError, type ExchangePhase } from './exchange-error.ts';
import type { ExchangeObserver, HeaderList } from './exchange-tap.ts';
import type { ResponseHead } from './response-head.ts';

/** One request and its response, reported when it is over. */
export type Exchange = {
  readonly number: number;
  readonly method: string;
  readonly url: string;
  /** The agent's line that asked. */
  readonly at: Place | undefined;
  readonly reached: (phase: ExchangePhase) => void;
  readonly carried: (socket: Socket) => void;
  /** Asked only where someone looks at contents. */
  readonly requestHead: (headers: () => HeaderList) => void;
  readonly sent: (chunk: Uint8Array) => void;
  /** The request was written whole. */
  readonly requested: () => void;
  readonly responded: (status: number, head: ResponseHead, raw: () => { readonly reason: string; readonly headers: HeaderList }) => void;
  readonly received: (chunk: Uint8Array) => void;
  readonly charset: () => string | undefined;
  readonly ended: () => void;
  readonly failed: (error: unknown) => void;
};

export type ExchangeStart = { readonly method: string; readonly url: string; readonly ownClient: string };

export type ExchangeLog = {
  /** Called on the stack of the request: the agent's line is looked for there. */
  readonly begin: (start: ExchangeStart) => Exchange;
  /** The newest exchange whose response came from a URL. */
  readonly latest: (url: string) => Exchange | undefined;
  /** From now on each exchange is shown to the observer, contents included. */
  readonly observe: (observer: ExchangeObserver) => void;
  readonly isObserved: () => boolean;
  /** Reports what is still open when the task ends. */
  readonly flush: () => void;
};

export type ExchangeDeps = {
  readonly report: Reporter['report'];
  readonly files: AgentFiles;
  readonly scope: TaskScope;
  readonly places: ErrorPlaces;
};

export function createExchangeLog({ report, files, scope, places }: ExchangeDeps): ExchangeLog {
  let count = 0;
  const observers: ExchangeObserver[] = [];
  const open = new Set<{ readonly abandon: () => void }>();
  const latestByUrl = new Map<string, Exchange>();
  /** A redirect or a library's own retry runs without the agent's line on the stack: it belongs to the request before. */
  const followUps = new Map<string, CallSite>();

  const begin = ({ method, url, ownClient }: ExchangeStart): Exchange => {
    count += 1;
    const number = count;
    const found = callSite(callingFrames(begin), files, ownClient);
    const site = found.at === undefined ? (followUps.get(url) ?? found) : found;
    const turn: Turn | undefined = scope.iteration().iteration;
    const started = performance.timeOrigin + performance.now();
    let phase: ExchangePhase = 'connect';
    let status: number | undefined;
    let head: ResponseHead = {};
    let requestBytes: number | undefined;
    let responseBytes: number | undefined;
    const followedBy = (next: string): void => {
      if (site.at !== undefined) {
        followUps.set(next, site);
      }
    };
    const finish = (failure?: { readonly error: unknown; readonly phase: ExchangePhase }): void => {
      if (!open.delete(entry)) {
        return;
      }
      const error = failure && exchangeError(failure.error, failure.phase);
      const { location: _location, ...shown } = head;
      if (error !== undefined) {
        followedBy(url);
      }
      const now = performance.timeOrigin + performance.now();
      const marks = taps.map((tap) => tap.marks());
      if (!marks.includes(undefined)) {
        report({
          type: 'http.exchanged',
          exchange: number,
          client: site.client,
          method,
          url,
          ...(status !== undefined && { status }),
          ...(error !== undefined && { error }),
          started,
          time: now,
          ms: now - started,
          ...(requestBytes !== undefined && { request_bytes: requestBytes }),
          ...(responseBytes !== undefined && { response_bytes: responseBytes }),
          ...shown,
          ...(site.at && { at: site.at }),
          ...(turn && { iteration: turn }),
          ...Object.fromEntries(marks.flatMap((mark) => Object.entries(mark ?? {}))),
        });
      }
      for (const tap of taps) {
        tap.ended({ started, ms: now - started, failure });
      }
    };
    const entry = { abandon: () => finish(status === undefined ? { error: new UnfinishedExchange(), phase } : undefined) };
    open.add(entry);
    const taps = observers.map((observe) => observe({ number, client: site.client, method, url, at: site.at, turn }));
    const exchange: Exchange = {
      number,
      method,
      url,
      at: site.at,
      reached: (next) => {
        phase = next;
      },
      carried: (socket) => taps.forEach((tap) => tap.carried(socket)),
      requestHead: (headers) => taps.forEach((tap) => tap.requestHead(headers())),
      sent: (chunk) => {
        requestBytes = (requestBytes ?? 0) + chunk.byteLength;
        taps.forEach((tap) => tap.requestBody(chunk));
      },
      requested: () => {
        phase = 'headers';
        taps.forEach((tap) => tap.requested());
      },
      responded: (code, responseHead, raw) => {
        status = code;
        head = responseHead;
        phase = 'body';
        latestByUrl.set(url, exchange);
        // A redirect is followed before its own body has ended.
        if (code >= 300) {
          followedBy(head.location === undefined ? url : absolute(head.location, url));
        }
        taps.forEach((tap) => tap.responded({ status: code, ...raw() }));
      },
      received: (chunk) => {
        responseBytes = (responseBytes ?? 0) + chunk.byteLength;
        taps.forEach((tap) => tap.responseBody(chunk));
      },
      charset: () => head.charset,
      ended: () => finish(),
      failed: (error) => {
        if (site.at !== undefined) {
          places.note(error, site.at);
        }
        finish({ error, phase });
      },
    };
    return exchange;
  };

  return {
    begin,
    latest: (url) => latestByUrl.get(url),
    observe: (observer) => observers.push(observer),
    isObserved: () => observers.length > 0,
    flush: () => {
      for (const { abandon } of open) {
        abandon();
      }
    },
  };
}

/** The task ended first. */
class UnfinishedExchange extends Error {
  override readonly name = 'Unfinished';
  constructor() {
    super('the task ended before the response came');
  }
}

function absolute(location: string, base: string): string {
  return URL.canParse(location, base) ? new URL(location, base).href : location;
}
