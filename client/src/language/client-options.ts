import * as vscode from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { FileSender } from '../virtual/file-sender.ts';
import { isOwnFile } from './own-files.ts';

/** What the client is told alike, whether its server is a process or a worker. `schemes` are the file systems that it is asked about. */
export function clientOptions(
  schemes: Iterable<string>,
  files: () => FileSender,
  lenses: (document: vscode.TextDocument) => boolean,
): LanguageClientOptions {
  /** Files that the server is only about to be told of. */
  const opening = new Map<string, Promise<void>>();
  const open = async (document: vscode.TextDocument, next: (document: vscode.TextDocument) => Promise<void>): Promise<void> => {
    await files().bring(document.uri);
    if (!document.isClosed) await next(document);
  };
  return {
    documentSelector: [...schemes].flatMap((scheme) => [
      { scheme, pattern: '**/agent.{yaml,yml}' },
      { scheme, pattern: '**/{runtime-config,orchestrator-config}.{yaml,yml}' },
      ...['python', 'javascript', 'typescript', 'shellscript'].map((language) => ({ scheme, language })),
    ]),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    middleware: {
      didOpen: async (document, next) => {
        if (!files().sends(document.uri)) return next(document);
        const address = document.uri.toString();
        // Its files first: an agent without its code would be told to be broken.
        const opened = open(document, next);
        opening.set(address, opened);
        await opened.finally(() => opening.delete(address));
      },
      // An editor asks about a file as soon as it shows it, and not again before somebody types.
      sendRequest: async (type, params, token, next) => {
        await opening.get(addressIn(params))?.catch(() => undefined /* Who opened it is told. */);
        return next(type, params, token);
      },
      provideCompletionItem: async (document, position, context, token, next) => {
        const answer = await next(document, position, context, token);
        // What may stand in a map is offered as soon as its key is there.
        for (const item of Array.isArray(answer) ? answer : (answer?.items ?? []))
          if (opensMap(item)) item.command = { command: 'editor.action.triggerSuggest', title: '' };
        return answer;
      },
      provideCodeLenses: (document, token, next) => (lenses(document) ? next(document, token) : []),
    },
  };
}

/** The file that a request is about; empty for one that is about none. */
function addressIn(params: unknown): string {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return '';
  const { textDocument } = params;
  return typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument ? String(textDocument.uri) : '';
}

function opensMap({ insertText }: vscode.CompletionItem): boolean {
  return typeof insertText === 'string' && /^[^\n]*:\n\s+$/.test(insertText);
}

/** The file systems of the window's folders, and of agents that are open by themselves. What is only shown, as an older version is, has none that could be written. */
export function schemesOfWindow(): ReadonlySet<string> {
  const alone = vscode.workspace.textDocuments.filter(
    ({ uri }) => isOwnFile(uri) && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true,
  );
  return new Set(['file', ...[...(vscode.workspace.workspaceFolders ?? []), ...alone].map(({ uri }) => uri.scheme)]);
}
