import { isMap, own } from '../value.ts';

/** The one thing that every JavaScript has and the language does not. */
declare const URL: new (reference: string, base: string) => { readonly href: string };

/** Where a document lies that does not say so; nobody else's address begins like this. */
const home = 'schema:///';
/** Schemas nested deeper are not searched for names; YAML of ours never is. */
const maxNesting = 200;

const withOne = [
  'items',
  'additionalItems',
  'additionalProperties',
  'propertyNames',
  'contains',
  'contentSchema',
  'not',
  'if',
  'then',
  'else',
].concat('unevaluatedItems', 'unevaluatedProperties');
const withSome = ['properties', 'patternProperties', 'dependentSchemas', 'dependencies', '$defs', 'definitions'];
const withMany = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'];

/** A draft of JSON Schema that is read here; draft-07 stands for draft-06 too. */
export type Draft = '7' | '2019' | '2020';

/** The schemas that lie in one document under names of their own: by `$id`, and by anchor. */
export type SchemaResources = {
  /** What a reference names that stands in `from`, a schema of this document; undefined when it is not there. */
  readonly find: (reference: string, from: unknown) => Found | undefined;
  /** Where the resource lies that a schema belongs to. */
  readonly addressOf: (schema: unknown) => string;
  /** The outermost of the resources that were entered so far which has this dynamic anchor; a recursive one has no name. */
  readonly findDynamic: (anchor: string, entered: readonly string[]) => Found | undefined;
};

/** A schema, and the address of the resource that it was looked for in. */
export type Found = { readonly schema: unknown; readonly address: string };

export function readResources(root: unknown, draft: Draft): SchemaResources {
  const named = new Map<string, unknown>([[home, root]]);
  const dynamic = new Map<string, unknown>();
  /** The address from which the references in a schema are read. */
  const bases = new Map<unknown, string>();

  const name = (address: string, schema: unknown): void => {
    if (!named.has(address)) named.set(address, schema);
  };
  const collect = (schema: unknown, outer: string, depth: number): void => {
    if (!isMap(schema) || depth > maxNesting || bases.has(schema)) return;
    const base = enter(schema, outer);
    bases.set(schema, base);
    for (const keyword of withOne) collect(own(schema, keyword), base, depth + 1);
    for (const keyword of withSome) for (const one of valuesOf(own(schema, keyword))) collect(one, base, depth + 1);
    for (const keyword of withMany) for (const one of listOf(own(schema, keyword))) collect(one, base, depth + 1);
  };
  const enter = (schema: unknown, outer: string): string => {
    // In draft-07 everything beside a reference is ignored.
    if (draft === '7' && typeof own(schema, '$ref') === 'string') return outer;
    const id = own(schema, '$id');
    const isAnchor = typeof id === 'string' && id.startsWith('#');
    const base = typeof id === 'string' && !isAnchor ? withoutFragment(addressOf(id, outer)) : outer;
    if (base !== outer) name(base, schema);
    if (isAnchor) name(`${outer}${id}`, schema);
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const anchor = own(schema, key);
      if (typeof anchor === 'string') name(`${base}#${anchor}`, schema);
      if (typeof anchor === 'string' && key === '$dynamicAnchor') dynamic.set(`${base}#${anchor}`, schema);
    }
    if (own(schema, '$recursiveAnchor') === true) dynamic.set(`${base}#`, schema);
    return base;
  };
  collect(root, home, 0);

  const first = bases.get(root) ?? home;
  const foundAt = (key: string, address: string, among: ReadonlyMap<string, unknown> = named): Found | undefined =>
    among.has(key) ? { schema: among.get(key), address } : undefined;

  return {
    find: (reference, from) => {
      const hash = reference.indexOf('#');
      const base = bases.get(from) ?? first;
      const address = hash === 0 ? base : addressOf(hash < 0 ? reference : reference.slice(0, hash), base);
      const fragment = hash < 0 ? '' : reference.slice(hash + 1);
      if (fragment !== '' && !fragment.startsWith('/')) return foundAt(`${address}#${fragment}`, address);
      const resource = foundAt(address, address);
      const target = resource && atPointer(resource.schema, fragment);
      // Below a word that is not known here nothing was looked for.
      if (target !== undefined && !bases.has(target.schema)) collect(target.schema, address, 0);
      return target && { ...target, address: bases.get(target.schema) ?? address };
    },
    addressOf: (schema) => bases.get(schema) ?? first,
    findDynamic: (anchor, entered) => {
      const address = [first, ...entered].find((one) => dynamic.has(`${one}#${anchor}`));
      return address === undefined ? undefined : foundAt(`${address}#${anchor}`, address, dynamic);
    },
  };
}

function addressOf(reference: string, base: string): string {
  try {
    return new URL(reference, base).href;
  } catch {
    // What is no address is a name, and stands for itself.
    return reference;
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

function valuesOf(value: unknown): readonly unknown[] {
  return isMap(value) ? Object.values(value) : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function atPointer(root: unknown, pointer: string): { schema: unknown } | undefined {
  let current: unknown = root;
  for (const raw of pointer.split('/').slice(1)) {
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
