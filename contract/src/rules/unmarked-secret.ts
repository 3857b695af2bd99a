import * as l10n from '@vscode/l10n';
import { pathOfField, secretFieldsOf } from '../schema-check/secret-fields.ts';
import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { dotted, isMap, own, valueAt } from '../value.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** A field that is treated as a secret because of its name, and does not say so itself. */
export const unmarkedSecret: Rule = {
  codes: ['unmarked-secret'],
  check: (context) =>
    secretFieldsOf(own(context.descriptor.value, 'input_schema'))
      .filter((field) => !field.marked && !isMeant(valueAt(context.descriptor.value, ['input_schema', ...pathOfField(field)])))
      .map((field) =>
        problemAtKey(context, ['input_schema', ...pathOfField(field)], {
          code: 'unmarked-secret',
          severity: 'warning',
          message: l10n.t('{0} sounds like a secret and is kept as one. Say so with "writeOnly: true".', dotted(field.path)),
          data: { path: field.path },
        }),
      ),
};

/** Whether the mark is there and misspelt, or has another value: another rule says so. */
function isMeant(property: unknown): boolean {
  if (!isMap(property)) return false;
  const { writeOnly } = property;
  if (writeOnly !== undefined) return typeof writeOnly !== 'boolean';
  return Object.keys(property).some((word) => !schemaKeywords.has(word) && nearMatch(word, ['writeOnly']) !== undefined);
}
