import { type Diagnostic, ProposedFeatures, TextDocumentSyncKind, createConnection } from 'vscode-languageserver/node';

// The floor: a language server of the same packages that looks at nothing, and says one thing and the other in turn.
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const mark: Diagnostic = { message: 'Something.', range: { start: { line: 1, character: 9 }, end: { line: 1, character: 14 } } };

function answer({ textDocument: { uri, version } }: { readonly textDocument: { readonly uri: string; readonly version: number } }): void {
  void connection.sendDiagnostics({ uri, version, diagnostics: version % 2 === 0 ? [] : [mark] });
}

connection.onInitialize(() => ({ capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } } }));
connection.onDidOpenTextDocument(answer);
connection.onDidChangeTextDocument(answer);
connection.listen();
