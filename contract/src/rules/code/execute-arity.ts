import * as l10n from '@vscode/l10n';
import type { FunctionFacts } from '../../code/code-facts.ts';
import { judgedFunctions, problemInCode, type CodeRule } from './code-subject.ts';

/** The runtime calls `execute` with one argument, the input. */
export const executeArity: CodeRule = {
  codes: ['execute-arity'],
  needsWhole: 'function',
  needsSchema: false,
  check(subject) {
    const { language } = subject.facts;
    const judged = judgedFunctions(subject.facts.definitions).map((facts) => ({
      facts,
      wrong: language === 'python' ? misfit(facts) : surplus(facts),
    }));
    const last = judged.at(-1);
    if (last?.wrong === undefined || judged.some(({ wrong }) => wrong === undefined)) return [];
    return [
      problemInCode(subject, last.facts.header, {
        code: 'execute-arity',
        // JavaScript calls it all the same; the parameter is undefined.
        severity: language === 'python' ? 'error' : 'warning',
        message: last.wrong,
        data: { language, parameters: last.facts.parameters.map(({ name }) => name) },
      }),
    ];
  },
};

/** Why a call with one argument fails in Python; undefined when it does not. */
function misfit({ parameters }: FunctionFacts): string | undefined {
  const byName = parameters.find(({ kind, optional }) => kind === 'keyword' && !optional);
  if (byName !== undefined)
    return l10n.t('The runtime calls execute() with the input alone, so "{0}" never gets a value. Give it a default.', byName.name);
  if (!parameters.some(({ kind }) => kind === 'positional' || kind === 'rest')) {
    return l10n.t('The runtime calls execute() with the input, but it takes no argument. Write execute({0}).', 'input_data');
  }
  const needed = parameters.filter(({ kind, optional }) => kind === 'positional' && !optional);
  return needed.length > 1 ? tooMany(needed.length) : undefined;
}

/** JavaScript may leave out the input; a second parameter without a default can only be undefined. `_name` says that it is not used. */
function surplus({ parameters }: FunctionFacts): string | undefined {
  const needed = parameters.filter(({ optional, name }, index) => !optional && (index === 0 || !name.startsWith('_')));
  return needed.length > 1 ? tooMany(needed.length) : undefined;
}

function tooMany(count: number): string {
  return l10n.t('The runtime calls execute() with one argument, the input, but it needs {0}. Give the others defaults.', count);
}
