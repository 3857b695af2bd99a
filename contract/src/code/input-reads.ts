import type { FunctionFacts, KeyRead } from './code-facts.ts';
import type { Source } from './source.ts';
import type { UsesOf, VariableUse } from './variable-use.ts';

const maxAliases = 8;

/**
 * The keys that a function reads from its input, under any of its names.
 * None at all once the input may hold something else than it was called with: a wrong alarm costs more than a missed one.
 */
export function inputReads(source: Source, usesOf: UsesOf, input: string): Pick<FunctionFacts, 'reads' | 'touched'> {
  const uses = usesUnderAllNames(usesOf, input);
  if (uses === undefined) return { reads: [] };
  const touched = keysTouched(uses);
  return { reads: readsAmong(source, uses), ...(touched === undefined ? {} : { touched }) };
}

/** Undefined as soon as something is done with the whole of it: then every key may be looked at. */
export function keysTouched(uses: readonly VariableUse[]): readonly string[] | undefined {
  const keys = new Set<string>();
  for (const use of uses) {
    if (use.type === 'read' || use.type === 'write') keys.add(use.key);
    else if (use.type !== 'bind' && use.type !== 'alias') return undefined;
  }
  return [...keys];
}

/** The reads among uses, less those whose key is written too. */
export function readsAmong(source: Source, uses: readonly VariableUse[]): readonly KeyRead[] {
  const written = new Set(uses.flatMap((use) => (use.type === 'write' ? [use.key] : [])));
  return uses
    .flatMap((use) => (use.type === 'read' && !written.has(use.key) ? [use] : []))
    .toSorted((one, other) => one.at.from - other.at.from)
    .map(({ key, at, optional, shorthand = false }) => ({ key, range: source.rangeOf(at), shorthand, optional }));
}

/** Undefined when one of the names cannot be followed. */
function usesUnderAllNames(usesOf: UsesOf, input: string): readonly VariableUse[] | undefined {
  const names = [input];
  const all: VariableUse[] = [];
  for (const name of names) {
    const uses = usesOf(name);
    const binds = uses.filter((use) => use.type === 'bind').length;
    if (binds > (name === input ? 0 : 1)) return undefined;
    for (const use of uses) {
      if (use.type === 'dynamic' || use.type === 'change') return undefined;
      if (use.type === 'alias' && !names.includes(use.name)) names.push(use.name);
      all.push(use);
    }
    if (names.length > maxAliases) return undefined;
  }
  return all;
}
