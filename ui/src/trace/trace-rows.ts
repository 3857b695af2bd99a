import * as l10n from '@vscode/l10n';
import {
  type ExchangeDiverged,
  type Finding,
  type HttpExchanged,
  type Place,
  type TraceEvent,
  findingText,
  isFailedTry,
  outcomeOf,
  receiptTexts,
  shortUrl,
  durationText,
} from '@hermes-runtime/schemas';
import { formatBytes, formatColumn } from './format.ts';
import type { IconName } from './icon.tsx';

/** One line of a list. The same shape for findings, events, exchanges and logs, so that one component draws them all. */
export type Row = {
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly time: number;
  readonly icon: IconName;
  /** Bold: what happened. */
  readonly head: string;
  /** Code: the thing it happened to. */
  readonly what: string;
  /** Dim: the rest. */
  readonly note: string;
  readonly columns?: readonly string[];
  readonly at?: Place;
  readonly isProblem: boolean;
  readonly finding?: Finding;
  readonly event?: TraceEvent;
};

export function findingRows(findings: readonly Finding[]): readonly Row[] {
  return findings.map((finding, i) => ({
    id: `finding-${i}`,
    time: finding.time,
    icon: finding.kind,
    ...findingText(finding),
    ...(finding.at && { at: finding.at }),
    isProblem: true,
    finding,
  }));
}

export function eventRows(events: readonly TraceEvent[]): readonly Row[] {
  return events.map((event) => ({
    id: `event-${event.seq}`,
    time: event.time,
    icon: iconOf(event),
    head: event.type,
    what: whatOf(event),
    note: noteOf(event),
    ...('at' in event && event.at && { at: event.at }),
    isProblem: isProblem(event),
    event,
  }));
}

export function exchangeRows(events: readonly TraceEvent[]): readonly Row[] {
  const longest = events.reduce((max, event) => (event.type === 'http.exchanged' ? Math.max(max, event.ms) : max), 0);
  return events.flatMap((event) => {
    if (event.type !== 'http.exchanged') return [];
    const isFailed = isProblem(event);
    return [
      {
        id: `event-${event.seq}`,
        time: event.started,
        icon: isFailed ? 'failed' : 'succeeded',
        head: event.method,
        what: shortUrl(event.url),
        note: event.given === true ? `${event.client} · ${l10n.t('given by hand')}` : event.client,
        columns: [outcomeOf(event), formatColumn(event.ms, longest), formatBytes(event.response_bytes)],
        ...(event.at && { at: event.at }),
        isProblem: isFailed,
        event,
      } satisfies Row,
    ];
  });
}

export function logRows(events: readonly TraceEvent[]): readonly Row[] {
  return events.flatMap((event) => {
    if (event.type !== 'log') return [];
    return [
      {
        id: `event-${event.seq}`,
        time: event.time,
        icon: iconOf(event),
        head: event.stream === 'stdout' ? '' : event.stream,
        what: event.text,
        note: '',
        ...(event.at && { at: event.at }),
        isProblem: isProblem(event),
        event,
      } satisfies Row,
    ];
  });
}

/** Every word of the filter must stand somewhere in the row. */
export function matches(row: Row, filter: string): boolean {
  const text =
    `${row.head} ${row.what} ${row.note} ${row.columns?.join(' ') ?? ''} ${row.at?.file ?? ''}:${row.at?.line ?? ''}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isProblem(event: TraceEvent): boolean {
  switch (event.type) {
    case 'http.exchanged':
      return isFailedTry(event) || (event.status ?? 0) >= 400;
    case 'log':
      return event.level === 'warning' || event.level === 'error';
    case 'process.exited':
      return event.exit_code !== 0;
    case 'loop.ended':
      return event.skipped + event.dropped > 0;
    case 'exception.caught':
    case 'exchange.diverged':
    case 'item.skipped':
    case 'text.garbled':
      return true;
    default:
      return 'failure' in event;
  }
}

function iconOf(event: TraceEvent): IconName {
  switch (event.type) {
    case 'http.exchanged':
      return isProblem(event) ? 'failed' : 'succeeded';
    case 'exchange.diverged':
      return 'failed';
    case 'exception.caught':
      return event.used ? 'event' : 'swallowed';
    case 'loop.ended':
      return 'loop';
    case 'item.skipped':
      return 'skipped';
    case 'text.garbled':
      return 'garbled';
    case 'process.exited':
      return 'process';
    case 'log':
      return event.level === 'error' ? 'failed' : event.level === 'warning' ? 'findings' : 'log';
    case 'attempt.lost':
      return 'lost';
    default:
      return 'failure' in event ? 'failed' : 'event';
  }
}

function whatOf(event: TraceEvent): string {
  switch (event.type) {
    case 'http.exchanged':
    case 'exchange.diverged':
      return `${event.method} ${shortUrl(event.url)}`;
    case 'replay.compared':
      return receiptTexts(event).join(' · ');
    case 'exception.caught':
      return `${event.exception_type}: ${event.message}`;
    case 'loop.ended':
      return event.header;
    case 'item.skipped':
      return event.item;
    case 'text.garbled':
      return `“${event.sample}” → “${event.should_be}”`;
    case 'process.exited':
      return event.command.join(' ');
    case 'log':
      return event.text;
    case 'span.started':
      return event.name;
    case 'progress':
      return event.message ?? '';
    default:
      return 'failure' in event && event.failure ? event.failure.message : '';
  }
}

function noteOf(event: TraceEvent): string {
  switch (event.type) {
    case 'http.exchanged':
      return [outcomeOf(event), durationText(event.ms), ...replayNotes(event)].join(' · ');
    case 'exchange.diverged':
      return divergenceText(event.reason);
    case 'loop.ended':
      return ledgerText(event);
    case 'item.skipped':
      return event.reason;
    case 'text.garbled':
      return event.stage === 'written' ? l10n.t('written') : `${event.read_as} → ${event.fits}`;
    case 'attempt.retry_scheduled':
      return l10n.t('in {0}', durationText(event.delay_ms));
    default:
      return 'ms' in event ? durationText(event.ms) : '';
  }
}

/** `10 = 6 done + 3 skipped + 1 dropped`. */
export function ledgerText(loop: Extract<TraceEvent, { type: 'loop.ended' }>): string {
  const parts = [
    [loop.done, l10n.t('{0} done', loop.done)],
    [loop.skipped, l10n.t('{0} skipped', loop.skipped)],
    [loop.dropped, l10n.t('{0} dropped', loop.dropped)],
    [loop.handled, l10n.t('{0} handled', loop.handled)],
    [loop.left, l10n.t('{0} left early', loop.left)],
  ] as const;
  return `${loop.started} = ${parts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(' + ') || '0'}`;
}

/** Where an answer came from, if it was not the network. */
function replayNotes({ replayed, changed, given }: HttpExchanged): readonly string[] {
  if (replayed !== true) return [];
  if (given === true) return [l10n.t('given by hand')];
  return [changed === true ? l10n.t('recorded, for a changed request') : l10n.t('recorded')];
}

function divergenceText(reason: ExchangeDiverged['reason']): string {
  switch (reason) {
    case 'not_recorded':
      return l10n.t('was not recorded');
    case 'body_differs':
      return l10n.t('its body is not the recorded one');
    case 'used_up':
      return l10n.t('was asked for more often than recorded');
    case 'truncated':
      return l10n.t('its answer was too large to keep');
    case 'subprocess':
      return l10n.t('a replay starts no process');
  }
}
