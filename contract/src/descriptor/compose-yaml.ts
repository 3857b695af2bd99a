import { Composer, CST, type Document, Lexer, Parser } from 'yaml';

// The only file that reads YAML through the package; `yaml-tree.ts` reads the nodes that it gives.

/** How deep flow and block collections may be nested; the package recurses, and aborts the process far below 100,000. */
export const maxDepth = 64;

export type ComposedYaml =
  | { readonly status: 'too deep'; readonly offset: number }
  | {
      readonly status: 'composed';
      readonly documents: readonly Document.Parsed[];
      readonly errors: readonly YamlError[];
      /** Where what is still open at the first error was opened: a bracket, or a quote that runs over lines. */
      readonly opened?: number;
    };

export type YamlError = { readonly code: string; readonly offset: number; readonly end: number; readonly message: string };

/** Composes a text in one pass; a text that is nested too deeply is given up after the bracket that is too much, without recursion. */
export function composeYaml(text: string): ComposedYaml {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const depth = new DepthCounter();
  const openers: { offset: number; opened: number | undefined }[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (depth.step(lexeme, offset) > maxDepth) return { status: 'too deep', offset };
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (!marker.test(lexeme)) offset += lexeme.length;
    openers.push({ offset, opened: depth.opened });
  }
  for (const token of parser.end()) tokens.push(token);

  // Tags are looked at later: what YAML 1.1 makes of `!!binary` or `!!omap` is no JSON value.
  const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', resolveKnownTags: false } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const errors = documents
    .flatMap((document) => document.errors)
    .map(({ code, pos, message }) => ({ code, offset: pos[0], end: pos[1], message }))
    .toSorted((one, other) => one.offset - other.offset);
  const first = errors[0];
  const opened = first === undefined ? undefined : openers.findLast((opener) => opener.offset <= first.offset + 1)?.opened;
  return { status: 'composed', documents, errors, ...(opened === undefined ? {} : { opened }) };
}

/** Lexemes of one of these units mark document, flow and scalar and stand for no text. */
// oxlint-disable-next-line no-control-regex
const marker = /^[\u0002\u0018\u001f]$/;

/** Counts nesting from lexemes: brackets in flow, columns in block. */
class DepthCounter {
  /** Where the innermost open bracket, or the last quoted text that runs over lines, begins. */
  opened: number | undefined;
  #flow: number[] = [];
  #columns: number[] = [];
  #lineStart = 0;

  step(lexeme: string, offset: number): number {
    const type = CST.tokenType(lexeme);
    if (type === 'flow-map-start' || type === 'flow-seq-start') this.#flow.push(offset);
    else if (type === 'flow-map-end' || type === 'flow-seq-end') this.#flow.pop();
    else if (type === 'double-quoted-scalar' || type === 'single-quoted-scalar') {
      if (lexeme.includes('\n') || lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0))) this.opened = offset;
    }
    if (this.#flow.length > 0) this.opened = this.#flow.at(-1);
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === null) this.#enter(offset);
    const lineBreak = lexeme.lastIndexOf('\n');
    if (lineBreak >= 0) this.#lineStart = offset + lineBreak + 1;
    return this.#depth();
  }

  #enter(offset: number): void {
    const column = offset - this.#lineStart;
    while ((this.#columns.at(-1) ?? Number.NEGATIVE_INFINITY) >= column) this.#columns.pop();
    this.#columns.push(column);
  }

  #depth(): number {
    return this.#flow.length + this.#columns.length;
  }
}
