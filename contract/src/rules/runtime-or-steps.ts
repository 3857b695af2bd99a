import * as l10n from '@vscode/l10n';
import { descriptorErrors, isMisspelt } from './descriptor-errors.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** An agent has code of its own, or is made of agents; never both, never neither. */
export const runtimeOrSteps: Rule = {
  codes: ['runtime-or-steps'],
  check: (context) => {
    const errors = descriptorErrors(context.descriptor);
    if (errors.union === undefined || isMisspelt(errors, ['runtime']) || isMisspelt(errors, ['steps'])) return [];
    const first = Object.keys(context.descriptor.value)[0] ?? 'name';
    return errors.union === 'both'
      ? [problemAtKey(context, ['steps'], finding(l10n.t('An agent has either runtime or steps, not both. Remove one.')))]
      : [problemAtKey(context, [first], finding(l10n.t('runtime is missing. Say how the agent runs, or give steps.')))];
  },
};

function finding(message: string): { code: string; severity: 'error'; message: string } {
  return { code: 'runtime-or-steps', severity: 'error', message };
}
