import * as l10n from '@vscode/l10n';
import { celSuggestions } from '../completion/cel-names.ts';
import { asCode } from './explanation.ts';
import { fieldAt, fieldList, fieldParagraphs } from './field-text.ts';

/** A name in an expression, with what its dots lead through. */
export type CelName = { readonly path: readonly string[]; readonly start: number; readonly end: number };

/** No line that a person reads is longer, in UTF-16 units. */
const maxLine = 1000;

/** The name at a character of a line of an expression; none inside a text of it. */
export function celNameAt(line: string, character: number): CelName | undefined {
  for (const match of line.slice(0, maxLine).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/g)) {
    if (match.index > character || match.index + match[0].length < character || /^["']/.test(match[0])) continue;
    return wordIn(match[0], match.index, character);
  }
  return undefined;
}

/** What a name stands for; `value` is the whole descriptor. */
export function celParagraphs({ path }: CelName, value: Readonly<Record<string, unknown>>): string[] {
  const [side, ...rest] = path;
  if (side !== undefined && rest.length === 0) {
    const known = celSuggestions({ through: [], word: '' }, value).find(({ label }) => label === side);
    if (known === undefined) return [];
    const fields = side === 'input' || side === 'output' ? fieldList(side, value) : undefined;
    return [asCode(side), known.text ?? '', fields ?? ''];
  }
  if (side !== 'input' && side !== 'output') return [];
  const field = fieldAt(side, value, rest);
  if (field !== undefined) return fieldParagraphs(field);
  const schema = value[`${side}_schema`];
  return schema === undefined ? [] : [l10n.t('{0} is not in {1}.', asCode(rest.join('.')), asCode(`${side}_schema`))];
}

function wordIn(chain: string, at: number, character: number): CelName | undefined {
  const path: string[] = [];
  for (const word of chain.matchAll(/\w+/g)) {
    path.push(word[0]);
    const [start, end] = [at + word.index, at + word.index + word[0].length];
    if (character <= end) return character < start ? undefined : { path, start, end };
  }
  return undefined;
}
