import type { Task } from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** Saves what a replay of a task needs as one file, which can be sent to somebody else. It holds no secret. */
export async function saveCase(session: Session, task: Task): Promise<void> {
  const reply = await (await session.apiOf(task.task_id))?.caseOf(task.task_id);
  if (!reply) return;
  if (!reply.ok) {
    void vscode.window.showErrorMessage(reply.error.message);
    return;
  }
  const name = `${task.agent_name}-${task.task_id.slice(0, 8)}.case.json`;
  const folder = task.agent_path ?? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(path.join(folder, name)),
    filters: { [l10n.t('Case')]: ['case.json', 'json'] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(JSON.stringify(reply.value, null, 2)));
}
