/** A name in a CEL expression, and what is asked of it: `steps.a.output.rows[0]["k"]`. A number stands for whichever item. */
export type Chain = {
  readonly root: string;
  readonly steps: readonly ChainStep[];
  /** Whether a key that is computed follows. */
  readonly dynamic: boolean;
  /** Whether it is all of the expression. */
  readonly whole: boolean;
  /** For `"key" in chain`: the key. */
  readonly asked?: NamedStep;
};

/** A `from` below 0: what it stands for is named elsewhere. */
export type NamedStep = { readonly name: string; readonly from: number; readonly to: number; readonly quoted: boolean };
export type ChainStep = NamedStep | number;

type Token = { readonly word: string; readonly from: number };

const words = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*|\d[\w.]*|[^\s]/g;
const macros = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
/** Longer ones nobody wrote. */
const maxLength = 10_000;

/** What an expression names, in the order of its text. `known` are variables that stand for items of something else. */
export function chainsOf(text: string, known: ReadonlyMap<string, Chain> = new Map()): Chain[] {
  if (text.length > maxLength) return [];
  const tokens = [...text.matchAll(words)].map(({ 0: word, index }): Token => ({ word, from: index }));
  const variables = new Map(known);
  const chains: Chain[] = [];
  for (const [index, { word }] of tokens.entries()) {
    if (!/^[A-Za-z_]/.test(word) || tokens[index - 1]?.word === '.' || tokens[index + 1]?.word === '(') continue;
    const { steps, next, dynamic } = stepsFrom(tokens, index + 1);
    const stands = variables.get(word);
    const [key, operator] = [tokens[index - 2], tokens[index - 1]];
    const asked = operator?.word === 'in' && key !== undefined && /^["']/.test(key.word) ? quotedStep(key) : undefined;
    const chain: Chain = {
      root: stands?.root ?? word,
      steps: [...(stands?.steps ?? []), ...steps],
      dynamic,
      whole: index === 0 && next === tokens.length,
      ...(asked === undefined ? {} : { asked }),
    };
    chains.push(chain);
    const [dot, method, bracket, item, comma] = tokens.slice(next, next + 5);
    if (dot?.word === '.' && macros.has(method?.word ?? '') && bracket?.word === '(' && comma?.word === ',' && item !== undefined)
      variables.set(item.word, itemsOf(chain));
  }
  return chains;
}

/** What a variable stands for that goes through the items of something. */
export function itemsOf(chain: Chain): Chain {
  return { ...chain, steps: [...chain.steps.map((step) => (typeof step === 'number' ? step : { ...step, from: -1 })), 0] };
}

/** The steps behind a name, up to a call. */
function stepsFrom(tokens: readonly Token[], start: number): { steps: ChainStep[]; next: number; dynamic: boolean } {
  const steps: ChainStep[] = [];
  let next = start;
  for (;;) {
    const [sign, inner, close] = tokens.slice(next, next + 3);
    if (sign?.word === '.' && inner !== undefined && /^[A-Za-z_]/.test(inner.word) && close?.word !== '(') {
      steps.push({ name: inner.word, from: inner.from, to: inner.from + inner.word.length, quoted: false });
      next += 2;
    } else if (sign?.word === '[' && inner !== undefined && close?.word === ']') {
      if (/^["']/.test(inner.word)) steps.push(quotedStep(inner));
      else if (/^\d/.test(inner.word)) steps.push(0);
      else return { steps, next, dynamic: true };
      next += 3;
    } else return { steps, next, dynamic: sign?.word === '[' };
  }
}

function quotedStep({ word, from }: Token): NamedStep {
  return { name: word.slice(1, -1), from: from + 1, to: from + word.length - 1, quoted: true };
}

/** The expressions in a text with `${{ }}`, with their offsets. */
export function templatesIn(text: string): { readonly from: number; readonly expression: string }[] {
  return [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(({ 1: expression = '', index }) => ({ from: index + 3, expression }));
}
