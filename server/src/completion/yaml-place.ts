import { indexLines, parseYaml, type ValuePath, valueAt } from '@hermes-runtime/contract';
import type { Position, Range } from 'vscode-languageserver/node';

/** What could be written at a place in YAML: a key of the map at `path`, or the value at `path`. */
export type YamlPlace = {
  readonly on: 'key' | 'value';
  readonly path: ValuePath;
  /** The word that is there already, which an answer replaces. */
  readonly range: Range;
  /** The whole file's value, with a stand-in for the word. */
  readonly value: unknown;
  /** Whether it stands between brackets. */
  readonly flow: boolean;
  readonly quoted: boolean;
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
};

/** No key or value that anybody writes. */
export const standIn = 'hermes0stand0in';

/**
 * The places that a cursor may be meant for; none in comments and free text. The word at the cursor is replaced by a stand-in and the
 * text read as always, so that whatever the reader understands, and can mend, is understood here too.
 */
export function yamlPlacesAt(text: string, position: Position): readonly YamlPlace[] {
  const lines = indexLines(text);
  const offset = lines.offsetAt(position);
  const { start, end } = lines.lineAt(position.line);
  const line = text.slice(start, end).replace(/\r?\n$/, '');
  const before = line.slice(0, offset - start);
  if (isComment(before)) return [];
  const quote = openQuote(before);
  const [word = ''] = (quote === '' ? /[\w$./@<>=~^!*+-]*$/ : new RegExp(`[^${quote}]*$`)).exec(before) ?? [];
  if (quote === '' && word === '-') return [];
  const from = offset - word.length;
  const [rest = ''] =
    (quote === '' ? /^[\w$./@<>=~^!*+-]*/ : new RegExp(`^[^${quote}]*(?=${quote})`)).exec(line.slice(before.length)) ?? [];
  const to = offset + rest.length;
  const left = before.slice(0, before.length - word.length - quote.length);
  const right = line.slice(before.length + rest.length);
  const closer = quote === '' || right.startsWith(quote) ? '' : quote;
  const hasColon = new RegExp(`^${quote}\\s*:(?:\\s|$)`).test(right);
  const place = { range: lines.rangeOf(from, to), flow: /[[{][^\]}]*$/.test(left), quoted: quote !== '', hasColon };
  const within = (more: string): string => text.slice(0, from) + standIn + more + text.slice(to);

  const found: YamlPlace[] = [];
  const mayBeKey = hasColon || /^\s*(?:- +)*$/.test(left) || /[{,]\s*$/.test(left);
  const at = lines.positionAt(from);
  if (mayBeKey && (hasColon || /^["']?\s*(?:[,}#].*)?$/.test(right))) {
    // A closing quote that is there stands between the word and its colon.
    const asKey = hasColon
      ? within(closer)
      : right.startsWith(quote) && quote !== ''
        ? withColonAfterQuote(text, from, to)
        : within(`${closer}: `);
    const yaml = parseYaml(asKey);
    const target = yaml.pathAt({ line: at.line, character: at.character + 1 });
    if (target?.on === 'key' && target.path.at(-1) === standIn)
      found.push({ ...place, on: 'key', path: target.path.slice(0, -1), value: yaml.value });
  }
  if (!hasColon && /[:[,]\s+$|^\s*(?:- +)+$|\[$/.test(left)) {
    const yaml = parseYaml(within(closer));
    const target = yaml.pathAt({ line: at.line, character: at.character + 1 });
    if (target?.on === 'value' && valueAt(yaml.value, target.path) === standIn)
      found.push({ ...place, on: 'value', path: target.path, value: yaml.value });
  }
  return found;
}

function withColonAfterQuote(text: string, from: number, to: number): string {
  return `${text.slice(0, from)}${standIn}${text.charAt(to)}: ${text.slice(to + 1)}`;
}

function isComment(before: string): boolean {
  return /(?:^|\s)#/.test(before.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""'));
}

function openQuote(before: string): '' | '"' | "'" {
  const [open] = /["']/.exec(before.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (text) => ' '.repeat(text.length))) ?? [];
  return open === '"' || open === "'" ? open : '';
}
