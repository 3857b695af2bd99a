import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { isOtherDialect } from '../value-schema/schema-index.ts';
import { isMap, own, type Json } from '../value.ts';
import { keywordsOfAny } from './schema-keywords.ts';

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

/** A schema and every schema in it, in the order of the file; values such as `default` and `enum` are not walked into. */
export function subSchemas(root: Json): SubSchema[] {
  const found: SubSchema[] = [];
  const walk = (schema: unknown, path: ValuePath): void => {
    if (!isMap(schema)) return;
    found.push({ schema, path });
    for (const key of Object.keys(schema)) {
      const value = schema[key];
      if (typeof value !== 'object') continue;
      const shape = keywordsOfAny.get(key);
      if (Array.isArray(value)) {
        if (shape === 'schemas' || shape === 'schema or schemas') value.forEach((item, index) => walk(item, [...path, key, index]));
      } else if (shape === 'schema' || shape === 'schema or schemas') walk(value, [...path, key]);
      else if (isMap(value) && (shape === 'map of schemas' || shape === 'map of schemas or names'))
        for (const name of Object.keys(value)) walk(value[name], [...path, key, name]);
    }
  };
  walk(root, []);
  return found;
}
