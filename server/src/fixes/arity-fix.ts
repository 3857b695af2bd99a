import { indexLines } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { textIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';

/** Makes `execute` callable with the input alone: a parameter where there is none, a default for those that never get a value. */
export const mendParameters: Fixer = ({ path, range, data }, { textOf }) => {
  const text = textOf(path);
  const isPython = textIn(data, 'language') === 'python';
  if (text === undefined) return [];
  const lines = indexLines(text);
  const from = lines.offsetAt(range.start);
  const header = text.slice(from, lines.offsetAt(range.end));
  const open = header.indexOf('(');
  const close = closingOf(header, open);
  if (open < 0 || close < 0 || header.includes('#')) return [];
  const list = header.slice(open + 1, close);
  const mended = list.trim() === '' ? (isPython ? 'input_data' : 'input') : withDefaults(list, isPython ? 'None' : 'undefined');
  if (mended === list) return [];
  const title = list.trim() === '' ? l10n.t('Take the input: execute({0})', mended) : l10n.t('Give the other parameters defaults');
  return [{ title, edits: [{ path, edits: [{ range: lines.rangeOf(from + open + 1, from + close), newText: mended }] }] }];
};

/** Only the first may go without; and what stands for the rest. */
function withDefaults(list: string, value: string): string {
  let isFirst = true;
  return partsOf(list)
    .map((part) => {
      const bare = part.trim();
      if (bare === '' || /^[*/]|^\.\.\./.test(bare) || hasDefault(part)) {
        if (bare !== '' && bare !== '*' && bare !== '/') isFirst = false;
        return part;
      }
      if (isFirst) {
        isFirst = false;
        return part;
      }
      const end = part.trimEnd();
      return `${end}${bare.includes(':') || value === 'undefined' ? ` = ${value}` : `=${value}`}${part.slice(end.length)}`;
    })
    .join(',');
}

function hasDefault(part: string): boolean {
  return /(?<![=!<>])=(?![=>])/.test(part);
}

/** The parts between the commas that stand in no brackets. */
function partsOf(list: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of list) {
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at >= 0 && at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    if (text.charAt(at) === ')' && (depth -= 1) === 0) return at;
  }
  return -1;
}
