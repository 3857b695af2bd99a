import { isMap } from '../../value.ts';

/** The keys that a schema lets an object have. `closed`: no others. */
export type KnownKeys = { readonly names: ReadonlySet<string>; readonly closed: boolean };

const maxDepth = 32;
const listsOfSchemas = ['allOf', 'anyOf', 'oneOf'] as const;
const branches = ['if', 'then', 'else'] as const;
const dependent = ['dependentSchemas', 'dependencies'] as const;

/**
 * The keys that a schema names anywhere for its object, in any branch.
 * Undefined when other keys are invited, when part of the schema is elsewhere, or when it names none at all.
 */
export function knownKeys(schema: unknown): KnownKeys | undefined {
  if (!isMap(schema) || !mayBeObject(schema)) return undefined;
  const names = new Set<string>();
  const seen = new Set<unknown>();
  let declares = false;
  const isOpen = (part: unknown, depth: number): boolean => {
    if (!isMap(part) || seen.has(part)) return false;
    if (depth > maxDepth) return true;
    seen.add(part);
    if (invitesMore(part)) return true;
    const properties = part['properties'];
    if (isMap(properties)) {
      declares = true;
      for (const name of Object.keys(properties)) names.add(name);
    }
    for (const name of Array.isArray(part['required']) ? part['required'] : []) if (typeof name === 'string') names.add(name);
    return subschemas(part, schema).some((inner) => inner === undefined || isOpen(inner.schema, depth + 1));
  };
  if (isOpen(schema, 0)) return undefined;
  const closed = schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
  return declares || closed ? { names, closed } : undefined;
}

function mayBeObject(schema: Readonly<Record<string, unknown>>): boolean {
  const { type } = schema;
  return type === undefined || type === 'object' || (Array.isArray(type) && type.includes('object'));
}

/** `additionalProperties: true` or a schema, `patternProperties`, references that move. */
function invitesMore(schema: Readonly<Record<string, unknown>>): boolean {
  const more = [schema['additionalProperties'], schema['unevaluatedProperties']];
  return (
    more.some((rest) => rest !== undefined && rest !== false) ||
    ['patternProperties', '$dynamicRef', '$recursiveRef'].some((key) => key in schema)
  );
}

/** The schemas that hold for the same object; undefined stands for one that is not in this file. */
function subschemas(part: Readonly<Record<string, unknown>>, root: unknown): readonly ({ readonly schema: unknown } | undefined)[] {
  const all: ({ readonly schema: unknown } | undefined)[] = [];
  for (const key of listsOfSchemas) {
    const list = part[key];
    if (Array.isArray(list)) for (const schema of list) all.push({ schema });
  }
  for (const key of branches) all.push({ schema: part[key] });
  for (const key of dependent) if (isMap(part[key])) for (const schema of Object.values(part[key])) all.push({ schema });
  if (part['$ref'] !== undefined) all.push(referred(part['$ref'], root));
  return all;
}

/** What a reference within the same schema points at. */
function referred(reference: unknown, root: unknown): { readonly schema: unknown } | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
  if (reference === '#') return { schema: root };
  if (!reference.startsWith('#/')) return undefined;
  let at = root;
  for (const step of reference.slice(2).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isMap(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return { schema: at };
}
