import * as l10n from '@vscode/l10n';
import { meetsRequirement, packageFor } from '../../dependencies/match-requirement.ts';
import type { Rule } from '../rule.ts';
import { languageOf, listedDependencies, problemAtDependency } from './listed-dependencies.ts';

/** A package that is installed in a version that the agent does not ask for. Silent where nobody knows what is installed. */
export const wrongDependencyVersion: Rule = {
  codes: ['wrong-dependency-version'],
  local: true,
  check(context) {
    const language = languageOf(context);
    const listed = listedDependencies(context);
    // To look at what is installed costs more than to see that nothing is asked for.
    const installed = language && listed.length > 0 ? context.folder.installed?.(language) : undefined;
    if (installed === undefined) return [];
    return listed.flatMap(({ text, range, requirement }) => {
      if (requirement.type === 'flaw' || requirement.type === 'outside' || !requirement.comparable) return [];
      const there = packageFor(requirement, installed);
      if (there === undefined || meetsRequirement(requirement, there.version) !== false) return [];
      return [
        problemAtDependency(context, range, {
          code: 'wrong-dependency-version',
          severity: 'warning',
          message: l10n.t('Needs {0}, but {1} is installed.', text, there.version),
          data: { name: requirement.name, requirement: text, installed: there.version, language },
        }),
      ];
    });
  },
};
