import * as l10n from '@vscode/l10n';
import { reasonOf, type Facts, type LoopEnded, type LoopExit } from '@hermes-runtime/schemas';
import type { Block } from './block.ts';
import type { Part, Row } from './row.ts';

/** More exits than this are counted, not listed. */
const maxExits = 20;

/** Loops as ledgers, each with the turns that did not reach the end of the body. Loops inside loops show when they lost something. */
export function loopBlocks(facts: Facts, start: number): readonly Block[] {
  return facts.loops
    .filter((loop) => loop.iteration === undefined || loop.done !== loop.started)
    .flatMap((loop) => loopAndTurns(loop, facts, start));
}

function loopAndTurns(loop: LoopEnded, facts: Facts, start: number): readonly Block[] {
  const depth = loop.iteration ? 1 : 0;
  // Leaving a loop loses nothing, and the ledger says it.
  const listed = loop.exits.filter(({ how }) => how === 'skipped' || how === 'dropped' || how === 'handled').slice(0, maxExits);
  const hidden = loop.skipped + loop.dropped + loop.handled - listed.length;
  const after: Row[] =
    hidden > 0
      ? [{ depth: depth + 1, mark: 'skipped', parts: [{ text: l10n.t('{0} more turns', hidden), style: 'dim' }], place: loop.at }]
      : [];
  const head: Row = { at: loop.began - start, mark: 'loop', depth, parts: ledger(loop), place: loop.at };
  return [
    { time: loop.began, rows: [head], ledger: { loop: loop.loop, after }, ...(loop.iteration && { inside: loop.iteration }) },
    ...listed.map((exit) => ({
      time: loop.began,
      rows: [exitRow(exit, loop, facts, start, depth + 1)],
      inside: { loop: loop.loop, index: exit.index },
    })),
  ];
}

/** `for entry in feed.entries[:10]  10 = 6 done + 3 skipped + 1 dropped ✓`: it balances, or says by how much it does not. */
function ledger(loop: LoopEnded): readonly Part[] {
  const { started, done, skipped, dropped, handled, left } = loop;
  const sums = [
    l10n.t('{0} done', done),
    ...(skipped > 0 ? [l10n.t('{0} skipped', skipped)] : []),
    ...(dropped > 0 ? [l10n.t('{0} dropped', dropped)] : []),
    ...(handled > 0 ? [l10n.t('{0} handled', handled)] : []),
    ...(left > 0 ? [l10n.t('{0} left by {1}', left, leavingOf(loop))] : []),
  ];
  const missing = started - done - skipped - dropped - handled - left;
  const whole = done === started;
  return [
    { text: `for ${loop.header}`, shrink: 'end', wideOnly: true, ...(whole && { style: 'dim' }) },
    { text: '  ', wideOnly: true },
    { text: `${started} = ${sums.join(' + ')}`, style: whole ? 'dim' : 'bold' },
    missing === 0 ? { text: ' ✓', style: 'green' } : { text: `  ${l10n.t('{0} unaccounted for', Math.abs(missing))}`, style: 'yellow' },
  ];
}

function leavingOf({ exits }: LoopEnded): string {
  return exits.find(({ how }) => how === 'break' || how === 'return' || how === 'raise')?.how ?? 'break';
}

/** An item that is a URL is told from its neighbours by its path. */
function itemText(item: string): string {
  return URL.canParse(item) && /^https?:/.test(item) ? new URL(item).pathname : item;
}

function exitRow(exit: LoopExit, loop: LoopEnded, facts: Facts, start: number, depth: number): Row {
  const reason = reasonOf(exit, loop, facts);
  const last = facts.exchanges.findLast(({ iteration }) => iteration?.loop === loop.loop && iteration.index === exit.index);
  const index = `#${exit.index}`;
  const what: Part[] = [
    { text: index },
    ...(exit.item === undefined ? [] : [{ text: ` ${itemText(exit.item)}`, shrink: 'end' as const, wideOnly: true }]),
  ];
  const row = { ...(last && { at: last.time - start }), depth, place: exit.at, name: index };
  switch (exit.how) {
    case 'skipped': {
      const text = reason === undefined ? l10n.t('continue') : l10n.t('{0}, continue', reason);
      return { ...row, mark: 'skipped', parts: [...what, { text: `  ${text}`, style: 'dim' }], fold: `skipped ${exit.at.line} ${text}` };
    }
    case 'dropped':
      return {
        ...row,
        mark: 'dropped',
        markStyle: 'yellow',
        parts: [
          ...what,
          { text: `  ${l10n.t('dropped')}`, style: 'yellow' },
          { text: ` ${l10n.t('{0} caught, not logged', reason ?? l10n.t('exception'))}` },
        ],
      };
    case 'handled':
      return {
        ...row,
        mark: 'skipped',
        parts: [...what, { text: `  ${l10n.t('{0} caught and used', reason ?? l10n.t('exception'))}`, style: 'dim' }],
      };
    case 'break':
    case 'return':
    case 'raise':
      return { ...row, mark: 'skipped', parts: [...what, { text: `  ${exit.how}`, style: 'dim' }] };
  }
}
