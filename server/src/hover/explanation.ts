import { MarkupKind, type ClientCapabilities, type Hover, type MarkupContent, type Position, type Range } from 'vscode-languageserver/node';

/** What is said about what a person points at: paragraphs in the Markdown that this file makes, and no other. */
export type Explanation = { readonly range: Range; readonly paragraphs: readonly string[] };

/** Longer ones are cut: a hover is read at a glance. In UTF-16 units. */
const maxText = 2000;
const maxCode = 200;

/** An author's words are text, not Markdown: no link, no picture, no heading, no HTML; nothing that turns the text around. */
export function asText(words: string): string {
  return withoutControls(words.slice(0, maxText))
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .trim()
        .replaceAll(/[\\`*_{}[\]()#+\-!<>&|~]/g, String.raw`\$&`)
        .replaceAll(/:(?=\/\/)|^=|(?<=^\d{1,9})\./g, String.raw`\$&`),
    )
    .join('  \n')
    .trim();
}

/** A value or a name as code, on one line. */
export function asCode(value: string): string {
  const line = withoutControls(value).replaceAll(/\s+/g, ' ').trim();
  const text = line.length > maxCode ? `${line.slice(0, maxCode)}…` : line;
  const ticks = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  const space = ticks > 0 ? ' ' : '';
  return text === '' ? '' : `${fence}${space}${text}${space}${fence}`;
}

/** A few lines of code of a file. */
export function asSource(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence}${language}\n${withoutControls(text.slice(0, maxText))}\n${fence}`;
}

export function asList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** As the editor wants it: Markdown, unless it likes plain text better. */
export function toHover(explanation: Explanation | undefined, client: ClientCapabilities): Hover | undefined {
  const value = explanation?.paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') ?? '';
  return explanation === undefined || value === '' ? undefined : { range: explanation.range, contents: contentFor(value, client) };
}

function contentFor(value: string, client: ClientCapabilities): MarkupContent {
  const isPlain = client.textDocument?.hover?.contentFormat?.[0] === MarkupKind.PlainText;
  return isPlain ? { kind: MarkupKind.PlainText, value: withoutMarks(value) } : { kind: MarkupKind.Markdown, value };
}

/** Undoes what the functions above did. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(
    /(`{3,})\w*\n([\s\S]*?)\n\1|(`+)( ?)(.+?)\4\3|\\([!-/:-@[-`{-~])| {2}(?=\n)/g,
    (_all, _fence, source: string | undefined, _ticks, _space, code: string | undefined, mark: string | undefined) =>
      source ?? code ?? mark ?? '',
  );
}

/** Ends included: a cursor behind a word is at it. */
export function contains({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}

/** What is not seen, and what turns the direction of text around. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- These are what is taken away.
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
}
