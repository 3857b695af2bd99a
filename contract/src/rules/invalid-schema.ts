import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { userSchemas } from '../schema-check/user-schemas.ts';
import { schemaErrors } from '../schema-check/schema-errors.ts';
import type { Json } from '../value.ts';
import { yamlReading } from '../schema-check/yaml-reading.ts';
import { problemAtKey, problemAtValue, type Rule } from './rule.ts';

/** A schema that JSON Schema itself does not allow. */
export const invalidSchema: Rule = {
  codes: ['invalid-schema'],
  local: true,
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema }) =>
      (isOfUnknownDraft(schema) ? [] : schemaErrors(schema)).map(({ path, value, message, replacement, types }) => {
        const at = [key, ...path];
        const written = context.descriptor.yaml.writtenAt(at);
        const isLeftOut = value === null && written?.trim().toLowerCase() !== 'null';
        const data = replacement === undefined || isLeftOut ? {} : { data: { replacement } };
        const reading = yamlReading(value, types, written);
        const finding = { code: 'invalid-schema', severity: 'error', message: message + reading, ...data } as const;
        return isLeftOut ? problemAtKey(context, at, finding) : problemAtValue(context, at, finding);
      }),
    ),
};

/** Where `$schema` is misspelt another draft was meant, and that is the mistake. */
function isOfUnknownDraft(schema: Json): boolean {
  return Object.keys(schema).some((word) => !schemaKeywords.has(word) && nearMatch(word, ['$schema']) !== undefined);
}
