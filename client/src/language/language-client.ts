import { type OutcomesParams, outcomesMethod } from '@hermes-runtime/schemas';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

/** The language server as a child process: problems, hovers, lenses. It runs nothing of the workspace. */
export type Language = {
  readonly setOutcomes: (outcomes: OutcomesParams) => void;
  readonly dispose: () => Promise<void>;
};

export async function startLanguage(server: string): Promise<Language> {
  const client = new LanguageClient(
    'hermesRuntime',
    'Hermes Language Server',
    { module: server, transport: TransportKind.stdio },
    {
      documentSelector: [
        { scheme: 'file', pattern: '**/agent.{yaml,yml}' },
        { scheme: 'file', pattern: '**/runtime-config.{yaml,yml}' },
        { scheme: 'file', language: 'python' },
        { scheme: 'file', language: 'javascript' },
        { scheme: 'file', language: 'typescript' },
        { scheme: 'file', language: 'shellscript' },
      ],
      revealOutputChannelOn: RevealOutputChannelOn.Never,
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
