import * as l10n from '@vscode/l10n';
import type { Facts, SpanEnded } from '@hermes-runtime/schemas';
import type { Block } from './block.ts';
import { duration } from './duration.ts';
import type { Part } from './row.ts';

/** Stretches of time that the agent has named, each with how long it took. */
export function spanBlocks({ spans }: Facts, start: number): readonly Block[] {
  const ends = new Map(spans.flatMap((span) => (span.type === 'span.ended' ? [[span.span_id, span] as const] : [])));
  return spans.flatMap((span): readonly Block[] => {
    if (span.type !== 'span.started') return [];
    const parts: Part[] = [{ text: span.name, shrink: 'end' }, ...endParts(ends.get(span.span_id))];
    return [{ time: span.time, rows: [{ at: span.time - start, mark: 'span', parts, place: span.at }] }];
  });
}

function endParts(end: SpanEnded | undefined): readonly Part[] {
  if (!end) return [{ text: `  ${l10n.t('not ended')}`, style: 'dim' }];
  const time: Part = { text: `  ${duration(end.ms)}`, style: 'dim' };
  return end.error === undefined ? [time] : [time, { text: `  ${end.error}`, style: 'red' }];
}
