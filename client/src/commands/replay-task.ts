import { type ReplayMode, type SubmitTask, type Task, effectsOf, emptyTask, foldEvents, shortUrl } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { askForm, resolveSecrets } from './choose-input.ts';

const modes: readonly ReplayMode[] = ['exact', 'my_code', 'again', 'edited'];
const shownEffects = 12;

/** The mode that a menu or the panel has chosen already. */
export function modeIn(argument: unknown): ReplayMode | undefined {
  if (typeof argument !== 'object' || argument === null || !('mode' in argument)) return undefined;
  return modes.find((mode) => mode === argument.mode);
}

/** Runs a task again: from its recording, or live once the person has seen what that did. */
export async function replayTask(session: Session, task: Task, chosen?: ReplayMode): Promise<void> {
  const mode = chosen ?? (await pickMode(task));
  if (mode === undefined) return;
  const base: SubmitTask = {
    agent_name: task.agent_name,
    ...(task.agent_path !== undefined && { agent_path: task.agent_path }),
    replay_of: task.task_id,
    replay_mode: mode,
    source: 'editor',
  };
  if (mode === 'exact' || mode === 'my_code') {
    // What is on the screen is what a person means by "my code".
    if (mode === 'my_code') await vscode.workspace.saveAll(false);
    await submitReplay(session, base);
    return;
  }
  if (!(await agreesToEffects(session, task))) return;
  const agent = task.agent_path === undefined ? undefined : session.agents.at(task.agent_path);
  if (!agent) {
    void vscode.window.showErrorMessage(l10n.t('The agent of this task is no longer here.'));
    return;
  }
  const before = typeof task.input === 'object' && task.input !== null ? { ...task.input } : {};
  const storage = session.context.secrets;
  const input =
    mode === 'edited' ? await askForm(agent, storage, { input: before, problems: [] }) : await resolveSecrets(agent, before, storage);
  if (!input) return;
  const hasSecrets = Object.keys(input.secrets).length > 0;
  // A secret of the task is not kept: the same input with the secret from here is, strictly, an edited one.
  await submitReplay(
    session,
    mode === 'again' && !hasSecrets
      ? base
      : { ...base, replay_mode: 'edited', input: input.input, ...(hasSecrets && { secrets: input.secrets }) },
  );
}

/** Answers the new task's id; undefined once the person has been told why there is none. */
export async function submitReplay(session: Session, task: SubmitTask): Promise<string | undefined> {
  const reply = await (await session.runtime())?.submit(task);
  if (!reply) return undefined;
  if (reply.ok) {
    await session.follow(reply.value.task_id);
    return reply.value.task_id;
  }
  const problems = (reply.error.problems ?? []).map(({ path, message }) => `${path === '' ? '/' : path} ${message}`);
  void vscode.window.showErrorMessage([reply.error.message, ...problems].join(' '));
  return undefined;
}

export async function pickMode(task: Task): Promise<ReplayMode | undefined> {
  const recorded = l10n.t('recorded traffic, network off');
  const live = l10n.t('live: effects happen again');
  const items: readonly (vscode.QuickPickItem & { readonly mode: ReplayMode })[] = [
    { mode: 'exact', label: `$(debug-rerun) ${l10n.t('Exact')}`, description: l10n.t('recorded traffic and code, network off') },
    { mode: 'my_code', label: `$(edit) ${l10n.t('With my code')}`, description: recorded },
    { mode: 'again', label: `$(play) ${l10n.t('Again…')}`, description: live },
    { mode: 'edited', label: `$(run-below) ${l10n.t('Edited input…')}`, description: live },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: l10n.t('Replay {0}', task.agent_name), matchOnDescription: true });
  return picked?.mode;
}

/** Nobody is surprised by a second mail: what the task did is listed first. */
export async function agreesToEffects(session: Session, task: Task): Promise<boolean> {
  const effects = effectsOf(foldEvents(emptyTask, await session.history(task.task_id)));
  if (effects.length === 0) return true;
  const lines = effects
    .slice(0, shownEffects)
    .map((effect) => (effect.type === 'process' ? effect.event.command.join(' ') : `${effect.event.method} ${shortUrl(effect.event.url)}`));
  if (effects.length > shownEffects) lines.push(l10n.t('and {0} more', effects.length - shownEffects));
  const run = l10n.t('Run live');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('Run {0} again, live? These effects may happen again:', task.agent_name),
    { modal: true, detail: lines.join('\n') },
    run,
  );
  return picked === run;
}
