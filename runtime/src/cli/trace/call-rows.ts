import * as l10n from '@vscode/l10n';
import { callsOf, isFailedTry, outcomeOf, shortUrl, type HttpCall, type HttpExchanged } from '@hermes-runtime/schemas';
import { duration } from './duration.ts';
import type { Block } from './block.ts';
import type { Part, Row } from './row.ts';

/** More single calls than this outside loops are counted, not listed: the whole list is in `trace --json`. */
const maxPlainCalls = 40;

/** HTTP as the agent meant it: tries of one line are one call. Calls inside loops show when they were retried; their loop has the rest. */
export function callBlocks(exchanges: readonly HttpExchanged[], start: number): readonly Block[] {
  const calls = callsOf(exchanges);
  const plain = calls.filter(({ tries }) => tries.length === 1 && tries[0]?.iteration === undefined);
  const shown = new Set([...plain.slice(0, maxPlainCalls), ...calls.filter(({ tries }) => tries.length > 1)]);
  const blocks = calls.filter((call) => shown.has(call)).flatMap((call) => callBlock(call, start));
  const hidden = plain.length - Math.min(plain.length, maxPlainCalls);
  const last = plain.at(-1)?.tries[0];
  if (hidden === 0 || !last) return blocks;
  return [
    ...blocks,
    {
      time: last.started,
      rows: [{ at: last.started - start, mark: 'call', parts: [{ text: l10n.t('{0} more requests', hidden), style: 'dim' }] }],
    },
  ];
}

function callBlock(call: HttpCall, start: number): readonly Block[] {
  const [first] = call.tries;
  if (!first) return [];
  const depth = first.iteration ? 1 : 0;
  const head: Part[] = [{ text: `${first.method} ` }, { text: shortUrl(first.url), shrink: 'middle' }];
  if (call.tries.length === 1)
    return [
      {
        time: first.started,
        rows: [{ at: first.started - start, mark: 'call', depth, parts: [...head, ...outcomeParts(first)], place: first.at }],
      },
    ];
  const rows: Row[] = [
    {
      at: first.started - start,
      mark: 'retried',
      markStyle: 'plain',
      depth,
      parts: [...head, { text: `  ${l10n.t('{0} tries', call.tries.length)} · ${duration(call.ms)}`, style: 'dim' }],
      place: first.at,
    },
    { depth, parts: triesParts(call) },
  ];
  return [{ time: first.started, rows, ...(first.iteration && { inside: first.iteration }) }];
}

function outcomeParts(exchange: HttpExchanged): readonly Part[] {
  const { error, status = 0, ms } = exchange;
  const failed = error !== undefined || status >= 400;
  const parts: Part[] = [
    { text: `  ${word(exchange)}`, style: failed ? 'red' : 'dim' },
    { text: ` · ${duration(ms)}`, style: 'dim' },
    ...(exchange.given === true ? [{ text: ` · ${l10n.t('given by hand')}`, style: 'yellow' } as const] : []),
  ];
  return error ? [...parts, { text: `  ${error.message}`, style: 'dim', shrink: 'end' }] : parts;
}

/** `503 ─1s─ 503 ─2s─ 429 ─4s Retry-After─ timeout 5s ─1s─ 200`. */
function triesParts({ tries, waits }: HttpCall): readonly Part[] {
  return tries.flatMap((exchange, i): Part[] => {
    const failed = isFailedTry(exchange);
    const outcome = word(exchange);
    const text = exchange.error ? `${outcome} ${duration(exchange.ms, 'short')}` : outcome;
    const wait = waits[i];
    const asked = exchange.retry_after_seconds === undefined ? '' : ' Retry-After';
    const style = failed ? 'red' : 'green';
    return [{ text, style }, ...(wait === undefined ? [] : [{ text: ` ─${duration(wait, 'short')}${asked}─ `, style: 'dim' as const }])];
  });
}

function word(exchange: HttpExchanged): string {
  const outcome = outcomeOf(exchange);
  return outcome === 'timeout' ? l10n.t('timeout') : outcome;
}
