import { isMap, own } from '../value.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** What one schema is, worked out once: its anchors, and its patterns as they are met. */
export type SchemaIndex = {
  readonly draft: '7' | '2020';
  /** The schema that a `$ref` names; undefined when it is not in this document. Nothing is ever fetched. */
  readonly resolve: (reference: string) => { readonly schema: unknown } | undefined;
  readonly pattern: (source: string) => Pattern;
};

/** Schemas nested deeper are not searched for anchors; YAML of ours never is. */
const maxNesting = 200;
const holdValues = new Set(['enum', 'const', 'default', 'examples']);

export function indexSchema(root: unknown): SchemaIndex {
  const named = new Map<string, unknown>([['#', root]]);
  const patterns = new Map<string, Pattern>();
  collectNames(root, named, 0);
  return {
    draft: draftOf(root),
    resolve: (reference) => {
      if (named.has(reference)) return { schema: named.get(reference) };
      return reference.startsWith('#/') ? atPointer(root, reference) : undefined;
    },
    pattern: (source) => {
      const known = patterns.get(source) ?? compilePattern(source);
      patterns.set(source, known);
      return known;
    },
  };
}

/** The draft by which a schema is read: draft-07, which holds for draft-06 too, if it says so, otherwise 2020-12. */
export function draftOf(schema: unknown): '7' | '2020' {
  const said = own(schema, '$schema');
  return typeof said === 'string' && /draft-0[67]/.test(said) ? '7' : '2020';
}

/** Whether a schema says that it is written in a dialect whose words are not known here. */
export function isOtherDialect(schema: unknown): boolean {
  const said = own(schema, '$schema');
  return typeof said === 'string' && said !== '' && !/draft-0[67]|2020-12/.test(said);
}

function collectNames(part: unknown, named: Map<string, unknown>, depth: number): void {
  if (typeof part !== 'object' || part === null || depth > maxNesting) return;
  for (const key of ['$anchor', '$dynamicAnchor']) {
    const anchor = own(part, key);
    if (typeof anchor === 'string' && !named.has(`#${anchor}`)) named.set(`#${anchor}`, part);
  }
  const id = own(part, '$id');
  if (typeof id === 'string' && !named.has(id)) named.set(id, part);
  for (const [key, child] of Object.entries(part)) if (!holdValues.has(key)) collectNames(child, named, depth + 1);
}

function atPointer(root: unknown, reference: string): { schema: unknown } | undefined {
  let current: unknown = root;
  for (const raw of reference.slice(2).split('/')) {
    const segment = decoded(raw).replaceAll('~1', '/').replaceAll('~0', '~');
    current = Array.isArray(current) ? current[Number(segment)] : own(current, segment);
  }
  return isMap(current) || typeof current === 'boolean' ? { schema: current } : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray per cent sign stands for itself.
    return segment;
  }
}
