import { problemCodes } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { Suggestion } from './suggestion.ts';

/** The word that is there of a name after `hermes-ignore`; undefined elsewhere. */
export function ignoredWordAt(before: string): string | undefined {
  return /(?:#|\/\/)\s*hermes-ignore\s+(?:[\w-]+\s*,\s*)*([\w-]*)$/.exec(before)?.[1];
}

/** The names of problems; first those that the comment would silence, which are on its line or the next. */
export function ignoreSuggestions(line: number, problems: readonly Problem[]): readonly Suggestion[] {
  const here = new Map(
    problems.flatMap(({ code, message, range }) => (range.start.line === line || range.start.line === line + 1 ? [[code, message]] : [])),
  );
  return problemCodes.map((code) => {
    const message = here.get(code);
    return { label: code, kind: 'value', important: message !== undefined, ...(message === undefined ? {} : { detail: message }) };
  });
}
