import * as l10n from '@vscode/l10n';
import { problemInCode, problemsWhereNoneFits, relatedKey, textAt, type CodeRule } from './code-subject.ts';
import { knownKeys } from './known-keys.ts';
import { nearMatch } from '../../near-match.ts';

/** A literal key of a returned object that the output schema does not allow: the task would fail with `output_mismatch`. */
export const forbiddenOutputKey: CodeRule = {
  codes: ['forbidden-output-key'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const known = knownKeys(subject.context.descriptor.value['output_schema']);
    if (known?.closed !== true) return [];
    return problemsWhereNoneFits(subject, ({ returns, generator }) => {
      const keys = (generator ? [] : returns).flatMap((one) => (one.shape === 'object' ? one.keys : []));
      const places = new Map(
        keys.filter(({ key, certain }) => certain && !known.names.has(key)).map((one) => [JSON.stringify(one.range), one]),
      );
      return [...places.values()].map(({ key, range }) => {
        const near = nearMatch(key, known.names);
        const written = textAt(subject.text, range);
        return problemInCode(subject, range, {
          code: 'forbidden-output-key',
          severity: 'error',
          message:
            near === undefined
              ? l10n.t('"{0}" is not in output_schema, which allows no other keys. Add it there or do not return it.', key)
              : l10n.t('"{0}" is not in output_schema, which allows no other keys. Did you mean "{1}"?', key, near),
          data: {
            key,
            ...(near === undefined || !written.includes(key) ? {} : { suggestion: near, replacement: written.replace(key, () => near) }),
          },
          ...relatedKey(subject, ['output_schema', 'additionalProperties'], l10n.t('Other keys are ruled out here.')),
        });
      });
    });
  },
};
