import type { HttpExchanged } from '../generated/types.ts';

/** The exchanges that one line of code made to get one answer: tries, with the waits between them. */
export type HttpCall = {
  readonly tries: readonly HttpExchanged[];
  /** The wait before try n + 1, in milliseconds; one less than tries. */
  readonly waits: readonly number[];
  /** From the first request to the last answer, in milliseconds. */
  readonly ms: number;
};

/** Statuses after which the same request is worth another try. */
const worthRetrying = new Set([408, 425, 429]);

export function isFailedTry({ status, error }: HttpExchanged): boolean {
  return error !== undefined || status === undefined || status >= 500 || worthRetrying.has(status);
}

/**
 * Groups exchanges into calls: same line, method and URL, where the earlier one failed and had ended.
 * Without a line (the site was not found) method and URL alone decide.
 */
export function callsOf(exchanges: readonly HttpExchanged[]): readonly HttpCall[] {
  const open = new Map<string, HttpExchanged[]>();
  const calls: HttpExchanged[][] = [];
  for (const exchange of exchanges.toSorted((a, b) => a.started - b.started || a.exchange - b.exchange)) {
    const key = `${exchange.at?.file}:${exchange.at?.line} ${exchange.method} ${exchange.url}`;
    const tries = open.get(key);
    const last = tries?.at(-1);
    // Half a millisecond of tolerance: both times come from clocks that are rounded differently.
    if (tries && last && isFailedTry(last) && exchange.started >= last.started + last.ms - 0.5) {
      tries.push(exchange);
    } else {
      const fresh = [exchange];
      open.set(key, fresh);
      calls.push(fresh);
    }
  }
  return calls.map((tries) => ({ tries, waits: waitsOf(tries), ms: spanOf(tries) }));
}

function waitsOf(tries: readonly HttpExchanged[]): readonly number[] {
  return tries.slice(1).map((next, i) => {
    const before = tries[i];
    return before ? Math.max(0, next.started - before.started - before.ms) : 0;
  });
}

function spanOf(tries: readonly HttpExchanged[]): number {
  const first = tries[0];
  const last = tries.at(-1);
  return first && last ? last.started + last.ms - first.started : 0;
}
