import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { own } from '../value.ts';
import { problemAtKey, problemAtValue, type Rule, type RuleContext } from './rule.ts';
import { mismatchesOf } from './schema-mismatches.ts';

/** An example whose input or output its schema does not allow. A secret may be left out, or be a reference: it is asked for when the example is run. */
export const exampleMismatch: Rule = {
  codes: ['example-mismatch'],
  check: (context) => {
    const examples = own(context.descriptor.value, 'examples');
    if (!Array.isArray(examples)) return [];
    return examples.flatMap((example: unknown, index) => [
      ...mismatches(context, ['examples', index, 'input'], own(example, 'input'), 'input_schema'),
      ...mismatches(context, ['examples', index, 'output'], own(example, 'output'), 'output_schema'),
    ]);
  },
};

function mismatches(context: RuleContext, at: ValuePath, value: unknown, key: 'input_schema' | 'output_schema'): Problem[] {
  return mismatchesOf(context, at, value, key).map(({ place, what, message, reading }) => {
    const problemAt = what === 'key' ? problemAtKey : problemAtValue;
    const text = l10n.t('This does not fit {0}: {1} Change one of the two.', key, message) + reading;
    return problemAt(context, place, { code: 'example-mismatch', severity: 'error', message: text });
  });
}
