import { composeYaml, type ComposedYaml } from './compose-yaml.ts';
import type { LineIndex } from './line-index.ts';
import { readYamlEvents } from './read-events.ts';
import type { YamlTree } from './yaml-tree.ts';

type Composed = Extract<ComposedYaml, { status: 'composed' }>;

/** The line that is taken for broken, and the text with that line mended, as one of the two readers reads it; as none when no mending helped. */
export type MendedYaml = { readonly line: number; readonly text: string; readonly tree?: YamlTree; readonly composed?: Composed };

/** Longer texts are not mended: each try reads them again. */
const maxMended = 128 * 1024;

/**
 * Finds one line whose mending makes the whole text valid, so that one slip gives one problem.
 * Mending never adds or removes a line, and what is added stands at the line's end: all other places stay where they are.
 */
export function mendYaml(text: string, lines: LineIndex, broken: Composed): MendedYaml {
  const [error] = broken.errors;
  const at = lines.positionAt(error?.offset ?? 0).line;
  const likely = candidateLines(text, lines, at, broken.opened);
  const tooDeep = likely.flatMap((line) => deeperThanAbove(text, lines, line));
  const candidates = [...new Set([...indentedTooFar(text, lines, broken), ...tooDeep, ...likely])];
  const first = candidates[0] ?? at;
  if (text.length > maxMended) return { line: first, text };
  for (const line of candidates) {
    const { start, end } = lines.lineAt(line);
    for (const instead of mendings(text.slice(start, end), fittingIndents(text, lines, line))) {
      const mended = text.slice(0, start) + instead + text.slice(end);
      const tree = readYamlEvents(mended);
      if (tree === 'broken') continue;
      if (tree !== 'unusual') return { line, text: mended, tree };
      const composed = composeYaml(mended);
      if (composed.status === 'composed' && composed.errors.length === 0) return { line, text: mended, composed };
    }
  }
  return { line: first, text };
}

/** `a: 1`, and below it a key that is indented as if it belonged to the 1: the lower line is the slip, unless the upper lacks its colon. */
function indentedTooFar(text: string, lines: LineIndex, { errors }: Composed): number[] {
  const error = errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  if (error === undefined) return [];
  const upper = lines.positionAt(error.offset).line;
  const { start, end } = lines.lineAt(upper);
  const lower = lines.positionAt(Math.max(error.end - 1, error.offset)).line;
  return lower > upper && /:\s/.test(text.slice(start, end)) ? [lower] : [];
}

/** `a: [1]`, and below it a line that is indented deeper: nothing can belong to what is closed. */
function deeperThanAbove(text: string, lines: LineIndex, upper: number): number[] {
  const { start, end } = lines.lineAt(upper);
  const indent = /^( *(?:- +)?)[^\s#].*:\s+[^\s|>#]/.exec(text.slice(start, end))?.[1];
  const below = nextWritten(text, lines, upper);
  if (below === undefined || indent === undefined || closersOf(text.slice(start, end)) !== '') return [];
  return below.indent > indent.length ? [below.line] : [];
}

function nextWritten(text: string, lines: LineIndex, from: number): { line: number; indent: number } | undefined {
  const last = lines.positionAt(text.length).line;
  for (let line = from + 1; line <= last; line += 1) {
    const { start, end } = lines.lineAt(line);
    const [written] = /^ *[^\s#]/.exec(text.slice(start, end)) ?? [];
    if (written !== undefined) return { line, indent: written.length - 1 };
  }
  return undefined;
}

/** Where the slip may be, likeliest first: what was left open, the line of the error, and the written line above it. */
function candidateLines(text: string, lines: LineIndex, at: number, opened: number | undefined): number[] {
  const isWritten = (line: number): boolean => {
    const { start, end } = lines.lineAt(line);
    return /^\s*[^\s#]/.test(text.slice(start, end));
  };
  let errorLine = at;
  while (errorLine > 0 && !isWritten(errorLine)) errorLine -= 1;
  let above = errorLine - 1;
  while (above > 0 && !isWritten(above)) above -= 1;
  const openedLine = opened === undefined ? [] : [lines.positionAt(opened).line];
  return [...new Set([...openedLine, errorLine, above])].filter((line) => line >= 0);
}

/** How far a line may be indented to go with the written line above it, the likelier first. */
function fittingIndents(text: string, lines: LineIndex, line: number): readonly string[] {
  for (let above = line - 1; above >= 0; above -= 1) {
    const { start, end } = lines.lineAt(above);
    const [written, indent = '', dash = ''] = /^( *)(- +)?[^\s#]/.exec(text.slice(start, end)) ?? [];
    if (written === undefined) continue;
    const own = indent + ' '.repeat(dash.length);
    const at = lines.lineAt(line);
    const below = nextWritten(text, lines, line);
    // What opens a block stands above the block.
    if (below !== undefined && below.indent >= 2 && /:\s*(?:#.*)?$/.test(text.slice(at.start, at.end)))
      return [' '.repeat(below.indent - 2), own];
    return /:\s*(?:#.*)?$/.test(text.slice(start, end)) ? [`${own}  `, own] : [own, indent];
  }
  return [];
}

function mendings(line: string, indents: readonly string[]): string[] {
  const tabless = line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '));
  const closed = tabless + closersOf(tabless);
  const key = /^(\s*(?:- )*(?:"[^"]*"|'[^']*'|[^\s:#"'[\]{},&*!|>%@`][^:#]*):)(?:\s|$)/.exec(tabless)?.[1];
  const bare = tabless.trimStart();
  // Only what is a whole entry is told to be indented wrong: a word that was begun may stand anywhere.
  const indented = bare !== '' && key !== undefined ? indents.map((indent) => indent + bare) : [];
  const tries = [
    ...(tabless === line ? [] : indented),
    tabless,
    closed,
    ...indented,
    `${tabless}:`,
    `${closed}:`,
    ...(key === undefined ? [] : [key, `${key} ""`]),
    '',
    `${/^\s*/.exec(tabless)?.[0] ?? ''}- `,
  ];
  return [...new Set(tries)].filter((instead) => instead !== line);
}

/** The brackets and the quote that a line leaves open. */
function closersOf(line: string): string {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charAt(at);
    if (quote !== '') {
      if (unit === '\\' && quote === '"') at += 1;
      else if (unit === quote) quote = '';
      continue;
    }
    if ((unit === '"' || unit === "'") && /[\s:[{,]|^$/.test(line.charAt(at - 1))) quote = unit;
    else if (unit === '#' && /\s/.test(line.charAt(at - 1))) break;
    else if (unit === '[') open.push(']');
    else if (unit === '{') open.push('}');
    else if (unit === ']' || unit === '}') open.pop();
  }
  return quote + open.toReversed().join('');
}
