import { type HttpCall, type LoopEnded, type TaskView, callsOf, isFailedTry, outcomeOf, shortUrl } from '@hermes-runtime/schemas';
import type { Place } from '@hermes-runtime/schemas';
import type { IconName } from './icon.tsx';
import { ledgerText } from './trace-rows.ts';

/** A stretch of time on a row, in Unix milliseconds. */
export type Bar = { readonly from: number; readonly to: number; readonly kind: 'ok' | 'failed' | 'wait' | 'lost' };

export type WaterfallRow = {
  readonly id: string;
  readonly depth: 0 | 1 | 2;
  readonly icon?: IconName;
  readonly label: string;
  readonly note: string;
  readonly ms: number;
  readonly bars: readonly Bar[];
  readonly at?: Place;
  readonly began: number;
};

/** The task, then its calls, loops, spans and processes by their beginning, each with its parts below it. */
export function waterfallRows(view: TaskView, now: number): readonly WaterfallRow[] {
  const began = view.started_at ?? view.queued_at;
  const ended = view.finished_at ?? now;
  const root: WaterfallRow = {
    id: 'task',
    depth: 0,
    label: view.agent.name,
    note: '',
    ms: ended - began,
    began,
    bars: [{ from: began, to: ended, kind: view.status === 'failed' || view.status === 'timed_out' ? 'failed' : 'ok' }],
  };
  const groups = [
    ...callsOf(view.facts.exchanges.filter(({ iteration }) => !iteration)).map((call) => callRows(call)),
    ...view.facts.loops.map((loop) => loopRows(loop, view)),
    ...spanRows(view),
    ...view.facts.processes.map(({ seq, command, ms, time, exit_code, at }) => [
      {
        id: `event-${seq}`,
        depth: 1,
        icon: 'process',
        label: command.join(' '),
        note: `exit ${exit_code ?? '?'}`,
        ms,
        began: time - ms,
        ...(at && { at }),
        bars: [{ from: time - ms, to: time, kind: exit_code === 0 ? 'ok' : 'failed' }],
      } satisfies WaterfallRow,
    ]),
  ];
  return [root, ...groups.toSorted((a, b) => (a[0]?.began ?? 0) - (b[0]?.began ?? 0)).flat()];
}

function callRows({ tries, waits, ms }: HttpCall): readonly WaterfallRow[] {
  const first = tries[0];
  if (!first) return [];
  const bars = tries.flatMap((exchange, i): Bar[] => {
    const end = exchange.started + exchange.ms;
    const bar: Bar = { from: exchange.started, to: end, kind: isFailedTry(exchange) || (exchange.status ?? 0) >= 400 ? 'failed' : 'ok' };
    const wait = waits[i];
    return wait === undefined ? [bar] : [bar, { from: end, to: end + wait, kind: 'wait' }];
  });
  const isRetried = tries.length > 1;
  const parent: WaterfallRow = {
    id: `event-${first.seq}${isRetried ? '-call' : ''}`,
    depth: 1,
    ...(isRetried && { icon: 'retried' as const }),
    label: `${first.method} ${shortUrl(first.url)}`,
    note: isRetried ? '' : outcomeOf(first),
    ms,
    bars,
    began: first.started,
    ...(first.at && { at: first.at }),
  };
  if (!isRetried) return [parent];
  return [
    parent,
    ...tries.map((exchange, i): WaterfallRow => {
      const wait = waits[i];
      return {
        id: `event-${exchange.seq}`,
        depth: 2,
        label: `${i + 1}. ${outcomeOf(exchange)}`,
        note: wait === undefined ? '' : `+${(wait / 1000).toFixed(1)} s${exchange.retry_after_seconds === undefined ? '' : ' Retry-After'}`,
        ms: exchange.ms,
        began: exchange.started,
        bars: bars
          .filter(({ from }) => from >= exchange.started && from < exchange.started + exchange.ms + (wait ?? 0) + 0.001)
          .slice(0, 2),
        ...(exchange.at && { at: exchange.at }),
      };
    }),
  ];
}

/** The loop's ledger, then each turn that sent a request or did not reach its end. */
function loopRows(loop: LoopEnded, { facts }: TaskView): readonly WaterfallRow[] {
  const inside = Map.groupBy(
    facts.exchanges.filter(({ iteration }) => iteration?.loop === loop.loop),
    ({ iteration }) => iteration?.index ?? 0,
  );
  const exits = new Map(loop.exits.map((exit) => [exit.index, exit]));
  const indices = [...new Set([...inside.keys(), ...exits.keys()])].toSorted((a, b) => a - b);
  const turns = indices.map((index): WaterfallRow => {
    const exchanges = inside.get(index) ?? [];
    const exit = exits.get(index);
    const from = Math.min(...exchanges.map(({ started }) => started), loop.time);
    const to = Math.max(...exchanges.map(({ started, ms }) => started + ms), from);
    const last = exchanges.at(-1);
    const isLost = exit?.how === 'skipped' || exit?.how === 'dropped';
    return {
      id: `turn-${loop.seq}-${index}`,
      depth: 2,
      ...(exit?.how === 'skipped' && { icon: 'skipped' as const }),
      ...(exit?.how === 'dropped' && { icon: 'dropped' as const }),
      label: exit?.item ? `#${index} ${exit.item}` : `#${index}`,
      note: exit?.reason ?? (last && (last.error || (last.status ?? 0) >= 400) ? outcomeOf(last) : ''),
      ms: to - from,
      began: from,
      bars: exchanges.length === 0 ? [] : [{ from, to, kind: isLost ? 'lost' : 'ok' }],
      ...(exit && { at: exit.at }),
    };
  });
  const parent: WaterfallRow = {
    id: `event-${loop.seq}`,
    depth: 1,
    icon: 'loop',
    label: `for ${loop.header}`,
    note: ledgerText(loop),
    ms: loop.time - loop.began,
    began: loop.began,
    bars: [{ from: loop.began, to: loop.time, kind: loop.skipped + loop.dropped > 0 ? 'lost' : 'ok' }],
    at: loop.at,
  };
  return [parent, ...turns];
}

function spanRows({ facts }: TaskView): readonly (readonly WaterfallRow[])[] {
  return facts.spans.flatMap((span) => {
    if (span.type !== 'span.started') return [];
    const end = facts.spans.find((other) => other.type === 'span.ended' && other.span_id === span.span_id);
    const ms = end?.type === 'span.ended' ? end.ms : 0;
    const isFailed = end?.type === 'span.ended' && end.error !== undefined;
    const row: WaterfallRow = {
      id: `event-${span.seq}`,
      depth: 1,
      label: span.name,
      note: '',
      ms,
      began: span.time,
      bars: [{ from: span.time, to: span.time + ms, kind: isFailed ? 'failed' : 'ok' }],
      ...(span.at && { at: span.at }),
    };
    return [[row]];
  });
}
