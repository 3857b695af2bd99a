import { isMap, own } from '../value.ts';
import type { SchemaIndex } from './schema-index.ts';

/** References are followed this far. */
const maxHops = 8;

/** The schema that describes what stands in a value at a path, through properties, items and references; undefined where there is not the one. */
export function schemaOfValue(index: SchemaIndex, root: unknown, steps: readonly string[]): unknown {
  let schema = resolved(index, root);
  for (const step of steps) {
    const properties = own(schema, 'properties');
    const [items, first] = [own(schema, 'items'), own(schema, 'prefixItems')];
    const next =
      isMap(properties) && Object.hasOwn(properties, step)
        ? properties[step]
        : itemOf(items, first, step, own(schema, 'additionalProperties'));
    if (!isMap(next)) return undefined;
    schema = resolved(index, next);
  }
  return schema;
}

function itemOf(items: unknown, first: unknown, step: string, rest: unknown): unknown {
  if (!/^\d+$/.test(step)) return rest;
  const list: unknown = Array.isArray(items) ? items : first;
  const at: unknown = Array.isArray(list) ? list[Number(step)] : undefined;
  return at ?? (Array.isArray(items) ? undefined : (items ?? rest));
}

function resolved(index: SchemaIndex, schema: unknown): unknown {
  let at = schema;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const reference = own(at, '$ref');
    if (typeof reference !== 'string') return at;
    at = index.resolve(reference, at)?.schema;
  }
  return at;
}
