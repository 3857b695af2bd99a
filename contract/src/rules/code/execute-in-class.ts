import * as l10n from '@vscode/l10n';
import { problemInCode, type CodeRule } from './code-subject.ts';

/** The only `execute` is a method, which the runtime does not call. */
export const executeInClass: CodeRule = {
  codes: ['execute-in-class'],
  needsSchema: false,
  check(subject) {
    const { facts } = subject;
    const [method] = facts.methods;
    if (method === undefined || facts.definitions.length > 0 || facts.open || !facts.parses) return [];
    const message =
      facts.language === 'python'
        ? l10n.t('The runtime calls a function execute(input_data), not a method. Add one that calls {0}().execute.', method.className)
        : l10n.t('The runtime calls an exported function execute(input), not a method. Export one that calls it.');
    return [
      problemInCode(subject, method.range, {
        code: 'execute-in-class',
        severity: 'error',
        message,
        data: { className: method.className, language: facts.language },
      }),
    ];
  },
};
