import * as l10n from '@vscode/l10n';
import { problemInCode, problemsWhereNoneFits, relatedKey, textAt, type CodeRule } from './code-subject.ts';
import { knownKeys } from './known-keys.ts';
import { unknownInputMessage } from './unknown-input-message.ts';
import { nearMatch } from '../../near-match.ts';

/** The code reads a key that the input schema does not name, and nothing before can have put it there. */
export const unknownInputKey: CodeRule = {
  codes: ['unknown-input-key'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const known = knownKeys(subject.context.descriptor.value['input_schema']);
    if (known === undefined) return [];
    return problemsWhereNoneFits(subject, ({ reads, inputName }) =>
      reads
        // An empty one is still being written, as between quotes that an editor has just closed.
        .filter(({ key }) => key !== '' && !known.names.has(key))
        .map(({ key, range, optional, shorthand }) => {
          const near = nearMatch(key, known.names);
          const written = textAt(subject.text, range);
          // `{ cty }` names a variable too: it becomes `{ city: cty }`.
          const replacement = near === undefined ? undefined : shorthand ? `${near}: ${key}` : written.replace(key, () => near);
          return problemInCode(subject, range, {
            code: 'unknown-input-key',
            severity: known.closed && !optional ? 'error' : 'warning',
            message: unknownInputMessage(key, near),
            data: {
              key,
              ...(inputName === undefined ? {} : { inputName }),
              // An escaped key is not replaced: it does not stand in its literal as it is.
              ...(replacement === undefined || !written.includes(key) ? {} : { suggestion: near, replacement }),
            },
            ...relatedKey(subject, ['input_schema'], l10n.t('The input is described here.')),
          });
        }),
    );
  },
};
