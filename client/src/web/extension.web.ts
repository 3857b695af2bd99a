import * as vscode from 'vscode';
import { commandNames } from '../commands/command-names.ts';
import { LanguageLink } from '../language/language-link.ts';
import { registerProblemPages } from '../language/problem-pages.ts';
import { startLanguageInWorker } from './language-in-worker.ts';

/** The extension where there is no machine behind the window: problems and all other help while typing, and a word why nothing runs. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Hermes Runtime', { log: true });
  const language = new LanguageLink({
    start: async (schemes) => startLanguageInWorker(context.extensionUri, schemes),
    log,
    known: () => ({ agents: [], tasks: [] }),
  });
  context.subscriptions.push(
    log,
    registerProblemPages(context.extensionUri),
    { dispose: async () => language.dispose() },
    ...['agents', 'tasks'].map((view) => emptyView(`hermesRuntime.${view}`)),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(`hermesRuntime.${name}`, () => {
        const next = vscode.l10n.t('To run an agent, open its folder in VS Code on a machine.');
        void vscode.window.showInformationMessage(`${nothingRuns()} ${next}`);
      }),
    ),
  );
  // Not waited for: what the views and commands say needs no server.
  language.start();
}

/** By a message, not by the manifest's welcome: a browser shows a manifest in English alone. */
function emptyView(id: string): vscode.Disposable {
  const rows: vscode.TreeDataProvider<never> = { getChildren: () => [], getTreeItem: (row) => row };
  const view = vscode.window.createTreeView(id, { treeDataProvider: rows });
  view.message = nothingRuns();
  return view;
}

function nothingRuns(): string {
  return vscode.l10n.t('Agents cannot run in a browser-only window: there is no machine behind it. Problems, hovers and completion work.');
}
