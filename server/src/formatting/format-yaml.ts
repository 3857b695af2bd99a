import { parseYaml } from '@hermes-runtime/contract';
import { LineWriter } from './line-writer.ts';
import { yamlLeaves, type Leaf } from './yaml-leaves.ts';

export type FormatOptions = {
  /** Columns from a map to what is in it. */
  readonly indent: number;
};

/** A text that is not the same after so many rounds is left alone. */
const maxRounds = 3;

/**
 * Sets the columns and the spaces of a text, and nothing else: words, quotes, comments, blank lines and the order of keys stay as they are.
 * Undefined for a text that is broken, or written in a way that cannot be kept.
 */
export function formatYaml(text: string, options: FormatOptions): string | undefined {
  const before = parseYaml(text);
  const isWhole = before.text === text && !/\r(?!\n)/.test(text) && before.problems.every(({ code }) => code === 'duplicate-key');
  const leaves = isWhole ? yamlLeaves(text) : undefined;
  if (leaves === undefined) return undefined;
  let formatted = write(leaves, options);
  for (let round = 0; round < maxRounds; round += 1) {
    const now = yamlLeaves(formatted);
    // The proof that nothing was lost; without it nothing is changed.
    if (now === undefined || commentsOf(now) !== commentsOf(leaves) || !isSame(parseYaml(formatted).value, before.value)) return undefined;
    const again = write(now, options);
    if (again === formatted) return formatted;
    formatted = again;
  }
  return undefined;
}

function commentsOf(leaves: readonly Leaf[]): string {
  return leaves.flatMap(({ type, source }) => (type === 'comment' ? [source.trimEnd()] : [])).join('\n');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function write(leaves: readonly Leaf[], options: FormatOptions): string {
  const writer = new LineWriter(leaves, options.indent);
  for (let index = 0; index < leaves.length; index += 1) writer.take(index);
  return writer.text;
}
