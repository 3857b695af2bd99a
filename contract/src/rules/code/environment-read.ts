import * as l10n from '@vscode/l10n';
import type { EnvironmentRead } from '../../code/code-facts.ts';
import { judgedFunctions, problemInCode, type CodeRule, type CodeSubject } from './code-subject.ts';

/** Variables that the runtime sets for every agent, or that an agent's libraries ask for with no harm. */
const providedNames = new Set([
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'PWD',
  'USER',
  'LOGNAME',
  'NODE_ENV',
  'PYTHONUTF8',
]);

/** The host's environment is not visible to an agent: what it needs comes with its input. */
export const environmentRead: CodeRule = {
  codes: ['environment-read'],
  needsSchema: false,
  looksAt: 'both',
  check(subject) {
    return subject.facts.environment
      .filter(({ name }) => name === undefined || !(providedNames.has(name) || name.startsWith('HERMES_')))
      .map((read) =>
        problemInCode(subject, read.range, {
          code: 'environment-read',
          // A default for the whole module is a setting that has its value already.
          severity: read.within === 'module' && read.fallback !== undefined ? 'hint' : 'warning',
          message:
            read.name === undefined
              ? l10n.t('Agents cannot see the host environment. Take the value from the input.')
              : l10n.t('Agents cannot see the host environment. Take {0} from the input.', read.name),
          data: dataOf(subject, read),
        }),
      );
  },
};

/** What the quick fix "Make it a secret input" needs: the property for the schema, and the expression that reads it instead where one fits. */
function dataOf(subject: CodeSubject, { name, range, within, fallback, replaceable }: EnvironmentRead): Record<string, unknown> {
  if (name === undefined) return { expressionRange: range };
  const property = name.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
  const { inputName } = judgedFunctions(subject.facts.definitions).at(-1) ?? {};
  const base = { name, property, expressionRange: range, within };
  if (within !== 'execute' || inputName === undefined || !replaceable) return base;
  return {
    ...base,
    inputName,
    replacement: subject.facts.language === 'python' ? python(inputName, property, fallback) : javascript(inputName, property, fallback),
  };
}

function python(input: string, property: string, fallback: string | undefined): string {
  return fallback === undefined ? `${input}["${property}"]` : `${input}.get("${property}", ${fallback})`;
}

function javascript(input: string, property: string, fallback: string | undefined): string {
  return fallback === undefined ? `${input}.${property}` : `(${input}.${property} ?? ${fallback})`;
}
