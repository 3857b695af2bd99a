import type { Row } from './row.ts';

/** Rows that stay together, placed by when they began, in Unix milliseconds. */
export type Block = {
  readonly time: number;
  readonly rows: readonly Row[];
  /** The turn of a loop in which it happened: it belongs below that loop's ledger, if that is shown. */
  readonly inside?: { readonly loop: string; readonly index: number };
  /** For a loop: what its ledger is called by, and what comes after its turns. */
  readonly ledger?: { readonly loop: string; readonly after: readonly Row[] };
};

/** All blocks in the order in which they began; what happened in a turn comes below its loop, in order of turns. */
export function rowsInOrder(blocks: readonly Block[]): readonly Row[] {
  const ledgers = new Set(blocks.map(({ ledger }) => ledger?.loop));
  const turns = Map.groupBy(
    blocks.filter(({ inside }) => inside !== undefined && ledgers.has(inside.loop)),
    ({ inside }) => inside?.loop,
  );
  const rowsOf = (block: Block): readonly Row[] => {
    if (!block.ledger) return block.rows;
    const own = (turns.get(block.ledger.loop) ?? []).toSorted((a, b) => (a.inside?.index ?? 0) - (b.inside?.index ?? 0));
    return [...block.rows, ...own.flatMap((turn) => rowsOf(turn)), ...block.ledger.after];
  };
  return blocks
    .filter(({ inside }) => inside === undefined || !ledgers.has(inside.loop))
    .toSorted((a, b) => a.time - b.time)
    .flatMap((block) => rowsOf(block));
}
