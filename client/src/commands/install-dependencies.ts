import type { AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** Asks once; answers whether the agent can run now. Nothing is installed without that yes. */
export async function offerDependencies(session: Session, agent: AgentSummary): Promise<boolean> {
  const install = l10n.t('Install');
  const show = l10n.t('Show command');
  const missing = (agent.missing_dependencies ?? []).join(', ');
  const picked = await vscode.window.showInformationMessage(
    missing === '' ? l10n.t('{0} has dependencies that are not installed.', agent.name) : l10n.t('Needs {0}.', missing),
    install,
    show,
  );
  if (picked === install) return installDependencies(session, agent);
  if (picked === show) await showCommand(session, agent);
  return false;
}

/** Installs with progress that can be canceled. */
export async function installDependencies(session: Session, agent: AgentSummary): Promise<boolean> {
  const api = await session.runtime();
  if (!api) return false;
  const abort = new AbortController();
  let last = { type: 'progress', message: '' };
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: l10n.t('Installing for {0}', agent.name), cancellable: true },
    async (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      await api
        .install(
          agent.path,
          (event) => {
            last = event;
            progress.report({ message: event.message });
          },
          abort.signal,
        )
        .catch((error: unknown) => {
          if (!abort.signal.aborted) last = { type: 'failed', message: error instanceof Error ? error.message : String(error) };
        });
    },
  );
  if (abort.signal.aborted) return false;
  if (last.type === 'installed') return true;
  const logs = l10n.t('Open Logs');
  const picked = await vscode.window.showErrorMessage(l10n.t('Nothing was installed for {0}: {1}', agent.name, last.message), logs);
  if (picked === logs) await vscode.commands.executeCommand('hermesRuntime.openLogs');
  return false;
}

/** The command that does the same in a terminal, for who wants to see it first. */
async function showCommand(session: Session, agent: AgentSummary): Promise<void> {
  const text = `hermes-runtime run ${JSON.stringify(agent.path)} --install`;
  session.log.info(text);
  const copy = l10n.t('Copy');
  const picked = await vscode.window.showInformationMessage(text, copy);
  if (picked === copy) await vscode.env.clipboard.writeText(text);
}
