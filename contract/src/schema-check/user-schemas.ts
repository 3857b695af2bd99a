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

/** What holds schemas: one, a list of them, either, or a map of them by name. */
const holders: ReadonlyMap<string, 'one' | 'list' | 'one or list' | 'map'> = new Map([
  ...['additionalProperties', 'additionalItems', 'contains', 'else', 'if', 'not', 'propertyNames', 'then'].map(
    (key) => [key, 'one'] as const,
  ),
  ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'].map((key) => [key, 'one'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((key) => [key, 'list'] as const),
  ['items', 'one or list'],
  ...['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'].map((key) => [key, 'map'] as const),
]);

/** A schema and every schema in it, in the order of the file; values such as `default` and `enum` are not walked into. */
export function subSchemas(root: Json): SubSchema[] {
  const found: SubSchema[] = [];
  const walk = (schema: unknown, path: ValuePath): void => {
    if (!isMap(schema)) return;
    found.push({ schema, path });
    for (const key of Object.keys(schema)) {
      const holds = holders.get(key);
      if (holds === undefined) continue;
      const value = schema[key];
      if (Array.isArray(value) && holds.endsWith('list')) value.forEach((item, index) => walk(item, [...path, key, index]));
      else if (isMap(value) && holds === 'map') for (const name of Object.keys(value)) walk(value[name], [...path, key, name]);
      else if (isMap(value) && holds.startsWith('one')) walk(value, [...path, key]);
    }
  };
  walk(root, []);
  return found;
}
