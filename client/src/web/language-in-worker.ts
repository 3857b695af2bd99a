import { filesMethod, outcomesMethod } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from '../language/client-options.ts';
import type { Language } from '../language/language-client.ts';
import { problemPages } from '../language/problem-pages.ts';
import { FileSender } from '../virtual/file-sender.ts';

/** As browsers have it; the room has Node's types. */
declare const Worker: new (url: string, options: { readonly name: string }) => { readonly terminate: () => void };

/** Starts the language server in a web worker. It has no disk: the files of the window are sent to it. */
export async function startLanguageInWorker(extensionUri: vscode.Uri, schemes: Iterable<string>): Promise<Language> {
  const name = 'Hermes Language Server';
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true), { name });
  const client = new LanguageClient('hermesRuntime', name, worker, {
    ...clientOptions(
      schemes,
      () => files,
      () => false,
    ),
    initializationOptions: { language: vscode.env.language, trusted: false, problemPages },
  });
  const files = new FileSender({ client, send: async (params) => client.sendNotification(filesMethod, params) }, () => true);
  await client.start();
  return {
    setOutcomes: (outcomes) => void client.sendNotification(outcomesMethod, outcomes),
    dispose: async () => {
      files.dispose();
      await client.dispose().finally(() => worker.terminate());
    },
  };
}
