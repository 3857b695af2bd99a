import type { AgentSummary, SubmitTask, Task } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type ChosenInput, askForm, chooseInput, resolveSecrets } from '../commands/choose-input.ts';
import type { Session } from '../session.ts';
import { reasonOf } from './connection-reason.ts';
import type { Target } from './target.ts';

/** Runs the agent of a name on a target, with an input that fits what is deployed there. */
export async function runOnTarget(session: Session, target: Target, name: string, how: 'choose' | 'form'): Promise<void> {
  const agent = await deployed(target, name);
  if (!agent) return;
  const { secrets } = session.context;
  const earlier = target.tasks.tasks().filter(({ agent_name }) => agent_name === name);
  const chosen = how === 'form' ? await askForm(agent, secrets) : await chooseInput(agent, earlier, secrets);
  if (chosen) await submitOnTarget(session, target, requestOf(name, chosen));
}

/** The same input once more; its secrets come from the secret storage, never from the task. */
export async function runAgainOnTarget(session: Session, target: Target, task: Task): Promise<void> {
  const agent = await deployed(target, task.agent_name);
  if (!agent) return;
  const input = typeof task.input === 'object' && task.input !== null ? { ...task.input } : {};
  const chosen = await resolveSecrets(agent, input, session.context.secrets);
  if (chosen) await submitOnTarget(session, target, requestOf(task.agent_name, chosen));
}

export async function submitOnTarget(session: Session, target: Target, request: SubmitTask): Promise<void> {
  const reply = await target.api.submit(request).catch((error: unknown) => reasonOf(error));
  if (typeof reply === 'string') {
    await sayUnreachable(target, reply, async () => submitOnTarget(session, target, request));
    return;
  }
  if (reply.ok) {
    target.claim(reply.value.task_id);
    return session.follow(reply.value.task_id);
  }
  const problems = (reply.error.problems ?? []).map(({ path, message }) => `${path === '' ? '/' : path} ${message}`);
  void vscode.window.showErrorMessage(`${target.address.name}: ${[reply.error.message, ...problems].join(' ')}`);
}

/** Nothing was done, and a button that tries again. */
export async function sayUnreachable(target: Target, reason: string, again: () => Promise<void>): Promise<void> {
  const retry = l10n.t('Retry');
  const message = l10n.t('{0} cannot be reached: {1}. Nothing was done.', target.address.name, reason);
  if ((await vscode.window.showErrorMessage(message, retry)) === retry) await again();
}

async function deployed(target: Target, name: string): Promise<AgentSummary | undefined> {
  const agent = target.agents.all.find((known) => known.name === name);
  if (agent) return agent;
  const push = l10n.t('Push…');
  const picked = await vscode.window.showWarningMessage(l10n.t('{0} has no agent {1}.', target.address.name, name), push);
  if (picked === push) await vscode.commands.executeCommand('hermesRuntime.push', { name, target: target.address.url });
  return undefined;
}

function requestOf(name: string, { input, secrets }: ChosenInput): SubmitTask {
  return { agent_name: name, input, source: 'editor', ...(Object.keys(secrets).length > 0 && { secrets }) };
}
