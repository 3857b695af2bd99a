import {
  type SubmitTask,
  type Task,
  type TaskView,
  effectCounts,
  emptyTask,
  foldEvents,
  retryKey,
  tasksToRetry,
} from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { RuntimeApi } from '../runtime/runtime-api.ts';
import type { Session } from '../session.ts';
import { reasonOf } from '../target/connection-reason.ts';
import { resolveSecrets } from './choose-input.ts';

/** Histories that are read for the list of effects; of more tasks the list says that it is not whole. */
const mostRead = 200;
const shownEffects = 12;
/** Requests that are under way at once. */
const together = 6;

/** Runs all tasks again, live, that failed as this one did: each once, after a list of what they did to the outside. */
export async function retryCause(session: Session, one: Task): Promise<void> {
  const machine = session.targets.of(one.task_id);
  const there = session.tasks.tasks().filter(({ task_id }) => session.targets.of(task_id) === machine);
  const tasks = tasksToRetry(there, one);
  if (tasks.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('All of them have been run again already.'));
    return;
  }
  if (!(await agrees(session, tasks, one))) return;
  const api = machine?.api ?? (await session.runtime());
  if (!api) return;
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Retrying {0} tasks of {1}', tasks.length, one.agent_name),
      cancellable: true,
    },
    async (progress, token) => {
      const refused: string[] = [];
      let accepted = 0;
      for (const task of tasks) {
        if (token.isCancellationRequested) break;
        // One after the other: a person may stop it, and nothing is flooded.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await retry(session, api, task);
        if (answer.ok) {
          accepted += 1;
          machine?.claim(answer.task_id);
        } else refused.push(answer.message);
        progress.report({ increment: 100 / tasks.length, message: `${accepted + refused.length}/${tasks.length}` });
      }
      return { accepted, refused };
    },
  );
  tell(tasks.length, outcome);
}

type Answer = { readonly ok: true; readonly task_id: string } | { readonly ok: false; readonly message: string };

async function retry(session: Session, api: RuntimeApi, task: Task): Promise<Answer> {
  const request = await requestFor(session, task);
  if (request === undefined) return { ok: false, message: l10n.t('A secret of it was not given.') };
  const reply = await api.submit(request).catch((error: unknown) => reasonOf(error));
  if (typeof reply === 'string') return { ok: false, message: reply };
  if (reply.ok) return { ok: true, task_id: reply.value.task_id };
  const problems = (reply.error.problems ?? []).map(({ path, message }) => `${path === '' ? '/' : path} ${message}`);
  return { ok: false, message: [reply.error.message, ...problems].join(' ') };
}

/** The same input; secrets of it come from the secret storage, and are asked for once where they are not there. */
async function requestFor(session: Session, task: Task): Promise<SubmitTask | undefined> {
  const target = session.targets.of(task.task_id);
  const agent = (target?.agents.all ?? session.agents.all).find(({ name, path }) =>
    target || task.agent_path === undefined ? name === task.agent_name : path === task.agent_path,
  );
  const base: SubmitTask = {
    agent_name: task.agent_name,
    ...(!target && task.agent_path !== undefined && { agent_path: task.agent_path }),
    replay_of: task.task_id,
    replay_mode: 'again',
    idempotency_key: retryKey(task),
    source: 'editor',
  };
  if (!agent) return base;
  const before = typeof task.input === 'object' && task.input !== null ? { ...task.input } : {};
  const chosen = await resolveSecrets(agent, before, session.context.secrets);
  if (!chosen) return undefined;
  return Object.keys(chosen.secrets).length === 0 ? base : { ...base, replay_mode: 'edited', input: chosen.input, secrets: chosen.secrets };
}

async function agrees(session: Session, tasks: readonly Task[], { agent_name }: Task): Promise<boolean> {
  const read = tasks.slice(0, mostRead);
  const counts = effectCounts(
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: l10n.t('Looking at what {0} tasks did', read.length) },
      async () => views(session, read),
    ),
  );
  const lines = counts.slice(0, shownEffects).map(({ what, count }) => `${count}× ${what}`);
  if (counts.length > shownEffects) lines.push(l10n.t('and {0} more', counts.length - shownEffects));
  if (tasks.length > read.length) lines.push(l10n.t('of the newest {0} tasks', read.length));
  const run = l10n.t('Run live');
  const detail = lines.length === 0 ? l10n.t('They changed nothing outside, as far as the runtime saw.') : lines.join('\n');
  const picked = await vscode.window.showWarningMessage(
    lines.length === 0
      ? l10n.t('Run {0} tasks of {1} again, live?', tasks.length, agent_name)
      : l10n.t('Run {0} tasks of {1} again, live? These effects may happen again:', tasks.length, agent_name),
    { modal: true, detail },
    run,
  );
  return picked === run;
}

async function views(session: Session, tasks: readonly Task[]): Promise<readonly TaskView[]> {
  const all: TaskView[] = [];
  for (let at = 0; at < tasks.length; at += together) {
    const some = tasks.slice(at, at + together);
    // oxlint-disable-next-line no-await-in-loop -- So many at a time, so that nothing is flooded.
    const histories = await Promise.all(
      some.map(async ({ task_id }) => session.history(task_id).catch(() => [] /* Then it is not listed. */)),
    );
    all.push(...histories.map((events) => foldEvents(emptyTask, events)));
  }
  return all;
}

function tell(count: number, { accepted, refused }: { readonly accepted: number; readonly refused: readonly string[] }): void {
  const left = count - accepted - refused.length;
  const parts = [
    l10n.t('{0} of {1} accepted', accepted, count),
    ...(refused.length > 0 ? [l10n.t('{0} refused', refused.length)] : []),
    ...(left > 0 ? [l10n.t('{0} not sent', left)] : []),
  ];
  // What refused one refused the others too, more often than not.
  const reasons = [...new Set(refused)].slice(0, 3);
  const message = [parts.join(' · '), ...reasons].join(' — ');
  if (refused.length > 0) void vscode.window.showWarningMessage(message);
  else void vscode.window.showInformationMessage(message);
}
