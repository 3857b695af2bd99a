import type { Problem, Range } from '@hermes-runtime/schemas';
import { parseRequirement } from '../../dependencies/match-requirement.ts';
import type { ParsedRequirement } from '../../dependencies/requirement.ts';
import { own } from '../../value.ts';
import { pathInFolder, type Finding, type RuleContext } from '../rule.ts';

/** One entry of `runtime.dependencies`, with its place. */
export type ListedDependency = {
  readonly text: string;
  /** The text without its quotes. */
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
    const range = typeof text === 'string' ? textRange(context, index, text) : undefined;
    return typeof text !== 'string' || range === undefined ? [] : [{ text, range, requirement: parseRequirement(text, language) }];
  });
}

export function problemAtDependency(
  { folder, descriptor }: RuleContext,
  range: Range,
  { code, severity, message, data }: Finding,
): Problem {
  return { path: pathInFolder(folder, descriptor.file), code, severity, message, range, ...(data === undefined ? {} : { data }) };
}

/** Inside its quotes where the text stands there as it is; else the whole value. */
function textRange({ descriptor: { yaml } }: RuleContext, index: number, text: string): Range | undefined {
  const path = ['runtime', 'dependencies', index];
  const range = yaml.valueRange(path);
  const isQuoted = text !== '' && yaml.writtenAt(path)?.slice(1, -1) === text;
  if (range === undefined || !isQuoted || range.start.line !== range.end.line) return range;
  const { start, end } = range;
  return { start: { line: start.line, character: start.character + 1 }, end: { line: end.line, character: end.character - 1 } };
}
