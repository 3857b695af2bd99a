import { filesMethod } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/browser';
import { FileSender } from './file-sender.ts';

/** As browsers have it; the room has Node's types. */
declare const Worker: new (url: string, options: { readonly name: string }) => { readonly terminate: () => void };

/** Starts the language server in a web worker. It has no disk: the files of the window are sent to it. */
export async function startLanguageInWorker({ extensionUri }: vscode.ExtensionContext): Promise<{ readonly dispose: () => void }> {
  const name = 'Hermes Language Server';
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true), { name });
  const schemes = new Set(['file', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  const client = new LanguageClient('hermesRuntime', name, worker, {
    documentSelector: [...schemes].flatMap((scheme) => [
      { scheme, pattern: '**/agent.{yaml,yml}' },
      { scheme, pattern: '**/{runtime-config,orchestrator-config}.{yaml,yml}' },
      ...['python', 'javascript', 'typescript', 'shellscript'].map((language) => ({ scheme, language })),
    ]),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    initializationOptions: { language: vscode.env.language, trusted: false },
    middleware: {
      // Its files first: an agent without its code would be told to be broken.
      didOpen: async (document, next) => {
        await files.bring(document.uri);
        if (!document.isClosed) await next(document);
      },
    },
  });
  const files = new FileSender(async (params) => client.sendNotification(filesMethod, params));
  await client.start();
  void files.bringAll();
  return {
    dispose: () => {
      files.dispose();
      worker.terminate();
    },
  };
}
