import * as l10n from '@vscode/l10n';
import { firstLine, problemInCode, problemsWhereNoneFits, relatedKey, type CodeRule } from './code-subject.ts';
import { isNoMapping } from './type-text.ts';
import { isMap } from '../../value.ts';

/** A `return` that certainly gives no object, or no `return` at all, or a type that says so, where the output schema wants an object. */
export const returnNotObject: CodeRule = {
  codes: ['return-not-object'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const schema = subject.context.descriptor.value['output_schema'];
    if (!isMap(schema) || schema['type'] !== 'object') return [];
    const related = relatedKey(subject, ['output_schema', 'type'], l10n.t('The type of the output is set here.'));
    return problemsWhereNoneFits(subject, ({ name, returns, neverLeaves, returnType, generator }) => {
      if (generator) return [];
      const wrong = returns.flatMap((one) => (one.shape === 'other' ? [one] : []));
      const problems = wrong.map(({ range, what }) =>
        problemInCode(subject, firstLine(subject.text, range), {
          code: 'return-not-object',
          severity: 'error',
          message: l10n.t('This returns {0}, but output_schema says object. Return keys and values, or change output_schema.', what),
          data: { what },
          ...related,
        }),
      );
      if (neverLeaves) {
        const message = l10n.t('execute() returns nothing, but output_schema says object. Add a return.');
        return [problemInCode(subject, name, { code: 'return-not-object', severity: 'warning', message, ...related })];
      }
      // Where the values can be seen they count, not what is said about them.
      if (
        returnType === undefined ||
        !isNoMapping(returnType.text, subject.facts.language) ||
        returns.some(({ shape }) => shape !== 'unknown')
      )
        return problems;
      const message = l10n.t('execute() says that it returns {0}, but output_schema says object. Change one of the two.', returnType.text);
      const data = { what: returnType.text };
      return [problemInCode(subject, returnType.range, { code: 'return-not-object', severity: 'warning', message, data, ...related })];
    });
  },
};
