import type { Position, ServerCapabilities } from 'vscode-languageserver/node';

export type Question = { readonly method: string; readonly more: (at: Position) => object };

const here = (position: Position): object => ({ position });
const line = ({ line: start }: Position): object => ({
  range: { start: { line: start, character: 0 }, end: { line: start, character: 0 } },
});

const questions: Readonly<Partial<Record<keyof ServerCapabilities, Question>>> = {
  hoverProvider: { method: 'textDocument/hover', more: here },
  completionProvider: { method: 'textDocument/completion', more: here },
  definitionProvider: { method: 'textDocument/definition', more: here },
  referencesProvider: { method: 'textDocument/references', more: (at) => ({ ...here(at), context: { includeDeclaration: true } }) },
  documentHighlightProvider: { method: 'textDocument/documentHighlight', more: here },
  codeLensProvider: { method: 'textDocument/codeLens', more: () => ({}) },
  codeActionProvider: { method: 'textDocument/codeAction', more: (at) => ({ ...line(at), context: { diagnostics: [] } }) },
  documentSymbolProvider: { method: 'textDocument/documentSymbol', more: () => ({}) },
  documentLinkProvider: { method: 'textDocument/documentLink', more: () => ({}) },
  foldingRangeProvider: { method: 'textDocument/foldingRange', more: () => ({}) },
  selectionRangeProvider: { method: 'textDocument/selectionRange', more: (at) => ({ positions: [at] }) },
  inlayHintProvider: { method: 'textDocument/inlayHint', more: line },
  semanticTokensProvider: { method: 'textDocument/semanticTokens/full', more: () => ({}) },
  documentFormattingProvider: { method: 'textDocument/formatting', more: () => ({ options: { tabSize: 2, insertSpaces: true } }) },
};

/** What an editor asks a server of these capabilities about an open file. */
export function questionsFor(capabilities: ServerCapabilities): readonly Question[] {
  return Object.entries(questions).flatMap(([name, question]) => (name in capabilities ? [question] : []));
}
