import path from 'node:path';
import { filesMethod, type OutcomesParams, outcomesMethod } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { FileSender, type Receiver } from '../virtual/file-sender.ts';
import { clientOptions } from './client-options.ts';
import { problemPages } from './problem-pages.ts';

/** The language server of one window: problems, hovers, lenses. It runs nothing of the workspace. */
export type Language = {
  readonly setOutcomes: (outcomes: OutcomesParams) => void;
  readonly dispose: () => Promise<void>;
};

export type LanguageOptions = {
  /** The server's program. */
  readonly server: string;
  readonly log: vscode.LogOutputChannel;
  /** Where code lies that a task on a target ran: it is read there, and neither run nor pushed from there. */
  readonly fetched: string;
};

/** A server that ends again and again has a bug that another start does not mend. */
const restarts = 3;

/** Starts the server as a child process. It reads the disk by itself; files that lie nowhere on it are sent. */
export async function startLanguage({ server, log, fetched }: LanguageOptions, schemes: Iterable<string>): Promise<Language> {
  const mayRun = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'file' && !uri.fsPath.startsWith(fetched + path.sep);
  const client = new QuietClient(
    'hermesRuntime',
    'Hermes Language Server',
    { module: server, transport: TransportKind.stdio, args: ['--virtual-files'] },
    {
      ...clientOptions(schemes, () => files, mayRun),
      errorHandler: quietly(log),
      initializationOptions: { language: vscode.env.language, trusted: vscode.workspace.isTrusted, problemPages },
    },
  );
  const receiver: Receiver = { client, send: async (params) => client.sendNotification(filesMethod, params) };
  const files = new FileSender(receiver, ({ scheme }) => scheme !== 'file');
  await client.start();
  return {
    setOutcomes: (outcomes) =>
      void client
        .sendNotification(outcomesMethod, outcomes)
        .catch(() => undefined /* The server is starting again and will be told then. */),
    dispose: async () => {
      files.dispose();
      await client.dispose();
    },
  };
}

/** Without its server the editor goes on: that is for the log, not for a notification. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Tells the log, not the person: what stops is only the help while typing. */
function quietly(log: vscode.LogOutputChannel): ErrorHandler {
  let ends = 0;
  return {
    error: (error) => {
      log.error(error);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      ends += 1;
      log.error(`language-server.ended times=${ends}`);
      return { action: ends > restarts ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
    },
  };
}
