import type { Case, ReplayMode, SubmitTask, Task } from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { agreesToEffects, pickMode, submitReplay } from '../commands/replay-task.ts';
import { debug } from '../debug/start-debugging.ts';
import type { RuntimeApi } from '../runtime/runtime-api.ts';
import type { Session } from '../session.ts';
import { placeText } from '../tasks/task-text.ts';
import { caseText } from './case-text.ts';
import { reasonOf } from './connection-reason.ts';
import { fetchCode } from './fetch-code.ts';
import { sayUnreachable, submitOnTarget } from './run-on-target.ts';
import type { Target } from './target.ts';

/** What failed there stops here, at the raising line: its input, its traffic and its exact code, and nothing runs for real. */
export async function debugFromTarget(session: Session, target: Target, taskId: string): Promise<void> {
  const ready = await bringExact(session, target, taskId, async () => debugFromTarget(session, target, taskId));
  if (!ready) return;
  const { api, value, request } = ready;
  await debug(
    session,
    value.agent.name,
    { ...request, debug: true },
    {
      language: value.interpreter.language,
      find: async () => {
        // Only for this need the runtime know the folder as an agent's.
        await api.addRoot(request.agent_path, 'settled');
        const agents = await api.agents();
        return agents.ok ? agents.value.find(({ path }) => path === request.agent_path) : undefined;
      },
    },
  );
}

/** A replay from its recording runs here; one that is live runs where the task ran. */
export async function replayFromTarget(session: Session, target: Target, task: Task, chosen?: ReplayMode): Promise<void> {
  const mode = chosen ?? (await pickMode(task));
  switch (mode) {
    case undefined:
      return;
    case 'exact': {
      const ready = await bringExact(session, target, task.task_id, async () => replayFromTarget(session, target, task, mode));
      if (ready) await submitReplay(session, ready.request);
      return;
    }
    case 'my_code':
      return replayWithMine(session, target, task);
    case 'again':
    case 'edited':
      if (await agreesToEffects(session, task))
        await submitOnTarget(session, target, {
          agent_name: task.agent_name,
          replay_of: task.task_id,
          replay_mode: 'again',
          source: 'editor',
        });
  }
}

/** The working tree against the traffic that the task had there. */
async function replayWithMine(session: Session, target: Target, task: Task): Promise<void> {
  const own = session.agents.all.find(({ name }) => name === task.agent_name);
  if (!own) {
    void vscode.window.showErrorMessage(l10n.t('There is no agent {0} in this folder.', task.agent_name));
    return;
  }
  const brought = await bringCase(session, target, task.task_id, async () => replayWithMine(session, target, task));
  if (!brought) return;
  await vscode.workspace.saveAll(false);
  const { name, path } = own;
  const base = { agent_name: name, agent_path: path, replay_of: brought.reference, source: 'editor' } as const;
  const id = await submitReplay(session, { ...base, replay_mode: 'my_code' });
  if (id === undefined) return;
  await session.tasks.whenEnded(id);
  if (session.tasks.get(id)?.status !== 'succeeded' || !task.failure) return;
  const at = placeText(task.failure.at);
  const { name: there } = target.address;
  void vscode.window.showInformationMessage(
    at === '' ? l10n.t('✓ succeeded; {0} failed', there) : l10n.t('✓ succeeded; {0} failed at {1}', there, at),
  );
}

type Exact = { readonly api: RuntimeApi; readonly value: Case; readonly request: SubmitTask & { readonly agent_path: string } };

async function bringExact(session: Session, target: Target, taskId: string, again: () => Promise<void>): Promise<Exact | undefined> {
  const { ProgressLocation } = vscode;
  const title = l10n.t('Fetching case and code from {0}', target.address.name);
  const got = await vscode.window.withProgress({ location: ProgressLocation.Window, title }, async () => {
    const value = await caseFrom(target, taskId, again);
    return value && { value, code: await fetchCode(session, target, value) };
  });
  if (!got) return undefined;
  const { value, code } = got;
  if (!code.ok) {
    const mine = l10n.t('Replay with My Code');
    const picked = await vscode.window.showErrorMessage(
      l10n.t('The code that ran is not to be had from {0}: {1}', target.address.name, code.message),
      ...(session.agents.all.some(({ name }) => name === value.agent.name) ? [mine] : []),
    );
    if (picked === mine) await vscode.commands.executeCommand('hermesRuntime.replayWithMyCode', `task/${taskId}`);
    return undefined;
  }
  if (value.traffic === 'not_kept') {
    void vscode.window.showWarningMessage(l10n.t('Traffic expired; input and code remain.'));
    return undefined;
  }
  const api = await session.runtime();
  const reference = api && (await keep(api, { ...value, agent: { ...value.agent, path: code.folder } }));
  if (!api || reference === undefined) return undefined;
  void vscode.window.showInformationMessage(caseText(value, code.differing));
  return {
    api,
    value,
    request: { agent_name: value.agent.name, agent_path: code.folder, replay_of: reference, replay_mode: 'exact', source: 'editor' },
  };
}

async function bringCase(
  session: Session,
  target: Target,
  taskId: string,
  again: () => Promise<void>,
): Promise<{ readonly reference: string } | undefined> {
  const value = await caseFrom(target, taskId, again);
  const api = value && (await session.runtime());
  const reference = api && (await keep(api, value));
  return reference === undefined ? undefined : { reference };
}

async function caseFrom(target: Target, taskId: string, again: () => Promise<void>): Promise<Case | undefined> {
  const reply = await target.api.caseOf(taskId).catch((error: unknown) => reasonOf(error));
  if (typeof reply === 'string') {
    await sayUnreachable(target, reply, again);
    return undefined;
  }
  if (reply.ok && validateCase(reply.value)) return reply.value;
  void vscode.window.showErrorMessage(
    reply.ok ? l10n.t('{0} answered something that is no case; it may be of another version.', target.address.name) : reply.error.message,
  );
  return undefined;
}

async function keep(api: RuntimeApi, value: Case): Promise<string | undefined> {
  const kept = await api.keepCase(value);
  if (kept.ok) return kept.value.replay_of;
  void vscode.window.showErrorMessage(kept.error.message);
  return undefined;
}
