import type { RecordedExchange } from '@hermes-runtime/schemas';
import type { Place } from '../agent-files.ts';
import { givenUp } from '../recording/recorded-error.ts';

/** A request as it is looked for: secrets replaced. */
export type Asked = { readonly method: string; readonly url: string; readonly at: Place | undefined };

export type DivergenceReason = 'not_recorded' | 'body_differs' | 'used_up' | 'truncated';

export type Match =
  | { readonly status: 'served'; readonly exchange: RecordedExchange; readonly changed: boolean }
  | { readonly status: 'diverged'; readonly reason: DivergenceReason; readonly nearest: RecordedExchange | undefined };

/** Gives each recorded exchange to one request. */
export type Matcher = {
  /** What became of connecting for a request, before anything of it is sent; undefined if it is to go through. */
  readonly takeConnecting: (asked: Asked) => RecordedExchange | undefined;
  /** The agent gave up before its request was sent: so it did in the recording. */
  readonly giveUp: (asked: Asked) => void;
  readonly take: (asked: Asked, digest: string) => Match;
};

export function createMatcher(rule: 'exact' | 'place', exchanges: readonly RecordedExchange[]): Matcher {
  // What a person gave stands in for what was not recorded, and so comes after all that was.
  const given = new Set(exchanges.filter((exchange) => exchange.given === true).toSorted((one, other) => one.n - other.n));
  const onTape = exchanges.filter((exchange) => !given.has(exchange));
  // What a connection was turned into by `101 Switching Protocols` is no HTTP, and was not recorded.
  const left = new Set(onTape.filter(({ response }) => response?.status !== 101).toSorted((one, other) => one.n - other.n));
  const isSame = (asked: Asked) => (recorded: RecordedExchange) => recorded.method === asked.method && recorded.url === asked.url;
  const isAlike = (asked: Asked) => (recorded: RecordedExchange) =>
    recorded.method === asked.method && withoutQuery(recorded.url) === withoutQuery(asked.url);
  const oldest = (asked: Asked, fits: (recorded: RecordedExchange) => boolean): RecordedExchange | undefined => {
    const fitting = [...left].filter(fits);
    return fitting.find(({ at }) => isPlace(at, asked.at)) ?? fitting[0];
  };
  const used = (exchange: RecordedExchange): RecordedExchange => {
    left.delete(exchange);
    return exchange;
  };
  return {
    takeConnecting: (asked) => {
      const next = oldest(asked, isSame(asked)) ?? (rule === 'place' ? oldest(asked, isAlike(asked)) : undefined);
      return next !== undefined && isConnectError(next) ? used(next) : undefined;
    },
    giveUp: (asked) => {
      const next = oldest(asked, isSame(asked));
      if (next !== undefined && next.response === undefined && next.error?.type === givenUp) {
        used(next);
      }
    },
    take: (asked, digest) => {
      const isKey = (recorded: RecordedExchange): boolean =>
        isSame(asked)(recorded) && (recorded.request.digest === digest || wasCutShort(recorded));
      const exact = oldest(asked, isKey);
      const found = exact ?? (rule === 'place' ? oldest(asked, isAlike(asked)) : undefined);
      const byHand = found === undefined || found.response?.truncated === true ? [...given].find(isSame(asked)) : undefined;
      if (byHand !== undefined) {
        given.delete(byHand);
        if (found !== undefined) used(found);
        return { status: 'served', exchange: byHand, changed: false };
      }
      if (found === undefined) {
        const isRecorded = onTape.some(isSame(asked));
        return {
          status: 'diverged',
          reason: onTape.some(isKey) ? 'used_up' : isRecorded ? 'body_differs' : 'not_recorded',
          nearest: oldest(asked, isSame(asked)) ?? onTape.find(isSame(asked)) ?? oldest(asked, isAlike(asked)),
        };
      }
      used(found);
      return found.response?.truncated === true
        ? { status: 'diverged', reason: 'truncated', nearest: found }
        : { status: 'served', exchange: found, changed: exact === undefined };
    },
  };
}

function isConnectError({ response, error }: RecordedExchange): boolean {
  return response === undefined && error?.phase === 'connect';
}

/** Its body was not sent whole, so it says nothing. */
function wasCutShort({ response, error }: RecordedExchange): boolean {
  return response === undefined && (error?.phase === 'connect' || error?.phase === 'send');
}

function isPlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line;
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
