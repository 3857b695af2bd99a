import { spaceBetween } from './space-between.ts';
import type { Block, Leaf } from './yaml-leaves.ts';

/** Writes the tokens of a text again, line by line, each line in its new column. */
export class LineWriter {
  readonly #leaves: readonly Leaf[];
  readonly #indent: number;
  readonly #columns = new Map<Block, number>();
  /** For each token the first that is not a gap, from it on. */
  readonly #next: (Leaf | undefined)[] = [];
  /** The block of what was written last. */
  #block: Block | undefined;
  /** Joined at the end: a text that is looked at after each piece is copied each time. */
  readonly #pieces: string[] = [];
  /** The spaces that the line began with; undefined once something else stands on it. */
  #spaces: string | undefined = '';

  constructor(leaves: readonly Leaf[], indent: number) {
    this.#leaves = leaves;
    this.#indent = indent;
    let next: Leaf | undefined;
    for (const [index, leaf] of [...leaves.entries()].toReversed()) {
      if (!isGap(leaf)) next = leaf;
      this.#next[index] = next;
    }
  }

  /** The whole text, which ends in one line break, unless its end is part of a value. */
  get text(): string {
    const text = this.#pieces.join('');
    if (this.#leaves.at(-1)?.type === 'block-scalar') return text;
    const trimmed = withoutBlankEnd(text);
    return trimmed === '' ? '' : trimmed + (/\r?\n/.exec(text)?.[0] ?? '\n');
  }

  take(index: number): void {
    const leaf = this.#leaves[index];
    if (leaf === undefined) return;
    const { type, source } = leaf;
    if (this.#spaces === undefined) {
      if (type === 'space') return;
      this.#pieces.push(this.#gapBefore(index));
    } else if (type === 'space') {
      this.#spaces += source;
      return;
    } else if (type !== 'newline' && type !== 'block-scalar') this.#pieces.push(' '.repeat(this.#columnOf(index, this.#spaces.length)));
    if (!isGap(leaf)) this.#block = leaf.block;
    const piece = type === 'newline' ? source : type === 'comment' ? source.trimEnd() : this.#shifted(leaf);
    this.#pieces.push(piece);
    this.#spaces = piece.endsWith('\n') ? '' : undefined;
  }

  /** What stands between this and what is before it on the line. */
  #gapBefore(index: number): string {
    const before = this.#leaves[index - 1];
    const gap = before?.type === 'space' ? before.source : '';
    const last = before?.type === 'space' ? this.#leaves[index - 2] : before;
    const leaf = this.#leaves[index];
    return leaf === undefined || last === undefined ? gap : spaceBetween(last, leaf, gap);
  }

  #columnOf(index: number, spaces: number): number {
    const leaf = this.#leaves[index];
    if (leaf?.block === undefined) return leaf?.type === 'comment' ? this.#commentColumn(index, spaces) : spaces;
    if (leaf.starts) return this.#newColumn(leaf.block);
    return leaf.type === 'comment' && !leaf.flow ? this.#commentColumn(index, spaces) : Math.max(0, spaces + this.#shiftOf(leaf.block));
  }

  /** A comment goes with the entry after it, or with the block whose column it has. */
  #commentColumn(index: number, spaces: number): number {
    const next = this.#next[index];
    if (next?.starts === true && next.block?.column === spaces) return this.#newColumn(next.block);
    const open: Block[] = [];
    for (let block = this.#block; block !== undefined; block = block.parent) open.unshift(block);
    const same = open.find(({ column }) => column === spaces);
    if (same !== undefined) return this.#newColumn(same);
    const around = open.findLast(({ column }) => (column ?? 0) < spaces);
    return around === undefined ? spaces : Math.max(0, spaces + this.#shiftOf(around));
  }

  #newColumn(block: Block): number {
    const known = this.#columns.get(block);
    if (known !== undefined) return known;
    const above = block.parent === undefined ? 0 : this.#newColumn(block.parent);
    const column = block.depth === 'root' ? 0 : above + (block.depth === 'in a map' ? this.#indent : 2);
    this.#columns.set(block, column);
    return column;
  }

  #shiftOf(block: Block): number {
    return this.#newColumn(block) - (block.column ?? 0);
  }

  /** The lines of a scalar after its first go along with the block that it stands in; in a block scalar all of them. */
  #shifted({ type, source, block }: Leaf): string {
    const shift = block === undefined ? 0 : this.#shiftOf(block);
    const [first = '', ...rest] = source.split('\n');
    const move = (line: string): string => {
      if (/^\r?$/.test(line)) return line;
      if (shift >= 0) return ' '.repeat(shift) + line;
      return line.slice(Math.min(-shift, line.length - line.trimStart().length));
    };
    return [type === 'block-scalar' ? move(first) : first, ...rest.map((line) => move(line))].join('\n');
  }
}

/** Not by a pattern: those look again from each line break of a long run. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function isGap({ type }: Leaf): boolean {
  return type === 'space' || type === 'newline' || type === 'comment';
}
