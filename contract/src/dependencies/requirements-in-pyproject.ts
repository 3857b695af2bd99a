import { requirementsInPoetry } from './requirements-in-poetry.ts';
import type { TextAt } from './requirements-text.ts';

/** One piece of TOML that matters between brackets: a string, a comment, or the end. */
const piece = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|#[^\n]*|\]/g;

/**
 * The requirements in `[project] dependencies` and `[tool.poetry.dependencies]` of a `pyproject.toml`.
 * Where there are both, the second only says more of what the first asks for.
 * Other tables, groups of dependencies among them, and arrays that are not closed, give none.
 */
export function requirementsInPyproject(text: string, names?: ReadonlySet<string>): readonly TextAt[] {
  const found = requirementsInProject(text);
  return found.length > 0 ? found : requirementsInPoetry(text, names);
}

function requirementsInProject(text: string): readonly TextAt[] {
  const table = /^[ \t]*\[[ \t]*project[ \t]*\][ \t]*(?:#.*)?$/m.exec(text);
  if (table === null) return [];
  const start = table.index + table[0].length;
  const next = /^[ \t]*\[/m.exec(text.slice(start));
  const key = /^[ \t]*(?:dependencies|"dependencies")[ \t]*=[ \t]*\[/m.exec(text.slice(start));
  // An array may have brackets at the beginning of its lines too, but never before its own key.
  if (key === null || (next !== null && next.index < key.index)) return [];
  const from = start + key.index + key[0].length;
  const found: TextAt[] = [];
  for (const match of text.slice(from).matchAll(piece)) {
    if (match[0] === ']') return found;
    if (match[0].startsWith('#')) continue;
    const inner = match[1] ?? match[2] ?? '';
    const at = from + match.index;
    // An escape stands for something that nothing here needs to know.
    if (!inner.includes('\\')) found.push({ text: inner, from: at, to: at + match[0].length });
  }
  return [];
}
