import * as l10n from '@vscode/l10n';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { own } from '../value.ts';
import { problemAtValue, type Rule } from './rule.ts';

/** A `default`, or one of the `examples` inside a schema, that the schema itself does not allow. */
export const defaultMismatch: Rule = {
  codes: ['default-mismatch'],
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) =>
      subSchemas(root).flatMap(({ schema, path }) =>
        valuesIn(schema).flatMap(({ value, below }) => {
          const first = compileValueSchema(root, schema)
            .validate(value)
            .find((problem) => wasChecked(problem));
          if (first === undefined) return [];
          const said =
            below[0] === 'default'
              ? l10n.t('The default does not fit: {0}. Change it, or the schema beside it.', first.message)
              : l10n.t('The example does not fit: {0}. Change it, or the schema beside it.', first.message);
          return [problemAtValue(context, [key, ...path, ...below], { code: 'default-mismatch', severity: 'error', message: said })];
        }),
      ),
    ),
};

function valuesIn(schema: unknown): { value: unknown; below: ValuePath }[] {
  const standard = own(schema, 'default');
  const examples = own(schema, 'examples');
  return [
    ...(standard === undefined ? [] : [{ value: standard, below: ['default'] }]),
    ...(Array.isArray(examples) ? examples.map((value: unknown, index) => ({ value, below: ['examples', index] })) : []),
  ];
}
