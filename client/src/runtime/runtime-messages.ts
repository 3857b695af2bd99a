import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Why nothing runs, with the way on. */
export async function showStartFailure(message: string): Promise<void> {
  const logs = l10n.t('Open Logs');
  const picked = await vscode.window.showErrorMessage(l10n.t('The runtime could not start: {0}', message.split('\n', 1)[0] ?? ''), logs);
  if (picked === logs) await vscode.commands.executeCommand('hermesRuntime.openLogs');
}

export async function sayNothingRuns(): Promise<void> {
  const why = l10n.t('The files of this folder lie on no machine, so its agents cannot run.');
  await vscode.window.showInformationMessage(`${why} ${l10n.t('To run an agent, open its folder in VS Code on a machine.')}`);
}

export async function askForTrust(): Promise<void> {
  const manage = l10n.t('Manage Trust');
  const picked = await vscode.window.showWarningMessage(l10n.t('Trust this folder to run agents.'), manage);
  if (picked === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

/** A runtime finds its interpreters once, when it starts; tasks that run are not ended unasked. */
export async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const picked = await vscode.window.showInformationMessage(l10n.t('The interpreter changes when the runtime starts again.'), restart);
  if (picked === restart) await vscode.commands.executeCommand('hermesRuntime.restartRuntime');
}
