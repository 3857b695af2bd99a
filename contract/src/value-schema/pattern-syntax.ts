/** A regular expression as a tree; what cannot be matched in linear time (backreferences, lookbehind) has no place in it. */
export type PatternNode =
  | { readonly type: 'unit'; readonly atom: string }
  | { readonly type: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly type: 'repeat'; readonly node: PatternNode; readonly min: number; readonly max: number }
  | { readonly type: 'assert'; readonly what: 'start' | 'end' | 'boundary' | 'no boundary' }
  | { readonly type: 'look'; readonly node: PatternNode; readonly negative: boolean };

const maxNesting = 50;
const escapes =
  /^\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/;
const quantifier = /^(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/;

/** Reads a pattern that JavaScript has already accepted; undefined when it uses something that is not supported. */
export function readPattern(source: string): PatternNode | undefined {
  const reader = new PatternReader(source);
  try {
    return reader.choice(0);
  } catch (error) {
    // The reader throws one thing, at the first construct that has no node.
    if (error instanceof UnsupportedError) return undefined;
    throw error;
  }
}

class UnsupportedError extends Error {}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(depth: number): PatternNode {
    if (depth > maxNesting) throw new UnsupportedError();
    const nodes = [this.#sequence(depth)];
    while (this.#take('|')) nodes.push(this.#sequence(depth));
    const [first] = nodes;
    return nodes.length === 1 && first !== undefined ? first : { type: 'choice', nodes };
  }

  #sequence(depth: number): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')') nodes.push(this.#quantified(this.#term(depth)));
    return { type: 'sequence', nodes };
  }

  #quantified(node: PatternNode): PatternNode {
    const match = quantifier.exec(this.#source.slice(this.#at, this.#at + 40));
    if (match === null) return node;
    this.#at += match[0].length;
    if (match[0].startsWith('*')) return { type: 'repeat', node, min: 0, max: Infinity };
    if (match[0].startsWith('+')) return { type: 'repeat', node, min: 1, max: Infinity };
    if (match[0].startsWith('?')) return { type: 'repeat', node, min: 0, max: 1 };
    const min = Number(match[1]);
    const most = match[3] === '' ? Infinity : Number(match[3]);
    return { type: 'repeat', node, min, max: match[2] === undefined ? min : most };
  }

  #term(depth: number): PatternNode {
    if (this.#take('^')) return { type: 'assert', what: 'start' };
    if (this.#take('$')) return { type: 'assert', what: 'end' };
    if (this.#peek() === '(') return this.#group(depth);
    if (this.#peek() === '[') return this.#unit(this.#classLength());
    if (this.#peek() !== '\\') return this.#unit(String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0).length);
    const escape = escapes.exec(this.#source.slice(this.#at, this.#at + 80))?.[0] ?? '\\';
    if (escape === String.raw`\b` || escape === String.raw`\B`) {
      this.#at += 2;
      return { type: 'assert', what: escape === String.raw`\b` ? 'boundary' : 'no boundary' };
    }
    if (/^\\[1-9k]$/.test(escape)) throw new UnsupportedError();
    return this.#unit(escape.length);
  }

  #group(depth: number): PatternNode {
    const opener = /^\((?:\?(?::|=|!|<[A-Za-z_$][\w$]*>))?/.exec(this.#source.slice(this.#at, this.#at + 80))?.[0] ?? '(';
    this.#at += opener.length;
    if (this.#peek() === '?') throw new UnsupportedError();
    const node = this.choice(depth + 1);
    this.#take(')');
    return opener === '(?=' || opener === '(?!' ? { type: 'look', node, negative: opener === '(?!' } : node;
  }

  #classLength(): number {
    let end = this.#at + 1;
    while (end < this.#source.length && this.#source.charAt(end) !== ']') end += this.#source.charAt(end) === '\\' ? 2 : 1;
    return end + 1 - this.#at;
  }

  #unit(length: number): PatternNode {
    const atom = this.#source.slice(this.#at, this.#at + length);
    this.#at += length;
    return { type: 'unit', atom };
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #take(unit: string): boolean {
    if (this.#peek() !== unit) return false;
    this.#at += 1;
    return true;
  }
}
