import type { Position, Range } from '@hermes-runtime/schemas';

/** Turns offsets into LSP positions and back; lines end as in LSP, at `\n`, `\r\n` or `\r`. */
export type LineIndex = {
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
  readonly rangeOf: (start: number, end: number) => Range;
  /** Where a line begins and where it ends, without its line break. */
  readonly lineAt: (line: number) => { readonly start: number; readonly end: number };
  readonly count: number;
};

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsOfAny(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(at + 1);
  }
  return starts;
}

export function indexLines(text: string): LineIndex {
  const starts = text.includes('\r') ? startsOfAny(text) : startsOfLines(text);
  const startOf = (line: number): number => starts[line] ?? text.length;

  const positionAt = (offset: number): Position => {
    const within = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: within - startOf(low) };
  };
  const lineAt = (line: number): { start: number; end: number } => {
    const start = startOf(line);
    let end = startOf(line + 1);
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end -= 1;
    return { start, end };
  };
  return {
    positionAt,
    lineAt,
    offsetAt: ({ line, character }) => Math.min(startOf(line) + character, lineAt(line).end),
    rangeOf: (start, end) => ({ start: positionAt(start), end: positionAt(end) }),
    count: starts.length,
  };
}
