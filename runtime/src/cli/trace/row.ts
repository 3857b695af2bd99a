import { pathToFileURL } from 'node:url';
import type { Place } from '@hermes-runtime/schemas';
import { cellsOf, cutEnd, cutMiddle, inert, padStart, wrap } from './cells.ts';
import { ellipsisOf, inCharacters, link, markOf, paint, type Look, type Mark, type Style } from './look.ts';

/** A stretch of a row. Who may `shrink` gives way when the row is too long; the others never lose a character. */
export type Part = {
  readonly text: string;
  readonly style?: Style;
  readonly shrink?: 'middle' | 'end';
  /** Left out on a narrow screen: the row still says what happened. */
  readonly wideOnly?: boolean;
};

export type Row = {
  /** Milliseconds since the task began; left out, the row continues the one above. */
  readonly at?: number;
  readonly mark?: Mark;
  readonly markStyle?: Style;
  /** Steps to the right: 1 for what happened inside a loop. */
  readonly depth?: number;
  readonly parts: readonly Part[];
  readonly place?: Place | undefined;
  /** Equal for rows that a narrow screen may show as one. */
  readonly fold?: string;
  /** For a folded row: what to call this one, such as `#4`. */
  readonly name?: string;
};

/** Below this, places lose their file name and equal rows fold. */
export const narrowBelow = 72;

const timeCells = 5;

/** Rows as lines of text. `folder` is where the agent's files are, for links. */
export function rowLines(rows: readonly Row[], folder: string, look: Look): readonly string[] {
  const narrow = look.width < narrowBelow;
  let file = '';
  return (narrow ? folded(rows.map((row) => ({ ...row, parts: row.parts.filter(({ wideOnly }) => wideOnly !== true) }))) : rows).flatMap(
    (row) => {
      const same = row.place !== undefined && row.place.file === file;
      file = row.place?.file ?? file;
      return lineOf(row, placeText(row.place, narrow && same), folder, look);
    },
  );
}

function placeText(place: Place | undefined, short: boolean): string {
  if (!place) return '';
  return short ? `:${place.line}` : `${inert(place.file)}:${place.line}`;
}

function lineOf(row: Row, place: string, folder: string, look: Look): readonly string[] {
  const time = row.at === undefined ? ' '.repeat(timeCells) : padStart((Math.max(0, row.at) / 1000).toFixed(1), timeCells);
  const indent = '  '.repeat(row.depth ?? 0);
  const mark = markOf(row.mark ?? 'none', look);
  const left = `${time} ${indent}`;
  const start = cellsOf(left) + cellsOf(mark) + 1;
  const room = look.width - start - (place === '' ? 0 : cellsOf(place) + 2);
  const fitting = fit(
    row.parts.map((part) => ({ ...part, text: inCharacters(inert(part.text), look) })),
    room,
    look,
  );
  const [first = [], ...more] = fitting;
  const head = `${paint(left, 'dim', look)}${paint(mark, row.markStyle ?? 'dim', look)} ${painted(first, look)}`;
  const target = row.place && `${pathToFileURL(`${folder}/${row.place.file}`).href}#${row.place.line}`;
  const gap = ' '.repeat(Math.max(1, look.width - start - widthOf(first) - cellsOf(place)));
  const line = place === '' ? head : `${head}${gap}${link(paint(place, 'dim', look), target, look)}`;
  return [line, ...more.map((parts) => `${' '.repeat(start)}${painted(parts, look)}`)].map((text) => text.trimEnd());
}

/** First what may shrink gives way, down to a readable rest; what then is still too long continues on further lines. */
function fit(parts: readonly Part[], room: number, look: Look): readonly (readonly Part[])[] {
  const excess = widthOf(parts) - room;
  if (excess <= 0) return [parts];
  const shrunk = parts.map((part) => {
    if (!part.shrink) return part;
    const cells = Math.max(12, cellsOf(part.text) - excess);
    return { ...part, text: (part.shrink === 'middle' ? cutMiddle : cutEnd)(part.text, cells, ellipsisOf(look)) };
  });
  if (widthOf(shrunk) <= room) return [shrunk];
  return broken(shrunk, Math.max(16, room));
}

function broken(parts: readonly Part[], room: number): readonly (readonly Part[])[] {
  const lines: Part[][] = [[]];
  let left = room;
  for (const part of parts) {
    const pieces = cellsOf(part.text.trimEnd()) <= left ? [part.text] : wrapAfter(part.text, left, room);
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        lines.push([]);
        left = room;
      }
      lines.at(-1)?.push({ ...part, text: piece });
      left -= cellsOf(piece);
    }
  }
  return lines.filter((line) => widthOf(line) > 0);
}

/** The first line has only what is left of it; a word that does not fit there starts on the next. */
function wrapAfter(text: string, left: number, room: number): readonly string[] {
  const [word = ''] = text.trimStart().split(' ');
  if (left < 12 || cellsOf(word) > left) return ['', ...wrap(text.trimStart(), room)];
  const [first = '', ...rest] = wrap(text, left);
  return rest.length === 0 ? [first] : [first, ...wrap(rest.join(' '), room)];
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + cellsOf(text), 0);
}

function painted(parts: readonly Part[], look: Look): string {
  return parts.map(({ text, style }) => paint(text, style ?? 'plain', look)).join('');
}

/** Neighbours with the same `fold` become one row that names them all. */
function folded(rows: readonly Row[]): readonly Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last?.fold !== undefined && last.fold === row.fold && last.name !== undefined && row.name !== undefined) {
      const name = `${last.name} ${row.name}`;
      out[out.length - 1] = { ...last, name, parts: [{ text: name }, ...last.parts.slice(-1)] };
    } else {
      out.push(row);
    }
  }
  return out;
}
