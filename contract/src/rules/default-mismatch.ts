import * as l10n from '@vscode/l10n';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { own } from '../value.ts';
import type { PartRule } from './schema-part.ts';

/** A `default`, or one of the `examples` inside a schema, that the schema itself does not allow. */
export const defaultMismatch: PartRule = {
  codes: ['default-mismatch'],
  words: ['default', 'examples'],
  check: ({ root, schema }) =>
    valuesIn(schema).flatMap(({ value, at }) => {
      const first = compileValueSchema(root, schema)
        .validate(value)
        .find((problem) => wasChecked(problem));
      if (first === undefined) return [];
      const message =
        at[0] === 'default'
          ? l10n.t('The default does not fit: {0}. Change it, or the schema beside it.', first.message)
          : l10n.t('The example does not fit: {0}. Change it, or the schema beside it.', first.message);
      return [{ at, on: 'value', code: 'default-mismatch', severity: 'error', message }];
    }),
};

function valuesIn(schema: unknown): { value: unknown; at: ValuePath }[] {
  const standard = own(schema, 'default');
  const examples = own(schema, 'examples');
  return [
    ...(standard === undefined ? [] : [{ value: standard, at: ['default'] }]),
    ...(Array.isArray(examples) ? examples.map((value: unknown, index) => ({ value, at: ['examples', index] })) : []),
  ];
}
