import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { userSchemas } from '../schema-check/user-schemas.ts';
import { schemaErrors } from '../schema-check/schema-errors.ts';
import type { Json } from '../value.ts';
import { problemAtKey, problemAtValue, type Rule } from './rule.ts';

/** A schema that JSON Schema itself does not allow. */
export const invalidSchema: Rule = {
  codes: ['invalid-schema'],
  local: true,
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema }) =>
      (isOfUnknownDraft(schema) ? [] : schemaErrors(schema)).map(({ path, value, message, replacement }) => {
        const at = [key, ...path];
        const data = replacement === undefined ? {} : { data: { replacement } };
        const finding = { code: 'invalid-schema', severity: 'error', message, ...data } as const;
        return value === null ? problemAtKey(context, at, finding) : problemAtValue(context, at, finding);
      }),
    ),
};

/** Where `$schema` is misspelt another draft was meant, and that is the mistake. */
function isOfUnknownDraft(schema: Json): boolean {
  return Object.keys(schema).some((word) => !schemaKeywords.has(word) && nearMatch(word, ['$schema']) !== undefined);
}
