import { type CST, Parser } from 'yaml';

/** A map or a list in block style: its entries begin in one column. */
export type Block = {
  readonly parent: Block | undefined;
  /** Where its entries begin in the text; known from the first one on. */
  column: number | undefined;
  /** How much deeper than its parent it stands when it is formatted. */
  readonly depth: 'root' | 'in a map' | 'in a list';
};

/** One token of the text. All tokens one after another are the text. */
export type Leaf = {
  readonly type: CST.SourceToken['type'] | CST.FlowScalar['type'] | 'block-scalar';
  readonly source: string;
  readonly block: Block | undefined;
  /** Whether an entry of its block begins here. */
  readonly starts: boolean;
  /** Whether it stands inside of brackets. */
  readonly flow: boolean;
};

/** Every token of one plain document; undefined where there is more than that, or where the tokens are not the text. */
export function yamlLeaves(text: string): Leaf[] | undefined {
  try {
    const reader = new LeafReader();
    for (const token of new Parser().parse(text)) reader.token(token, undefined);
    return reader.leaves.map(({ source }) => source).join('') === text ? reader.leaves : undefined;
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

/** Something that is written in a way that nobody formats by columns. */
class Unusual extends Error {}

const gaps = new Set(['space', 'newline', 'comment']);

class LeafReader {
  readonly leaves: Leaf[] = [];
  #column = 0;
  #flow = 0;
  #documents = 0;

  token(token: CST.Token | null | undefined, block: Block | undefined, depth: Block['depth'] = 'root'): void {
    if (token === null || token === undefined) return;
    switch (token.type) {
      case 'document':
        if ((this.#documents += 1) > 1) throw new Unusual();
        this.#all(token.start, block);
        this.token(token.value, block);
        return this.#all(token.end, block);
      case 'block-map':
      case 'block-seq':
        return this.#entries(token, { parent: block, column: undefined, depth });
      case 'flow-collection':
        return this.#brackets(token, block);
      case 'block-scalar':
        for (const prop of token.props) this.token(prop, block);
        return this.#leaf(token.type, token.source, block);
      case 'alias':
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.#leaf(token.type, token.source, block);
        return this.#all(token.end, block);
      case 'anchor':
      case 'block-scalar-header':
      case 'comma':
      case 'comment':
      case 'doc-start':
      case 'flow-map-end':
      case 'flow-map-start':
      case 'flow-seq-end':
      case 'flow-seq-start':
      case 'map-value-ind':
      case 'newline':
      case 'seq-item-ind':
      case 'space':
      case 'tag':
        return this.#leaf(token.type, token.source, block);
      default:
        throw new Unusual();
    }
  }

  #entries(token: CST.BlockMap | CST.BlockSequence, block: Block): void {
    for (const { start, key, sep, value } of token.items) {
      let isStarted = false;
      for (const part of start) {
        const starts: boolean = !isStarted && !gaps.has(part.type);
        isStarted ||= starts;
        // What stands before the entry, and after the one before, belongs to no entry.
        this.#leaf(part.type, part.source, block, starts);
      }
      const [before, column] = [this.leaves.length, this.#column];
      this.token(key, block);
      const first = this.leaves[before];
      if (!isStarted && first !== undefined) {
        this.leaves[before] = { ...first, starts: true };
        block.column ??= column;
      }
      this.#all(sep, block);
      this.token(value, block, token.type === 'block-map' ? 'in a map' : 'in a list');
    }
  }

  #brackets({ start, items, end }: CST.FlowCollection, block: Block | undefined): void {
    this.token(start, block);
    this.#flow += 1;
    for (const item of items) {
      this.#all(item.start, block);
      this.token(item.key, block);
      this.#all(item.sep, block);
      this.token(item.value, block);
    }
    let isClosed = false;
    for (const part of end) {
      this.token(part, block);
      if (isClosed || !part.type.endsWith('-end')) continue;
      isClosed = true;
      this.#flow -= 1;
    }
    if (!isClosed) throw new Unusual();
  }

  #all(tokens: readonly CST.SourceToken[] | undefined, block: Block | undefined): void {
    for (const token of tokens ?? []) this.token(token, block);
  }

  #leaf(type: Leaf['type'], source: string, block: Block | undefined, starts = false): void {
    if (type === 'explicit-key-ind' || (type === 'space' && source.includes('\t'))) throw new Unusual();
    if (starts && block !== undefined) block.column ??= this.#column;
    this.leaves.push({ type, source, block, starts, flow: this.#flow > 0 });
    const line = source.lastIndexOf('\n');
    this.#column = line === -1 ? this.#column + source.length : source.length - line - 1;
  }
}
