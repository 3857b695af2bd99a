import type { Problem } from '@hermes-runtime/schemas';
import type { TextDocumentIdentifier } from 'vscode-languageserver/node';
import type { Feature } from './feature.ts';

export const inspectMethod = 'hermes/inspect';

/** The server's own idea of an open file: its text, and all that is wrong with it, also what is not shown while somebody types. */
export type Inspection = { readonly text: string; readonly version: number; readonly problems: readonly Problem[] };

/** Tells a test what the server believes, so that it can be held against what the editor has. */
export const inspect: Feature = {
  capabilities: {},
  listen: (connection, look) => {
    connection.onRequest(inspectMethod, ({ textDocument }: { textDocument: TextDocumentIdentifier }): Inspection | null => {
      const now = look();
      const opened = now?.opened(textDocument.uri);
      if (now === undefined || opened === undefined) return null;
      const { document, path } = opened;
      return { text: document.getText(), version: document.version, problems: now.problemsAt(path) };
    });
  },
};
