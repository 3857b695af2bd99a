import type { DocumentFormattingParams, FormattingOptions, TextEdit } from 'vscode-languageserver/node';
import { formatYaml } from '../formatting/format-yaml.ts';
import type { Look } from './feature.ts';
import { openedYaml } from './opened-yaml.ts';

/** Formats files of ours; a broken one is left as it is. */
export function format(look: Look, { textDocument, options }: DocumentFormattingParams): TextEdit[] | null {
  const opened = openedYaml(look, textDocument.uri);
  if (opened === undefined) return null;
  const text = opened.document.getText();
  const formatted = formatYaml(text, { indent: indentOf(options) });
  return formatted === undefined ? null : editsBetween(text, formatted);
}

function indentOf({ tabSize }: FormattingOptions): number {
  return Number.isInteger(tabSize) && tabSize >= 2 && tabSize <= 8 ? tabSize : 2;
}

/** One edit for each line that is another one; lines are neither added nor removed but at the end. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const edits = old.slice(0, now.length).flatMap((text, line): TextEdit[] => {
    const newText = now[line] ?? '';
    return withoutReturn(text) === withoutReturn(newText) ? [] : [replaceLine(line, text, newText)];
  });
  const [last, lastLine] = [old.length - 1, old.at(-1) ?? ''];
  if (now.length > old.length) {
    const end = { line: last, character: lastLine.length };
    const lastLineReturn = now[last]?.endsWith('\r') === true ? '\r' : '';
    edits.push({ range: { start: end, end }, newText: `${lastLineReturn}\n${now.slice(old.length).join('\n')}` });
  }
  if (now.length < old.length) {
    const kept = now.length - 1;
    edits.push({
      range: { start: { line: kept, character: withoutReturn(old[kept] ?? '').length }, end: { line: last, character: lastLine.length } },
      newText: '',
    });
  }
  return edits;
}

function replaceLine(line: number, old: string, newText: string): TextEdit {
  return {
    range: { start: { line, character: 0 }, end: { line, character: withoutReturn(old).length } },
    newText: withoutReturn(newText),
  };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
