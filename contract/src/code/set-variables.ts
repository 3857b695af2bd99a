import type { EnvironmentRead } from './code-facts.ts';

const assignment =
  /\b(?:environ|env)\s*(?:\.\s*([A-Za-z_]\w*)|\[\s*(["'`])([^"'`\\]*)\2\s*\]|\[[^\n]{0,200}?\])\s*(?:\?\?|\|\||&&)?=(?![=>])/g;
const setter = /\b(?:environ\s*\.\s*setdefault|putenv)\s*\(\s*(?:(["'])([^"'\\]*)\1)?/g;
const filling = /\benviron\s*(?:\.\s*update\s*\(|\|=)|\bObject\s*\.\s*assign\s*\(\s*process\s*\.\s*env\b/;

/** Without the reads of what the same text may have put into the environment itself: those do not ask the host. */
export function withoutOwnVariables(text: string, reads: readonly EnvironmentRead[]): readonly EnvironmentRead[] {
  if (reads.length === 0) return reads;
  const own = variablesSetIn(text);
  return own === undefined ? [] : reads.filter(({ name }) => name === undefined || !own.has(name));
}

/** Undefined when any variable may get a value: from a mapping, or under a name that the text does not say. */
function variablesSetIn(text: string): ReadonlySet<string> | undefined {
  if (filling.test(text)) return undefined;
  const names = new Set<string>();
  for (const [, plain, , quoted] of text.matchAll(assignment)) {
    const name = plain ?? quoted;
    if (name === undefined) return undefined;
    names.add(name);
  }
  for (const [, , name] of text.matchAll(setter)) {
    if (name === undefined) return undefined;
    names.add(name);
  }
  return names;
}
