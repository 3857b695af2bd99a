import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { dictMethods, type InputMisuse } from '../../code/input-misuses.ts';
import { nearMatch } from '../../near-match.ts';
import { isMap } from '../../value.ts';
import { problemInCode, problemsWhereNoneFits, relatedKey, type CodeRule, type CodeSubject } from './code-subject.ts';

/** The code takes attributes from its input, or parses it, where the input schema says that it is an object: the task would fail there. */
export const inputMisuse: CodeRule = {
  codes: ['input-not-object'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const schema = subject.context.descriptor.value['input_schema'];
    if (!isMap(schema) || schema['type'] !== 'object') return [];
    return problemsWhereNoneFits(subject, ({ misuses = [], parameters, inputName = '' }) => {
      // Where the input is not the first argument, that is said.
      if (parameters.filter(({ kind, optional }) => kind === 'positional' && !optional).length > 1) return [];
      return misuses.map((misuse) => misuseProblem(subject, misuse, inputName));
    });
  },
};

function misuseProblem(subject: CodeSubject, misuse: InputMisuse, input: string): Problem {
  const { message, replacement } = finding(misuse, input);
  return problemInCode(subject, misuse.range, {
    code: 'input-not-object',
    severity: 'error',
    message,
    ...(replacement === undefined ? {} : { data: { replacement } }),
    ...relatedKey(subject, ['input_schema'], l10n.t('The input is described here.')),
  });
}

function finding(misuse: InputMisuse, input: string): { readonly message: string; readonly replacement?: string } {
  if (misuse.type === 'parsed') {
    return {
      message: l10n.t('The input is an object already, and {0}() takes text. Write {1}.', misuse.callee, input),
      replacement: input,
    };
  }
  const { name, called } = misuse;
  if (!called) {
    const replacement = `${input}["${name}"]`;
    return { message: l10n.t('The input is a dict, and has no attribute "{0}". Write {1}.', name, replacement), replacement };
  }
  const near = nearMatch(name, dictMethods);
  if (near === undefined) return { message: l10n.t('The input is a dict, and has no method {0}().', name) };
  return { message: l10n.t('The input is a dict, and has no method {0}(). Did you mean {1}()?', name, near), replacement: near };
}
