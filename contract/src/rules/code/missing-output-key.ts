import * as l10n from '@vscode/l10n';
import { firstLine, problemInCode, problemsWhereNoneFits, relatedKey, type CodeRule } from './code-subject.ts';
import { isMap } from '../../value.ts';

/** A `return` whose keys are all written out lacks one that the output schema requires. */
export const missingOutputKey: CodeRule = {
  codes: ['missing-output-key'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const schema = subject.context.descriptor.value['output_schema'];
    const list = isMap(schema) && Array.isArray(schema['required']) ? schema['required'] : [];
    const required = list.filter((name): name is string => typeof name === 'string');
    return problemsWhereNoneFits(subject, ({ returns, generator }) =>
      (generator ? [] : returns).flatMap((one) => {
        if (one.shape !== 'object' || !one.exact) return [];
        const given = new Set(one.keys.map(({ key }) => key));
        const missing = required.filter((name) => !given.has(name));
        if (missing.length === 0) return [];
        return [
          problemInCode(subject, firstLine(subject.text, one.range), {
            code: 'missing-output-key',
            severity: 'error',
            message: l10n.t(
              'This returns no {0}, which output_schema requires. Return it or make it optional.',
              missing.map((name) => `"${name}"`).join(', '),
            ),
            data: { keys: missing },
            ...relatedKey(subject, ['output_schema', 'required'], l10n.t('It is required here.')),
          }),
        ];
      }),
    );
  },
};
