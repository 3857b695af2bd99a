import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { debugAgent, debugTask } from './start-debugging.ts';

/** F5: the agent that the configuration or the open file means, or a task. */
export async function launchDebugging(session: Session, configuration: vscode.DebugConfiguration): Promise<void> {
  if (!(await session.runtime())) return;
  const asked: Readonly<Record<string, unknown>> = configuration;
  const { task, agent, input } = asked;
  if (typeof task === 'string') {
    const known = session.tasks.tasks().find(({ task_id }) => task_id.startsWith(task));
    if (known) await debugTask(session, known);
    else void vscode.window.showErrorMessage(l10n.t('No such task.'));
    return;
  }
  // F5 without a launch.json: the agent that the open file belongs to.
  const file = vscode.window.activeTextEditor?.document.uri.fsPath;
  const folder = typeof agent === 'string' && !agent.includes('${') ? agent : file === undefined ? undefined : path.dirname(file);
  const found = folder === undefined ? undefined : agentAbove(session, folder);
  if (found) await debugAgent(session, found, typeof input === 'object' && input !== null ? { ...input } : undefined);
  else void vscode.window.showErrorMessage(l10n.t('Open a file of an agent first, or give its folder as "agent" in launch.json.'));
}

function agentAbove(session: Session, folder: string): ReturnType<Session['agents']['at']> {
  for (let above = folder; ; above = path.dirname(above)) {
    const agent = session.agents.at(above);
    if (agent || above === path.dirname(above)) return agent;
  }
}
