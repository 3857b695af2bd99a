import * as l10n from '@vscode/l10n';
import { pathOfField, secretFieldsOf } from '../schema-check/secret-fields.ts';
import { dotted, own } from '../value.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** A field that is treated as a secret because of its name, and does not say so itself. */
export const unmarkedSecret: Rule = {
  codes: ['unmarked-secret'],
  check: (context) =>
    secretFieldsOf(own(context.descriptor.value, 'input_schema'))
      .filter(({ marked }) => !marked)
      .map((field) =>
        problemAtKey(context, ['input_schema', ...pathOfField(field)], {
          code: 'unmarked-secret',
          severity: 'warning',
          message: l10n.t('{0} sounds like a secret and is kept as one. Say so with "writeOnly: true".', dotted(field.path)),
          data: { path: field.path },
        }),
      ),
};
