import type { SubmitTask, Task, AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { chooseInput } from '../commands/choose-input.ts';
import { offerDependencies } from '../commands/install-dependencies.ts';
import type { Session } from '../session.ts';
import { attachConfiguration } from './debug-configuration.ts';

/** An exact replay of a task with a debugger: its input, its code and its traffic, and nothing runs for real. */
export async function debugTask(session: Session, task: Task): Promise<void> {
  await debug(session, task.agent_name, {
    agent_name: task.agent_name,
    ...(task.agent_path !== undefined && { agent_path: task.agent_path }),
    replay_of: task.task_id,
    replay_mode: 'exact',
    debug: true,
    source: 'editor',
  });
}

/** An agent that has not failed runs live under the debugger, with an input that the person chooses. */
export async function debugAgent(session: Session, agent: AgentSummary, given?: Record<string, unknown>): Promise<void> {
  const earlier = session.tasks.tasks().filter(({ agent_path }) => agent_path === agent.path);
  const chosen = given === undefined ? await chooseInput(agent, earlier, session.context.secrets) : { input: given, secrets: {} };
  if (!chosen) return;
  await debug(session, agent.name, {
    agent_name: agent.name,
    agent_path: agent.path,
    input: chosen.input,
    debug: true,
    source: 'editor',
    ...(Object.keys(chosen.secrets).length > 0 && { secrets: chosen.secrets }),
  });
}

/** Whether a debugger for the agent's language is here, told in a sentence of its own if not. */
function hasDebugger(language: AgentSummary['language'] | undefined): boolean {
  if (language === 'shell') {
    void vscode.window.showErrorMessage(l10n.t('Shell agents cannot be debugged. Their output and exit codes are in the trace.'));
    return false;
  }
  if (language === 'nodejs' && !vscode.extensions.getExtension('ms-vscode.js-debug')) {
    void vscode.window.showErrorMessage(
      l10n.t('Debugging Node agents needs the built-in JavaScript Debugger, which is disabled. Enable it.'),
    );
    return false;
  }
  return true;
}

/** An agent that is none of the workspace's: the code of a task that ran elsewhere. */
export type ForeignAgent = {
  readonly language: AgentSummary['language'];
  /** As the runtime knows it; asked for only where something has to be installed for it. */
  readonly find: () => Promise<AgentSummary | undefined>;
};

/** Submits a task and attaches to it once it waits. */
export async function debug(session: Session, name: string, task: SubmitTask, foreign?: ForeignAgent): Promise<void> {
  const api = await session.runtime();
  const agent = task.agent_path === undefined ? undefined : session.agents.at(task.agent_path);
  if (!api || !hasDebugger(foreign?.language ?? agent?.language)) return;
  const reply = await api.submit(task);
  if (!reply.ok) {
    const problems = (reply.error.problems ?? []).map(({ path, message }) => `${path === '' ? '/' : path} ${message}`);
    void vscode.window.showErrorMessage([reply.error.message, ...problems].join(' '));
    return;
  }
  const { task_id } = reply.value;
  const debuggee = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Starting {0} under the debugger', name) },
    async () => session.debuggee(task_id),
  );
  await session.follow(task_id);
  if (debuggee.status === 'ended') {
    const code = debuggee.failure?.code;
    const lacks = code === 'debugger_missing' || (foreign !== undefined && code === 'dependencies_missing');
    const subject = lacks ? (agent ?? (await foreign?.find())) : undefined;
    if (subject && code === 'dependencies_missing') {
      if (await offerDependencies(session, subject)) await debug(session, name, task, foreign);
    } else if (subject) await offerDebugger(session, subject, task, foreign);
    else if (debuggee.failure) void vscode.window.showErrorMessage(debuggee.failure.message);
    return;
  }
  const folder = task.agent_path === undefined ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.file(task.agent_path));
  const stopWatching = endWithTask(session, task_id);
  const started = await vscode.debug.startDebugging(folder, attachConfiguration(name, debuggee.event, task_id));
  if (started) return;
  stopWatching();
  await api.cancel(task_id);
  void vscode.window.showErrorMessage(l10n.t('The debugger did not start. The debug console says why.'));
}

/** A debugger that has lost its debuggee looks for it again for a while; a task that has ended does not come back. */
function endWithTask(session: Session, taskId: string): () => void {
  const starting = vscode.debug.onDidStartDebugSession((started) => {
    if (started.configuration['task_id'] !== taskId || started.parentSession) return;
    starting.dispose();
    void session.tasks.whenEnded(taskId).then(() => vscode.debug.stopDebugging(started));
  });
  return () => {
    starting.dispose();
  };
}

/** What is missing, why, and a button; afterwards the debugging goes on by itself. */
async function offerDebugger(session: Session, agent: AgentSummary, task: SubmitTask, foreign?: ForeignAgent): Promise<void> {
  const install = l10n.t('Install');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('Debugging {0} needs debugpy in its environment. Nothing else changes.', agent.name),
    install,
  );
  if (picked !== install) return;
  const api = await session.runtime();
  if (!api) return;
  const failed = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: l10n.t('Installing debugpy'), cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      let failure: string | undefined;
      await api.installDebugger(
        agent.path,
        ({ type, message }) => {
          if (type === 'failed') failure = message;
          else progress.report({ message });
        },
        abort.signal,
      );
      return abort.signal.aborted ? '' : failure;
    },
  );
  if (failed === undefined) await debug(session, agent.name, task, foreign);
  else if (failed !== '') void vscode.window.showErrorMessage(failed);
}
