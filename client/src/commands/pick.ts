import type { AgentSummary, Task } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { taskRow, shortId } from '../tasks/task-text.ts';

/** How long a folder that was just added may take to be looked at. */
const agentWaitMs = 5_000;

/** The agent that a lens, a tree row, the open file, or else the person means. */
export async function pickAgent(session: Session, argument: unknown): Promise<AgentSummary | undefined> {
  const named = agentPathIn(argument);
  const wanted = named ?? (argument === undefined ? await agentOfEditor() : undefined);
  if (wanted !== undefined) {
    const found = await session.agents.find(wanted, agentWaitMs);
    if (found || named === undefined) return found ?? askAgent(session);
    void vscode.window.showErrorMessage(l10n.t('The runtime has no agent in {0}.', wanted));
    return undefined;
  }
  return askAgent(session);
}

/** The task of a tree row, of the panel, or of the person's choice. */
export async function pickTask(session: Session, argument: unknown, fits: (task: Task) => boolean): Promise<Task | undefined> {
  const row = rowIdIn(argument);
  const id = row?.replace(/^task\//, '').split('/')[0];
  const named = row === undefined || id === undefined ? undefined : (session.tasks.get(id) ?? session.taskOfRow(row));
  if (named) return named;
  const tasks = session.tasks.tasks().filter((task) => fits(task));
  if (tasks.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No such task.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    tasks.map((task) => ({
      label: task.agent_name,
      description: `${shortId(task.task_id)} · ${taskRow(task, Date.now()).description}`,
      task,
    })),
    { placeHolder: l10n.t('Which task?') },
  );
  return picked?.task;
}

/** A tree gives a row's id; the panel may say more beside it. */
function rowIdIn(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  return typeof argument === 'object' && argument !== null && 'id' in argument && typeof argument.id === 'string' ? argument.id : undefined;
}

/** Lenses name the agent's folder or the file that they stand in; tree rows give their id. */
export function agentPathIn(argument: unknown): string | undefined {
  if (typeof argument === 'string') {
    if (argument.startsWith('agent/')) return argument.slice('agent/'.length).replace(/\/(?:failure|problem\/\d+)$/, '');
    return argument.startsWith('file:')
      ? folderOf(vscode.Uri.parse(argument).fsPath)
      : path.isAbsolute(argument)
        ? folderOf(argument)
        : undefined;
  }
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('agent_path' in argument && typeof argument.agent_path === 'string') return argument.agent_path;
  return 'uri' in argument ? agentPathIn(argument.uri) : 'fsPath' in argument ? agentPathIn(argument.fsPath) : undefined;
}

/** A folder may have a dot in its name, so only the descriptor's own name tells a file. */
function folderOf(at: string): string {
  return /^agent\.ya?ml$/.test(path.basename(at)) ? path.dirname(at) : at;
}

/** The open file belongs to the nearest folder above it that has an `agent.yaml`, within the workspace. */
async function agentOfEditor(): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== 'file') return undefined;
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(uri.fsPath);
  for (let folder = path.dirname(uri.fsPath); !path.relative(top, folder).startsWith('..'); folder = path.dirname(folder)) {
    for (const name of ['agent.yaml', 'agent.yml']) {
      // oxlint-disable-next-line no-await-in-loop -- The nearest folder counts, and in it the first name.
      const there = await vscode.workspace.fs.stat(vscode.Uri.file(path.join(folder, name))).then(
        () => true,
        () => false /* Not this folder. */,
      );
      if (there) return folder;
    }
    if (folder === path.dirname(folder)) return undefined;
  }
  return undefined;
}

async function askAgent({ agents }: Session): Promise<AgentSummary | undefined> {
  const [only, ...more] = agents.all;
  if (!only) {
    void vscode.window.showInformationMessage(l10n.t('No agent here.'));
    return undefined;
  }
  if (more.length === 0) return only;
  const picked = await vscode.window.showQuickPick(
    agents.all.map((agent) => ({
      label: agent.name,
      description: `${agent.version} · ${agent.language}`,
      detail: vscode.workspace.asRelativePath(agent.path),
      agent,
    })),
    { placeHolder: l10n.t('Which agent?'), matchOnDetail: true },
  );
  return picked?.agent;
}
