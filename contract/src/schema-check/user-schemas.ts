import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { isOtherDialect } from '../value-schema/schema-index.ts';
import { isMap, own, type Json } from '../value.ts';

/** Keys of a descriptor that hold a JSON Schema. */
export const schemaKeys = ['input_schema', 'output_schema'] as const;

/** The JSON Schemas that a descriptor holds, by their keys; without those of a dialect that is not known here. */
export function userSchemas({ value }: AgentDescriptor): { readonly key: (typeof schemaKeys)[number]; readonly schema: Json }[] {
  return schemaKeys.flatMap((key) => {
    const schema = own(value, key);
    return isMap(schema) && !isOtherDialect(schema) ? [{ key, schema }] : [];
  });
}

export type SubSchema = { readonly schema: Json; readonly path: ValuePath };

const single = new Set([
  'additionalProperties',
  'additionalItems',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items']);
const maps = new Set(['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties']);

/** A schema and every schema in it, in the order of the file; values such as `default` and `enum` are not walked into. */
export function subSchemas(root: Json): SubSchema[] {
  const found: SubSchema[] = [];
  const walk = (schema: unknown, path: ValuePath): void => {
    if (!isMap(schema)) return;
    found.push({ schema, path });
    for (const [key, value] of Object.entries(schema)) {
      if (single.has(key) && isMap(value)) walk(value, [...path, key]);
      if (lists.has(key) && Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, key, index]));
      if (maps.has(key) && isMap(value)) for (const [name, item] of Object.entries(value)) walk(item, [...path, key, name]);
    }
  };
  walk(root, []);
  return found;
}
