import * as l10n from '@vscode/l10n';
import { findingText, shortUrl, type Facts, type Finding, type TextGarbled } from '@hermes-runtime/schemas';
import type { Block } from './block.ts';
import type { Part, Row } from './row.ts';

/** Findings that neither a call nor a loop's ledger shows: garbled texts, swallowed exceptions, items that the agent reported. */
export function findingBlocks(findings: readonly Finding[], facts: Facts, start: number): readonly Block[] {
  const loops = new Set(facts.loops.map(({ seq }) => seq));
  return findings.flatMap((finding): readonly Block[] => {
    if (finding.kind === 'garbled') return garbledBlocks(finding, facts, start);
    const shown = finding.kind === 'retried' || finding.seqs.some((seq) => loops.has(seq));
    return shown ? [] : [{ time: finding.time, rows: [plainRow(finding, start)] }];
  });
}

function plainRow(finding: Finding, start: number): Row {
  const { head, what, note } = findingText(finding);
  const lost = finding.kind !== 'skipped';
  const parts: Part[] = [
    { text: head, ...(lost && { style: 'yellow' }) },
    { text: what === '' ? '' : `  ${what}`, shrink: 'end' },
    { text: note === '' ? '' : `  ${note}`, style: 'dim' },
  ];
  return { at: finding.time - start, mark: lost ? 'dropped' : 'skipped', ...(lost && { markStyle: 'yellow' }), parts, place: finding.at };
}

/** One row where the bytes were misread, one for each place where the text left the agent. */
function garbledBlocks(finding: Finding, facts: Facts, start: number): readonly Block[] {
  const events = facts.garbled.filter(({ seq }) => finding.seqs.includes(seq));
  return events.map((event) => ({
    time: event.time,
    rows: event.stage === 'read' ? readRows(event, start) : writtenRows(event, facts, start),
    ...(event.iteration && { inside: event.iteration }),
  }));
}

function readRows(event: TextGarbled, start: number): readonly Row[] {
  const { declared, read_as, fits } = event;
  const text =
    declared === undefined
      ? l10n.t('no charset: read as {0}, bytes fit {1}', read_as, fits)
      : l10n.t('charset {0}: read as {1}, bytes fit {2}', declared, read_as, fits);
  return [{ at: event.time - start, mark: 'lost', markStyle: 'yellow', parts: [{ text }], place: event.at }];
}

function writtenRows(event: TextGarbled, facts: Facts, start: number): readonly Row[] {
  const exchange = facts.exchanges.find((candidate) => candidate.exchange === event.exchange);
  const depth = event.iteration ? 1 : 0;
  const index: Part[] = event.iteration ? [{ text: `#${event.iteration.index} ` }] : [];
  const where = exchange
    ? `${exchange.method} ${shortUrl(exchange.url)} ${exchange.status ?? ''}`.trim()
    : l10n.t('result {0}', event.path ?? '');
  return [
    {
      at: event.time - start,
      mark: 'lost',
      markStyle: 'yellow',
      depth,
      parts: [
        ...index,
        { text: `“${event.sample}”`, shrink: 'end' },
        { text: ' = ', style: 'dim' },
        { text: event.should_be, shrink: 'end' },
      ],
    },
    { depth, parts: [{ text: l10n.t('written'), style: 'yellow' }, { text: ' ' }, { text: where, shrink: 'middle' }], place: event.at },
  ];
}
