import path from 'node:path';
import { type OutcomesParams, outcomesMethod } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';

/** The language server as a child process: problems, hovers, lenses. It runs nothing of the workspace. */
export type Language = {
  readonly setOutcomes: (outcomes: OutcomesParams) => void;
  readonly dispose: () => Promise<void>;
};

/** A server that ends again and again has a bug that another start does not mend. */
const restarts = 3;

/** `fetched` is where code lies that a task on a target ran: it is read there, and neither run nor pushed from there. */
export async function startLanguage(server: string, log: vscode.LogOutputChannel, fetched: string): Promise<Language> {
  const client = new QuietClient(
    'hermesRuntime',
    'Hermes Language Server',
    { module: server, transport: TransportKind.stdio },
    {
      documentSelector: [
        { scheme: 'file', pattern: '**/agent.{yaml,yml}' },
        { scheme: 'file', pattern: '**/{runtime-config,orchestrator-config}.{yaml,yml}' },
        { scheme: 'file', language: 'python' },
        { scheme: 'file', language: 'javascript' },
        { scheme: 'file', language: 'typescript' },
        { scheme: 'file', language: 'shellscript' },
      ],
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: quietly(log),
      initializationFailedHandler: () => false,
      middleware: {
        provideCodeLenses: (document, token, next) => (document.uri.fsPath.startsWith(fetched + path.sep) ? [] : next(document, token)),
      },
      initializationOptions: { language: vscode.env.language, trusted: vscode.workspace.isTrusted },
    },
  );
  await client.start();
  return {
    setOutcomes: (outcomes) =>
      void client
        .sendNotification(outcomesMethod, outcomes)
        .catch(() => undefined /* The server is starting again and will be told then. */),
    dispose: async () => client.dispose(),
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
