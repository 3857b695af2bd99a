import { bearerOf, type Refused } from '@hermes-runtime/runtime';
import type { Audit } from './audit.ts';
import type { Tokens } from './tokens.ts';

/** Written one by one in a minute; the rest of that minute is counted. */
const mostInMinute = 30;
const minute = 60_000;
const longestPath = 200;
/** A token that somebody put where it does not belong, or anything else that is long enough to be one. */
const tokenLike = /hro_[\w-]+|[\w-]{40,}/g;

export type DeniedParts = { readonly audit: Audit; readonly tokens: Tokens; readonly now?: () => number };

/** Writes down who was not let in: bounded, because everybody on the network can knock. Never holds the text of a token. */
export function deniedAudit({ audit, tokens, now = Date.now }: DeniedParts): Refused {
  let since = 0;
  let written = 0;
  let uncounted = 0;
  const write = (entry: Parameters<Audit['denied']>[0]): void => {
    try {
      audit.denied(entry);
    } catch {
      // Nobody is let in because the disk is full: the refusal stands, and its entry is missing.
    }
  };
  return ({ method, path, headers, from = '' }, { status }) => {
    const time = now();
    if (time - since >= minute) {
      if (uncounted > 0) write({ time, by: 'unknown', from: '', action: `${uncounted} more refused`, status });
      [since, written, uncounted] = [time, 0, 0];
    }
    if (written >= mostInMinute) {
      uncounted += 1;
      return;
    }
    written += 1;
    const check = tokens.check(bearerOf(headers) ?? '', time);
    const by = check.status === 'unknown' ? 'unknown' : check.token.name;
    write({ time, by, from, action: `${method} ${path.slice(0, longestPath).replaceAll(tokenLike, '…')}`, status });
  };
}
