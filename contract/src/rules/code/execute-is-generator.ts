import * as l10n from '@vscode/l10n';
import { judgedFunctions, problemInCode, type CodeRule } from './code-subject.ts';

/** A call of a generator runs none of its code; the runtime would wait for a result that never comes. */
export const executeIsGenerator: CodeRule = {
  codes: ['execute-is-generator'],
  needsWhole: 'function',
  needsSchema: false,
  check(subject) {
    const judged = judgedFunctions(subject.facts.definitions);
    const last = judged.at(-1);
    if (last === undefined || judged.some(({ generator }) => !generator)) return [];
    const message = l10n.t('execute() is a generator: calling it runs nothing. Return one result instead of using yield.');
    return [problemInCode(subject, last.name, { code: 'execute-is-generator', severity: 'error', message })];
  },
};
