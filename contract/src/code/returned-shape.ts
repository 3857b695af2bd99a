import type { SyntaxNode } from '@lezer/common';
import type { JsonType, Returned, ReturnedKey } from './code-facts.ts';
import type { Source, Span } from './source.ts';
import type { UsesOf } from './variable-use.ts';

/** What an expression gives, as far as its text proves it. */
export type Shape =
  | { readonly shape: 'object'; readonly keys: readonly KeyAt[]; readonly exact: boolean }
  | { readonly shape: 'other'; readonly what: string }
  | { readonly shape: 'unknown' };

/** `uncertain`: its value may be one that JSON leaves out. */
export type KeyAt = {
  readonly key: string;
  readonly at: Span;
  readonly uncertain?: boolean;
  /** The value, where it is one literal. */
  readonly value?: { readonly type: JsonType; readonly at: Span } | undefined;
};

export const unknownShape: Shape = { shape: 'unknown' };

/** The keys of several objects laid over each other. Of the values only those are left that no other part can replace. */
export function mergedShape(parts: readonly Shape[]): Shape {
  const exact = parts.every((part) => part.shape === 'object' && part.exact);
  const keys = parts.flatMap((part) => (part.shape === 'object' ? part.keys : []));
  if (keys.every(({ value }) => value === undefined)) return { shape: 'object', keys, exact };
  const counts = new Map<string, number>();
  for (const { key } of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { shape: 'object', keys: keys.map((one) => (exact && counts.get(one.key) === 1 ? one : { ...one, value: undefined })), exact };
}

/** The type of a number by its text; undefined where JSON has no such number. */
export function numberType(text: string): JsonType | undefined {
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value)) return undefined;
  return Number.isInteger(value) ? 'integer' : 'number';
}

/**
 * The shape of a variable that holds one literal, with the keys that are set on it later.
 * Unknown as soon as anybody else may hold it, or a key may be gone again.
 */
export function variableShape(usesOf: UsesOf, name: string, shapeOf: (value: SyntaxNode) => Shape): Shape {
  const keys: KeyAt[] = [];
  let value: SyntaxNode | undefined;
  let exact = true;
  for (const use of usesOf(name)) {
    if (use.nested) return unknownShape;
    switch (use.type) {
      case 'bind':
        if (value !== undefined || use.value === undefined) return unknownShape;
        ({ value } = use);
        break;
      case 'write':
        keys.push({ key: use.key, at: use.at });
        break;
      case 'dynamic':
        exact = false;
        break;
      case 'read':
      case 'look':
        break;
      case 'alias':
      case 'change':
      case 'pass':
      case 'remove':
        return unknownShape;
    }
  }
  // A name that only stands for another name may be changed under that one.
  if (value === undefined || value.name === 'VariableName') return unknownShape;
  const literal = shapeOf(value);
  return literal.shape === 'object' ? { ...mergedShape([literal, { shape: 'object', keys, exact }]) } : unknownShape;
}

/** One `return`, ready for the rules. */
export function returned(source: Source, at: Span, shape: Shape): Returned {
  const range = source.rangeOf(at);
  if (shape.shape !== 'object') return { range, ...shape };
  const keys = shape.keys.map(({ key, at: keyAt, uncertain, value }): ReturnedKey => ({
    key,
    range: source.rangeOf(keyAt),
    certain: uncertain !== true,
    ...(value === undefined ? {} : { value: { type: value.type, range: source.rangeOf(value.at) } }),
  }));
  return { range, shape: 'object', keys, exact: shape.exact };
}
