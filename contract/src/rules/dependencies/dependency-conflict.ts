import * as l10n from '@vscode/l10n';
import type { Problem, RelatedPlace } from '@hermes-runtime/schemas';
import { listsBeside } from '../../dependencies/lists-beside.ts';
import { commonVersion, normalizedName } from '../../dependencies/match-requirement.ts';
import type { Requirement } from '../../dependencies/requirement.ts';
import { pathInFolder, type Rule, type RuleContext } from '../rule.ts';
import { languageOf, listedDependencies, problemAtDependency, type ListedDependency } from './listed-dependencies.ts';

/** A package that is asked for twice in versions that exclude each other, here or in a list that lies beside the descriptor; or twice in one list. */
export const dependencyConflict: Rule = {
  codes: ['dependency-conflict'],
  check(context) {
    const language = languageOf(context);
    const listed = listedDependencies(context).flatMap(comparable);
    if (language === undefined || listed.length === 0) return [];
    const here = listed.flatMap((one, index) => twiceHere(context, one, listed.slice(0, index)));
    const spoken = new Set(here.map(({ range }) => range));
    const lists = listsBeside(context.folder, language, new Set(listed.map(({ name }) => name)));
    return [...here, ...listed.filter(({ range }) => !spoken.has(range)).flatMap((one) => besideHere(context, one, lists))];
  },
};

type Comparable = Pick<ListedDependency, 'text' | 'range'> & { readonly name: string; readonly requirement: Requirement };

/** Neither what comes from an address nor what is for some machines only excludes anything. */
function comparable({ text, range, requirement }: ListedDependency): readonly Comparable[] {
  if ((requirement.type !== 'python' && requirement.type !== 'nodejs') || !requirement.comparable) return [];
  return [{ text, range, requirement, name: normalizedName(requirement.name, requirement.type) }];
}

function twiceHere(
  context: RuleContext,
  { name, text, range, requirement }: Comparable,
  before: readonly Comparable[],
): readonly Problem[] {
  const other = before.find((one) => one.name === name);
  if (other === undefined) return [];
  const excluded = commonVersion(requirement, other.requirement) === null;
  const message = excluded
    ? l10n.t('No version is both {0} and {1}. Keep one of the two.', text, other.text)
    : l10n.t('{0} is in this list twice, as {1} and as {2}. Keep one of the two.', requirement.name, other.text, text);
  const place = { path: pathInFolder(context.folder, context.descriptor.file), range: other.range, message: l10n.t('It is also here.') };
  return [conflict(context, range, { message, place, severity: excluded ? 'error' : 'warning', name: requirement.name })];
}

function besideHere(
  context: RuleContext,
  { name, text, range, requirement }: Comparable,
  lists: ReturnType<typeof listsBeside>,
): readonly Problem[] {
  for (const { file, entries } of lists) {
    // Several entries of one package are for several machines.
    const [other, ...more] = entries.filter((entry) => entry.name === name);
    if (other === undefined || more.length > 0 || !other.requirement.comparable) continue;
    if (commonVersion(requirement, other.requirement) !== null) continue;
    const message = l10n.t('No version is both {0} and {1}, which {2} asks for. Ask for the same in both.', text, other.text, file);
    const place = { path: pathInFolder(context.folder, file), range: other.range(), message: l10n.t('It is also here.') };
    return [conflict(context, range, { message, place, severity: 'warning', name: requirement.name })];
  }
  return [];
}

type Conflict = Pick<Problem, 'message' | 'severity'> & { readonly place: RelatedPlace; readonly name: string };

function conflict(context: RuleContext, range: Problem['range'], { message, severity, place, name }: Conflict): Problem {
  return problemAtDependency(context, range, { code: 'dependency-conflict', severity, message, related: [place], data: { name } });
}
