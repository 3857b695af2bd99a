import { isMap, own } from '../value.ts';
import type { SchemaIndex } from './schema-index.ts';

/** Objects nested deeper get no defaults. */
const maxDefaultsDepth = 32;

/**
 * Fills in what is left out and has a `default`, through properties and references, never through alternatives.
 * The value itself is not changed; what has nothing to fill in is the same object as before.
 */
export function fillDefaults(index: SchemaIndex, schema: unknown, value: unknown, depth = 0): unknown {
  if (depth > maxDefaultsDepth) return value;
  const reference = own(schema, '$ref');
  if (typeof reference === 'string') {
    const filled = fillDefaults(index, index.resolve(reference, schema)?.schema, value, depth + 1);
    return index.draft === '7' ? filled : fillProperties(index, schema, filled, depth);
  }
  return fillProperties(index, schema, value, depth);
}

function fillProperties(index: SchemaIndex, schema: unknown, value: unknown, depth: number): unknown {
  const properties = own(schema, 'properties');
  if (!isMap(value) || !isMap(properties)) return value;
  let filled: Record<string, unknown> | undefined;
  for (const [key, property] of Object.entries(properties)) {
    const given = own(value, key);
    const before = Object.hasOwn(value, key) ? given : copyOf(defaultOf(index, property));
    if (before === undefined) continue;
    const after = fillDefaults(index, property, before, depth + 1);
    if (Object.hasOwn(value, key) && after === given) continue;
    filled ??= { ...value };
    // Not an assignment: a property may be called `__proto__`.
    Object.defineProperty(filled, key, { value: after, enumerable: true, configurable: true, writable: true });
  }
  return filled ?? value;
}

function defaultOf(index: SchemaIndex, property: unknown): unknown {
  const reference = own(property, '$ref');
  return (
    own(property, 'default') ?? (typeof reference === 'string' ? own(index.resolve(reference, property)?.schema, 'default') : undefined)
  );
}

/** A default is written in a schema that many tasks share; each gets its own. */
function copyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredCloneOf(value) : value;
}

/** The schema's own depth is bounded by the parser, so recursion is safe. */
function structuredCloneOf(value: object): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}
