import * as l10n from '@vscode/l10n';
import { isMap } from '../../value.ts';
import { problemInCode, problemsWhereNoneFits, relatedKey, type CodeRule } from './code-subject.ts';
import { isNoMapping } from './type-text.ts';

/** The type beside the parameter says that the input is no object, where the input schema says that it is one. */
export const inputNotObject: CodeRule = {
  codes: ['input-not-object'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const schema = subject.context.descriptor.value['input_schema'];
    const isObject = isMap(schema) && (schema['type'] === 'object' || (schema['type'] === undefined && isMap(schema['properties'])));
    if (!isObject) return [];
    const { language } = subject.facts;
    return problemsWhereNoneFits(subject, ({ inputType }) => {
      if (inputType === undefined || !isNoMapping(inputType.text, language)) return [];
      const wanted = language === 'python' ? 'dict' : 'Record<string, unknown>';
      return [
        problemInCode(subject, inputType.range, {
          code: 'input-not-object',
          severity: 'warning',
          message: l10n.t('The input is an object, as input_schema says, and never {0}. Write {1}.', inputType.text, wanted),
          data: { type: inputType.text, replacement: wanted },
          ...relatedKey(subject, ['input_schema'], l10n.t('The input is described here.')),
        }),
      ];
    });
  },
};
