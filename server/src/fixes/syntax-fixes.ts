import { indexLines, nearMatch, parseYaml } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** More of the text above is not looked through, in UTF-16 units. */
const maxLine = 2000;

/** Mends a line that YAML cannot read, if the whole file can be read after it. */
export const mendSyntax: Fixer = ({ range }, context) => {
  const { text } = context.yaml;
  const lines = indexLines(text);
  const at = lines.lineAt(range.start.line);
  const line = text.slice(at.start, at.end);
  const beside = indentAbove(text.slice(0, at.start));
  const seen = new Set([line]);
  return [...candidatesFor(line), ...reindented(line, beside)].flatMap(({ title, mended, safe }) => {
    if (seen.has(mended)) return [];
    seen.add(mended);
    const whole = parseYaml(text.slice(0, at.start) + mended + text.slice(at.end));
    if (whole.problems.length > 0) return [];
    return yamlFix(context, title, { range: lines.rangeOf(at.start, at.end), newText: mended }, { safe });
  });
};

/** How far the last line above is indented that is not empty. */
function indentAbove(before: string): string {
  return /(?:^|\n)([ ]*)\S[^\n]*\s*$/.exec(before.slice(-maxLine))?.[1] ?? '';
}

/** As the line above, a step deeper, or a step less deep. */
function reindented(line: string, indent: string): { readonly title: string; readonly mended: string; readonly safe: boolean }[] {
  // What is no key and no item would go on with the text above.
  if (!/^\s*(?:- |[\w$-]+\s*:)/.test(line)) return [];
  const title = l10n.t('Indent as the lines around');
  return [indent, `${indent}  `, indent.slice(2)].map((one) => ({ title, mended: one + line.trimStart(), safe: false }));
}

function candidatesFor(line: string): { readonly title: string; readonly mended: string; readonly safe: boolean }[] {
  const [code, comment] = splitComment(line);
  const [, key = '', value = ''] = /^(\s*(?:-\s+)*(?:[\w$.-]+:\s+)?)(.*?)\s*$/.exec(code) ?? [];
  return [
    { title: l10n.t('Indent with spaces'), mended: line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  ')), safe: true },
    { title: l10n.t('Close the brackets'), mended: closed(code) + comment, safe: false },
    { title: l10n.t('Close the quote'), mended: withQuote(code) + comment, safe: false },
    { title: l10n.t('Remove the quote'), mended: withoutQuote(code) + comment, safe: false },
    { title: l10n.t('Open the bracket'), mended: opened(code) + comment, safe: false },
    { title: l10n.t('Put a space after the colon'), mended: code.replace(/^(\s*(?:-\s+)?[\w$-]+):(?=\S)/, '$1: ') + comment, safe: false },
    {
      title: l10n.t('Put a colon after the key'),
      mended: code.replace(/^(\s*(?:-\s+)?[\w$-]+)[ \t]+(?=\S)/, '$1: ') + comment,
      safe: false,
    },
    { title: l10n.t('Put a colon after the key'), mended: code.replace(/^(\s*(?:-\s+)?[\w$-]+)[ \t]*$/, '$1:') + comment, safe: false },
    {
      title: l10n.t('Put the text in quotes'),
      mended: /^$|^[{["'|>]/.test(value) ? line : `${key}${JSON.stringify(value)}${code.slice(code.trimEnd().length)}${comment}`,
      safe: false,
    },
  ];
}

/** A `#` after a space begins a comment, but for those in quotes. */
function splitComment(line: string): [string, string] {
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (quote === '"' && sign === '\\') at += 1;
    else if (sign === quote) quote = '';
    else if (quote === '' && (sign === '"' || sign === "'") && /[\s[{,:]/.test(line.charAt(at - 1))) quote = sign;
    else if (quote === '' && sign === '#' && /\s/.test(line.charAt(at - 1))) {
      const code = line.slice(0, at).trimEnd();
      return [code, line.slice(code.length)];
    }
  }
  return [line, ''];
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function closed(code: string): string {
  const open: string[] = [];
  for (const sign of code.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')) {
    if (closers[sign] !== undefined) open.unshift(closers[sign]);
    else if (sign === open[0]) open.shift();
  }
  const end = open.map((sign) => (sign === '}' ? ' }' : sign)).join('');
  return code.trimEnd() + end + code.slice(code.trimEnd().length);
}

/** The bracket that is closed last, where it was to be opened. */
function opened(code: string): string {
  const bare = code.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').trimEnd();
  const [open, space] = bare.endsWith('}') ? ['{', ' '] : ['[', ''];
  const isOpen = bare.split(open).length >= bare.split(bare.at(-1) ?? '').length;
  return isOpen || !/[\]}]$/.test(bare) ? code : code.replace(/^(\s*(?:-\s+)*[\w$-]+:[ \t]+)/, `$1${open}${space}`);
}

/** The only quote of a value, at its beginning or its end. */
function withoutQuote(code: string): string {
  const [, head = '', value = ''] = /^(\s*(?:-\s+)*(?:[\w$.-]+:\s+)?)(.*)$/.exec(code) ?? [];
  return /^["'][^"']*$|^[^"']*["']\s*$/.test(value) ? head + value.replace(/["']/, '') : code;
}

function withQuote(code: string): string {
  const bare = code.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  const quote = bare.includes('"') ? '"' : bare.includes("'") ? "'" : '';
  return code.trimEnd() + quote;
}

/** An anchor that is nearly called so; or a text that begins with an asterisk, as addresses with a wildcard do. */
export const mendAlias: Fixer = ({ range }, context) => {
  const { text } = context.yaml;
  const lines = indexLines(text);
  const written = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  const anchors = [...text.matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/gm)].map(([, name = '']) => name);
  const near = nearMatch(written.slice(1), anchors);
  return [
    ...(near === undefined ? [] : yamlFix(context, l10n.t('Change to "{0}"', `*${near}`), { range, newText: `*${near}` })),
    ...(written.startsWith('*') ? yamlFix(context, l10n.t('Put the text in quotes'), { range, newText: JSON.stringify(written) }) : []),
  ];
};
