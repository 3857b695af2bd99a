import type { AgentSummary, ErrorBody } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { type ChosenInput, askForm, chooseInput, resolveSecrets } from './choose-input.ts';
import { fieldsOf } from './input-form.ts';
import { installDependencies, offerDependencies } from './install-dependencies.ts';
import { secretFieldNames } from './secrets.ts';

/** Runs an agent with an input that the person chooses, or types into the form. */
export async function runAgent(session: Session, agent: AgentSummary, how: 'choose' | 'form'): Promise<void> {
  if (!(await isReady(session, agent))) return;
  const storage = session.context.secrets;
  const earlier = session.tasks.tasks().filter((task) => task.agent_path === agent.path);
  const chosen = how === 'form' ? await askForm(agent, storage) : await chooseInput(agent, earlier, storage);
  if (chosen) await submit(session, agent, chosen);
}

/** Runs an agent again with the input of an earlier task. Its secrets come from the secret storage, never from the task. */
export async function runAgain(session: Session, taskId: string): Promise<void> {
  const task = session.tasks.get(taskId);
  const agent = task?.agent_path === undefined ? undefined : session.agents.at(task.agent_path);
  if (!task || !agent) {
    void vscode.window.showErrorMessage(l10n.t('The agent of this task is no longer here.'));
    return;
  }
  if (!(await isReady(session, agent))) return;
  const input = typeof task.input === 'object' && task.input !== null ? { ...task.input } : {};
  const chosen = await resolveSecrets(agent, input, session.context.secrets);
  if (chosen) await submit(session, agent, chosen);
}

/** What does not fit goes back into the form, with the schema's own words. */
async function submit(session: Session, agent: AgentSummary, first: ChosenInput): Promise<void> {
  let chosen: ChosenInput | undefined = first;
  while (chosen) {
    const { input, secrets }: ChosenInput = chosen;
    // oxlint-disable-next-line no-await-in-loop -- What was refused is asked for anew before it is submitted again.
    const api = await session.runtime();
    if (!api) return;
    // oxlint-disable-next-line no-await-in-loop -- As above.
    const reply = await api.submit({
      agent_name: agent.name,
      agent_path: agent.path,
      input,
      source: 'editor',
      ...(Object.keys(secrets).length > 0 && { secrets }),
    });
    if (reply.ok) return session.follow(reply.value.task_id);
    const { problems } = reply.error;
    // The schema may have changed since the input was chosen; a form without a question would ask for ever.
    const current = session.agents.at(agent.path) ?? agent;
    const canAsk = fieldsOf(current.input_schema, secretFieldNames(current)).length > 0;
    if (reply.status !== 422 || !problems || problems.length === 0 || !canAsk) return refused(session, agent, reply.error);
    // oxlint-disable-next-line no-await-in-loop -- As above.
    chosen = await askForm(current, session.context.secrets, { input, problems });
  }
}

async function refused(session: Session, agent: AgentSummary, error: ErrorBody['error']): Promise<void> {
  if (error.code === 'dependencies_missing') {
    await installDependencies(session, agent);
    return;
  }
  const logs = l10n.t('Open Logs');
  const picked = await vscode.window.showErrorMessage(error.message, logs);
  if (picked === logs) await vscode.commands.executeCommand('hermesRuntime.openLogs');
}

/** An agent that waits says for what, with the way on. */
async function isReady(session: Session, agent: AgentSummary): Promise<boolean> {
  if (agent.waiting_for === 'dependencies') return offerDependencies(session, agent);
  if (agent.waiting_for !== 'interpreter') return true;
  const choose = l10n.t('Choose interpreter');
  const picked = await vscode.window.showWarningMessage(l10n.t('{0} waits for Python ≥ 3.9.', agent.name), choose);
  if (picked === choose) await vscode.commands.executeCommand('workbench.action.openSettings', 'hermesRuntime.pythonPath');
  return false;
}
