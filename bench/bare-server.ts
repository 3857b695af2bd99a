import { type Diagnostic, ProposedFeatures, TextDocuments, TextDocumentSyncKind, createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The floor: a language server of the same packages that looks at nothing, and says one thing and the other in turn.
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const mark: Diagnostic = { message: 'Something.', range: { start: { line: 1, character: 9 }, end: { line: 1, character: 14 } } };

connection.onInitialize(() => ({ capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } } }));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: version % 2 === 0 ? [] : [mark] });
});
documents.listen(connection);
connection.listen();
