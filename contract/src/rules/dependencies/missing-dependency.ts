import * as l10n from '@vscode/l10n';
import { packageFor } from '../../dependencies/match-requirement.ts';
import type { Rule } from '../rule.ts';
import { languageOf, listedDependencies, problemAtDependency } from './listed-dependencies.ts';

/** A package that is not installed where the agent would run. Silent where nobody knows what is installed. */
export const missingDependency: Rule = {
  codes: ['missing-dependency'],
  local: true,
  check(context) {
    const language = languageOf(context);
    const listed = listedDependencies(context);
    // To look at what is installed costs more than to see that nothing is asked for.
    const installed = language && listed.length > 0 ? context.folder.installed?.(language) : undefined;
    if (installed === undefined) return [];
    return listed.flatMap(({ text, range, requirement }) => {
      if (requirement.type === 'flaw' || requirement.type === 'outside' || !mustBeThere(requirement) || packageFor(requirement, installed))
        return [];
      return [
        problemAtDependency(context, range, {
          code: 'missing-dependency',
          severity: 'warning',
          message: l10n.t('Needs {0}. It is not installed yet.', text),
          data: { name: requirement.name, requirement: text, language },
        }),
      ];
    });
  },
};

/** Under a marker it may be wanted on another machine only; a tag of npm names a package all the same. */
function mustBeThere(requirement: { readonly type: 'python' | 'nodejs'; readonly comparable: boolean }): boolean {
  return requirement.type === 'nodejs' || requirement.comparable;
}
