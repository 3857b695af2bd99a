import type { Problem, Range } from '@hermes-runtime/schemas';
import { parseRequirement } from '../../dependencies/match-requirement.ts';
import type { ParsedRequirement } from '../../dependencies/requirement.ts';
import { own } from '../../value.ts';
import { pathInFolder, type Finding, type RuleContext } from '../rule.ts';

/** One entry of `runtime.dependencies`, with its place. */
export type ListedDependency = {
  readonly text: string;
  /** The value as it is written, with its quotes. */
  readonly range: Range;
  readonly requirement: ParsedRequirement;
};

/** The language that the dependencies are for; undefined for shell, which has none. */
export function languageOf({ descriptor }: RuleContext): 'python' | 'nodejs' | undefined {
  const type = own(descriptor.value['runtime'], 'type');
  return type === 'python' || type === 'nodejs' ? type : undefined;
}

/** The entries that are strings; what else stands there is for the schema to say. */
export function listedDependencies(context: RuleContext): readonly ListedDependency[] {
  const language = languageOf(context);
  const list = own(context.descriptor.value['runtime'], 'dependencies');
  if (language === undefined || !Array.isArray(list)) return [];
  return list.flatMap((text: unknown, index) => {
    const range = context.descriptor.yaml.valueRange(['runtime', 'dependencies', index]);
    return typeof text !== 'string' || range === undefined ? [] : [{ text, range, requirement: parseRequirement(text, language) }];
  });
}

export function problemAtDependency(
  { folder, descriptor }: RuleContext,
  range: Range,
  { code, severity, message, related, data }: Finding,
): Problem {
  const more = { ...(related === undefined ? {} : { related }), ...(data === undefined ? {} : { data }) };
  return { path: pathInFolder(folder, descriptor.file), code, severity, message, range, ...more };
}
