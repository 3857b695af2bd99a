import { indexLines } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';

/** A text after edits that all count from the text before them; what is added in one place stands in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = indexLines(text);
  const offsets = edits.map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }));
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, newText } of offsets.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(done, start), newText);
    done = Math.max(done, end);
  }
  return pieces.join('') + text.slice(done);
}
