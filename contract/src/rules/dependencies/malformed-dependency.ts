import * as l10n from '@vscode/l10n';
import type { RequirementFlaw } from '../../dependencies/requirement.ts';
import type { Rule } from '../rule.ts';
import { languageOf, listedDependencies, problemAtDependency } from './listed-dependencies.ts';

/** A dependency that no installer can read, or one whose operator was lost: `requests2.31.0`. */
export const malformedDependency: Rule = {
  codes: ['malformed-dependency'],
  local: true,
  check(context) {
    const language = languageOf(context);
    return listedDependencies(context).flatMap(({ text, range, requirement }) => {
      if (requirement.type !== 'flaw') return [];
      const { suggestion } = requirement;
      const message =
        suggestion === undefined ? messageOf(requirement, text, language === 'nodejs') : l10n.t('Did you mean {0}?', suggestion);
      const data = suggestion === undefined ? { text } : { text, replacement: suggestion };
      return [problemAtDependency(context, range, { code: 'malformed-dependency', severity: 'error', message, data })];
    });
  },
};

function messageOf({ reason }: RequirementFlaw, text: string, npm: boolean): string {
  const example = npm ? 'undici@7.0.0' : 'requests==2.31.0';
  switch (reason) {
    case 'empty':
      return l10n.t('This names no package. Write one such as {0}, or remove the line.', example);
    case 'option':
      return l10n.t('"{0}" is an option of an installer, not a package. Write one such as {1}.', text, example);
    case 'no version':
      return l10n.t('"{0}" ends before its version. Write one such as {1}.', text, example);
    case 'not a version':
      return l10n.t('"{0}" asks for something that is no version. Write one such as {1}.', text, example);
    case 'wildcard':
      return l10n.t('In "{0}" a version with .* stands where only == and != take one.', text);
    case 'no name':
    case 'no operator':
    case 'single equals':
    case 'unexpected':
      return l10n.t('"{0}" cannot be read as a dependency. Write one such as {1}.', text, example);
  }
}
