import { nearMatch } from '../near-match.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { schemaErrors } from '../schema-check/schema-errors.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { subSchemas } from '../schema-check/user-schemas.ts';
import { indexSchema } from '../value-schema/schema-index.ts';
import { isMap, own, type Json } from '../value.ts';
import { isStray } from './required-without-property.ts';
import { isFlawed } from './schema-parts.ts';

/**
 * The places of the parts of a schema that do not say what was meant: they have a problem of their own.
 * What does not fit them is a consequence. Only asked where something does not fit.
 */
export function spoiltParts(root: Json): readonly ValuePath[] {
  const parts = subSchemas(root);
  const index = indexSchema(root);
  const own = parts.filter(({ schema, path }) => {
    const reference = schema['$ref'];
    return (
      hasMisspeltKeyword(schema) ||
      (typeof reference === 'string' && index.resolve(reference, schema) === undefined) ||
      isFlawed({ root, key: 'input_schema', schema, path }) ||
      (path.length > 0 && strayNames(schema).length > 0)
    );
  });
  return [...own.map(({ path }) => path), ...schemaErrors(root).map(({ path }) => path.slice(0, -1))];
}

/** Whether the schema as a whole does not say what was meant: a keyword at its top is misspelt, or has a value that it may not have. */
export function isSpoiltAtTop(root: Json): boolean {
  return hasMisspeltKeyword(root) || hasNoSchemas(root['properties']) || schemaErrors(root).some(({ path }) => path.length < 2);
}

export function hasMisspeltKeyword(schema: Json): boolean {
  return Object.keys(schema).some(
    (word) => !schemaKeywords.has(word) && !word.startsWith('x-') && nearMatch(word, schemaKeywords) !== undefined,
  );
}

/** Whether `properties` or `$defs` hold something that is no schema, and so may have lost what they were to hold. */
export function hasNoSchemas(value: unknown): boolean {
  return value !== undefined && (!isMap(value) || Object.values(value).some((one) => !isMap(one) && typeof one !== 'boolean'));
}

/** Names that a schema requires and does not describe. */
export function strayNames(schema: unknown): readonly string[] {
  const required = own(schema, 'required');
  return Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string' && isStray(schema, name)) : [];
}
