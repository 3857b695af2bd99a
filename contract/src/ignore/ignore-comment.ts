import type { Range } from '@hermes-runtime/schemas';
import { type LineIndex, indexLines } from '../descriptor/line-index.ts';

/** `# hermes-ignore rule, other-rule: reason`: what a person says not to hear about one line. */
export type IgnoreComment = {
  /** From its sign to its end. */
  readonly range: Range;
  /** The lines that it speaks of: its own, where what is said of a whole file may stand; and the next one with something on it when nothing stands beside it. */
  readonly lines: readonly number[];
  readonly rules: readonly IgnoredRule[];
  readonly hasReason: boolean;
  /** What goes when the comment goes: with its line, where it is alone. */
  readonly removal: Range;
};

export type IgnoredRule = {
  readonly name: string;
  readonly range: Range;
  /** What goes when only this name goes. */
  readonly removal: Range;
};

export const ignoreWord = 'hermes-ignore';

/** More in one file are not read: nobody writes them by hand. */
const maxComments = 200;
/** Nor are more names in one comment, and what it speaks of is not further away, in lines. */
const maxRules = 20;
const maxDistance = 50;

export type CommentSyntax = {
  readonly sign: '#' | '//';
  /** Whether a sign at an offset begins a comment, or stands in one, and not in a text. */
  readonly isComment: (offset: number) => boolean;
};

/** All comments of this kind in a text. Nearly every text has none, and is then only searched for the word. */
export function readIgnores(text: string, syntax: CommentSyntax): readonly IgnoreComment[] {
  const found: IgnoreComment[] = [];
  let lines: LineIndex | undefined;
  for (let at = text.indexOf(ignoreWord); at >= 0 && found.length < maxComments; at = text.indexOf(ignoreWord, at + 1)) {
    lines ??= indexLines(text);
    const comment = readIgnore(text, lines, at, syntax);
    if (comment !== undefined) found.push(comment);
  }
  return found;
}

function readIgnore(text: string, lines: LineIndex, word: number, { sign, isComment }: CommentSyntax): IgnoreComment | undefined {
  const { line } = lines.positionAt(word);
  const { start, end } = lines.lineAt(line);
  const before = text.slice(start, word).trimEnd();
  const from = start + before.length - sign.length;
  const rest = text.slice(word + ignoreWord.length, end);
  if (!before.endsWith(sign) || /^[\w-]/.test(rest) || !isComment(from)) return undefined;

  const said = /^\s*:?\s*([\w-]+(?:\s*,\s*[\w-]+)*)?\s*(?::(.*))?/.exec(rest);
  const names = said?.[1] ?? '';
  const namesAt = word + ignoreWord.length + rest.indexOf(names);
  const shown = text.slice(start, from).trimEnd();
  return {
    range: lines.rangeOf(from, start + text.slice(start, end).trimEnd().length),
    lines: shown === '' ? [line, ...nextLine(text, lines, line, sign)] : [line],
    rules: rulesIn(names, namesAt, lines),
    hasReason: (said?.[2] ?? '').trim() !== '',
    removal: shown === '' ? wholeLine(lines, line) : lines.rangeOf(start + shown.length, end),
  };
}

function rulesIn(names: string, namesAt: number, lines: LineIndex): IgnoredRule[] {
  const found = [...names.matchAll(/[\w-]+/g)].slice(0, maxRules).map(({ 0: name, index }) => ({
    name,
    start: namesAt + index,
    end: namesAt + index + name.length,
  }));
  return found.map(({ name, start, end }, index) => {
    const next = found[index + 1];
    const last = found[index - 1];
    const removal = next === undefined ? { from: last?.end ?? start, to: end } : { from: start, to: next.start };
    return { name, range: lines.rangeOf(start, end), removal: lines.rangeOf(removal.from, removal.to) };
  });
}

/** Several comments may stand above one line. */
function nextLine(text: string, lines: LineIndex, line: number, sign: string): number[] {
  for (let next = line + 1; next < Math.min(lines.count, line + maxDistance); next += 1) {
    const { start, end } = lines.lineAt(next);
    const shown = text.slice(start, end).trimStart();
    if (shown !== '' && !shown.startsWith(sign)) return [next];
  }
  return [];
}

function wholeLine(lines: LineIndex, line: number): Range {
  const { start, end } = lines.lineAt(line);
  if (line + 1 < lines.count) return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return lines.rangeOf(line === 0 ? start : lines.lineAt(line - 1).end, end);
}
