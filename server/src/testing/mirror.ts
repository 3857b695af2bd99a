import type { Position, Range } from 'vscode-languageserver/node';

/** One replacement of a file's text, by offsets in UTF-16 units. */
export type Replacement = { readonly from: number; readonly to: number; readonly text: string };

/** A text as an editor has it, written without the server's library, so that the two can be held against each other. */
export class Mirror {
  text: string;

  constructor(text = '') {
    this.text = text;
  }

  positionAt(offset: number): Position {
    const before = this.text.slice(0, offset);
    // Between the two halves of a line break nobody can stand.
    const lines = (before.endsWith('\r') && this.text.charAt(offset) === '\n' ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  /** Makes a replacement and answers it as LSP says it. */
  replace({ from, to, text }: Replacement): { readonly range: Range; readonly text: string } {
    const range = { start: this.positionAt(from), end: this.positionAt(to) };
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    return { range, text };
  }

  /** Whether both ends of a range are places in this text. */
  holds({ start, end }: Range): boolean {
    const lines = this.text.split(/\r\n|\r|\n/);
    const isThere = ({ line, character }: Position): boolean => line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1);
    return isThere(start) && isThere(end) && (start.line < end.line || (start.line === end.line && start.character <= end.character));
  }
}

/** Every range in an answer that speaks of the file itself; what lies under another address is another file's. */
export function rangesIn(answer: unknown, uri: string): Range[] {
  if (Array.isArray(answer)) return answer.flatMap((one) => rangesIn(one, uri));
  if (typeof answer !== 'object' || answer === null) return [];
  const fields: [string, unknown][] = Object.entries(answer);
  const address = addressIn(fields) ?? ('textDocument' in answer ? addressIn(Object.entries(answer.textDocument ?? {})) : undefined);
  if (typeof address === 'string' && address !== uri) return [];
  const own = isRange(answer) ? [answer] : [];
  return [...own, ...fields.flatMap(([key, value]) => (key.startsWith('file:') && key !== uri ? [] : rangesIn(value, uri)))];
}

function addressIn(fields: readonly (readonly [string, unknown])[]): unknown {
  return fields.find(([key]) => key === 'uri' || key === 'targetUri')?.[1];
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
