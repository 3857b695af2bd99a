import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { normalizedName } from '../../dependencies/match-requirement.ts';
import { mayWorkUnseen } from '../../dependencies/unseen-packages.ts';
import type { RuleContext } from '../rule.ts';
import { problemAtDependency, type ListedDependency } from './listed-dependencies.ts';
import type { Matched } from './match-imports.ts';

/** Dependencies that no file of the agent imports. The caller has read all of its code; every import of it is matched. `isNamed`: whether the code names a package in another way. */
export function unusedDependencies(
  context: RuleContext,
  dependencies: readonly ListedDependency[],
  { used, unknown }: Matched,
  isNamed: (packageName: string) => boolean,
): readonly Problem[] {
  return dependencies.flatMap((dependency) => {
    const { requirement, range } = dependency;
    if (requirement.type !== 'python' && requirement.type !== 'nodejs') return [];
    // What it brings is not known, or it is for some machines only.
    if (
      used.has(dependency) ||
      isNamed(requirement.name) ||
      unknown.includes(dependency) ||
      !(requirement.comparable || requirement.type === 'nodejs')
    )
      return [];
    const alone = dependencies.length === 1;
    if (mayWorkUnseen(normalizedName(requirement.name, requirement.type), requirement.type, { alone })) return [];
    const message = l10n.t('Nothing that the entrypoint loads imports {0}. Remove it, if nothing else needs it.', requirement.name);
    const data = { name: requirement.name, language: requirement.type };
    return [problemAtDependency(context, range, { code: 'unused-dependency', severity: 'hint', message, data })];
  });
}

/** A dependency that nobody knows, beside an import of a known package that nobody declared, one slip away. */
export function misspeltDependency(context: RuleContext, { text, range, requirement }: ListedDependency, meant: string): Problem {
  const name = requirement.type === 'python' || requirement.type === 'nodejs' ? requirement.name : '';
  const message = l10n.t('Nothing that the entrypoint loads imports {0}. Did you mean "{1}"?', name, meant);
  const data = { name, replacement: text.replace(name, () => meant) };
  return problemAtDependency(context, range, { code: 'unused-dependency', severity: 'warning', message, data });
}
