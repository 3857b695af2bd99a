import * as vscode from 'vscode';
import { commandNames } from '../commands/command-names.ts';
import { startLanguageInWorker } from './language-in-worker.ts';

/** The extension where there is no machine behind the window: problems and all other help while typing, and a word why nothing runs. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const nothing: vscode.TreeDataProvider<never> = { getChildren: () => [], getTreeItem: (element) => element };
  context.subscriptions.push(
    // Empty views show their welcome, which says it too.
    ...['agents', 'tasks'].map((view) => vscode.window.registerTreeDataProvider(`hermesRuntime.${view}`, nothing)),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(`hermesRuntime.${name}`, () => {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'Agents cannot run in a browser-only window. Problems, hovers and completion work. To run an agent, open its folder in VS Code on a machine.',
          ),
        );
      }),
    ),
    await startLanguageInWorker(context),
  );
}
