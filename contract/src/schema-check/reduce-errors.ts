import type { SchemaError } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';

export type PlacedError = SchemaError & { readonly path: ValuePath };

/** A wrong type makes every other complaint at its place a consequence; then what names a value, then the rest. */
const order = ['type', 'enum', 'pattern', 'required'];

/** Keeps the one error for each mistake: of the branches of a union only the union itself, or what is wrong deeper inside. */
export function reduceErrors(errors: readonly SchemaError[] | null | undefined, value: unknown): PlacedError[] {
  const placed = (errors ?? []).map((error) => ({ ...error, path: pathOf(error.instancePath, value) }));
  const unions = placed.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const kept = placed.filter((error) => {
    if (unions.includes(error))
      return !placed.some((other) => other.instancePath.startsWith(`${error.instancePath}/`) && isOfUnion(error, other));
    return !unions.some((union) => union.instancePath === error.instancePath && (union.keyword === 'anyOf' || isAbsence(error, union)));
  });
  const seen = new Set<string>();
  return kept
    .toSorted((one, other) => rank(one) - rank(other))
    .filter((error) => {
      const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : '';
      const union = unions.includes(error) ? error.keyword : '';
      const key = JSON.stringify([error.instancePath, missing, union]);
      const typed = seen.has(JSON.stringify([error.instancePath, '', '']));
      if (seen.has(key) || (typed && missing === '' && union === '')) return false;
      seen.add(key);
      return true;
    });
}

/** In our file schemas only `anyOf` has errors deeper inside that belong to one of its branches. */
function isOfUnion(union: SchemaError, error: SchemaError): boolean {
  return union.keyword === 'anyOf' && error.keyword !== 'required';
}

/** The branches of a `oneOf` say which key there must be; the union says it better. */
function isAbsence(error: SchemaError, union: SchemaError): boolean {
  return (
    union.keyword === 'oneOf' && error.keyword === 'required' && ['runtime', 'steps'].includes(String(error.params['missingProperty']))
  );
}

function rank({ keyword }: SchemaError): number {
  const index = order.indexOf(keyword);
  return index < 0 ? order.length : index;
}

/** Reads a JSON Pointer; a segment is an index where the value has a list. */
function pathOf(pointer: string, value: unknown): ValuePath {
  let current = value;
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => {
      const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(current) ? Number(key) : key;
      current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
      return step;
    });
}
