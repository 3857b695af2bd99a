import { indexLines, type YamlSource } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { Position } from 'vscode-languageserver/node';
import { namesInLine } from '../service/yaml-names.ts';
import { asCode, asSource, type Explanation } from './explanation.ts';

/** More of what an alias stands for is not shown. */
const maxLines = 10;

/** An anchor, or an alias, which stands for the text at the last anchor of its name above it. */
export function aliasExplanation({ text }: YamlSource, { line, character }: Position): Explanation | undefined {
  const lines = indexLines(text);
  const textOf = (at: number): string => text.slice(lines.lineAt(at).start, lines.lineAt(at).end);
  const found = namesInLine(textOf(line)).find(({ index, 0: one }) => index <= character && character <= index + one.length);
  if (found === undefined || found[0].length < 2) return undefined;
  const range = { start: { line, character: found.index }, end: { line, character: found.index + found[0].length } };
  const anchor = `&${found[0].slice(1)}`;
  if (found[0] === anchor) return { range, paragraphs: [l10n.t('{0} stands for this value below.', asCode(`*${anchor.slice(1)}`))] };
  for (let above = line; above >= 0; above -= 1) {
    const at = namesInLine(textOf(above)).findLast(({ index, 0: one }) => one === anchor && (above < line || index < found.index));
    if (at === undefined) continue;
    const first = textOf(above);
    const indent = first.search(/\S/);
    const deeper: string[] = [];
    for (let below = above + 1; below < lines.count && deeper.length < maxLines; below += 1) {
      const next = textOf(below);
      if (next.trim() !== '' && next.search(/\S/) <= indent) break;
      deeper.push(next);
    }
    const margin = Math.min(...deeper.filter((next) => next.trim() !== '').map((next) => next.search(/\S/)));
    const value = [first.slice(at.index + anchor.length).trim(), ...deeper.map((next) => next.slice(margin))].join('\n').trim();
    return { range, paragraphs: [l10n.t('Line {0}:', above + 1), asSource('yaml', value)] };
  }
  return undefined;
}
