import { type ReplayMode, type Task, isFinal } from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandName } from './command-names.ts';
import { socketEndpoint } from '../runtime/endpoint.ts';
import type { Session } from '../session.ts';
import type { AgentTests } from '../testing/agent-tests.ts';
import { saveAsTest } from '../testing/save-as-test.ts';
import { debugAgent, debugTask } from '../debug/start-debugging.ts';
import type { AnswerDocuments } from '../given/answer-documents.ts';
import { debugFromTarget, replayFromTarget } from '../target/debug-from-target.ts';
import { runAgainOnTarget, runOnTarget } from '../target/run-on-target.ts';
import { targetCommands } from '../target/target-commands.ts';
import { agentOfRow, targetOfRow } from '../target/pick-target.ts';
import { openPlace } from '../trace/trace-view.ts';
import { curlText } from './curl-text.ts';
import { installDependencies } from './install-dependencies.ts';
import { newAgent } from './new-agent.ts';
import { openLogs } from './open-logs.ts';
import { pickAgent, pickTask, agentPathIn } from './pick.ts';
import { retryCause } from './retry-cause.ts';
import { isNews } from '../tasks/task-groups.ts';
import { modeIn, replayTask } from './replay-task.ts';
import { runAgain, runAgent } from './run-agent.ts';
import { saveCase } from './save-case.ts';
import { secretFieldNames } from './secrets.ts';

type Command = (argument: unknown) => Promise<void>;

/** What each command of the manifest does. */
export function commandTable(session: Session, answers: AnswerDocuments, tests: AgentTests): Readonly<Record<CommandName, Command>> {
  const run = async (argument: unknown, how: 'choose' | 'form'): Promise<void> => {
    const deployed = agentOfRow(argument);
    const there = deployed === undefined ? session.targets.used : targetOfRow(session.targets, argument);
    if (there && deployed !== undefined) return runOnTarget(session, there, deployed, how);
    if (!(await session.runtime())) return;
    const agent = await pickAgent(session, argument);
    if (agent) await (there ? runOnTarget(session, there, agent.name, how) : runAgent(session, agent, how));
  };
  const replay = async (argument: unknown, mode?: ReplayMode): Promise<void> => {
    const task = (await session.runtime()) && (await pickTask(session, argument, ({ status }) => isFinal(status)));
    const target = task && session.targets.of(task.task_id);
    if (target) await replayFromTarget(session, target, task, mode);
    else if (task) await replayTask(session, task, mode);
  };
  return {
    ...targetCommands(session),
    run: async (argument) => run(argument, 'choose'),
    runWithInput: async (argument) => run(argument, 'form'),
    runAgain: async (argument) => {
      const task = (await session.runtime()) && (await pickTask(session, argument, ({ status }) => isFinal(status)));
      const target = task && session.targets.of(task.task_id);
      if (target) await runAgainOnTarget(session, target, task);
      else if (task) await runAgain(session, task.task_id);
    },
    replay: async (argument) => replay(argument, modeIn(argument)),
    replayWithMyCode: async (argument) => replay(argument, 'my_code'),
    giveAnswer: async (argument) => {
      const task = await pickTask(session, argument, ({ failure }) => failure?.code === 'divergence');
      if (task) await answers.ask(task.task_id);
    },
    useAnswer: async (argument) => answers.use(argument),
    retryCause: async (argument) => {
      const task = await pickTask(session, argument, (one) => isNews(one));
      if (task) await retryCause(session, task);
    },
    saveCase: async (argument) => {
      const task = await pickTask(session, argument, ({ status }) => isFinal(status));
      if (task) await saveCase(session, task);
    },
    debug: async (argument) => {
      if (!(await session.runtime())) return;
      const task = taskIn(session, argument);
      const agent = task ? undefined : await pickAgent(session, argument);
      const target = task && session.targets.of(task.task_id);
      if (target) await debugFromTarget(session, target, task.task_id);
      else if (task) await debugTask(session, task);
      else if (agent) await debugAgent(session, agent);
    },
    saveAsTest: async (argument) => {
      const task = await pickTask(session, argument, ({ status }) => isFinal(status));
      if (task) await saveAsTest(session, tests, task);
    },
    cancel: async (argument) => {
      const task = await pickTask(session, argument, ({ status }) => !isFinal(status));
      const reply = task && (await (await session.apiOf(task.task_id))?.cancel(task.task_id));
      if (reply?.ok === false) void vscode.window.showErrorMessage(reply.error.message);
    },
    copyCurl: async (argument) => {
      const task = await pickTask(session, argument, () => true);
      if (!task) return;
      const agent = task.agent_path === undefined ? undefined : session.agents.at(task.agent_path);
      const endpoint = (session.targets.of(task.task_id)?.api ?? session.link.api)?.endpoint ?? socketEndpoint('');
      await vscode.env.clipboard.writeText(curlText(task, endpoint, agent ? secretFieldNames(agent) : []));
      vscode.window.setStatusBarMessage(l10n.t('Copied as curl'), 3_000);
    },
    openTrace: async (argument) => {
      const task = argument === undefined ? undefined : await pickTask(session, argument, () => true);
      await vscode.commands.executeCommand('hermesRuntime.trace.focus', { preserveFocus: true });
      await session.trace.show(task?.task_id ?? session.tasks.tasks()[0]?.task_id);
    },
    openAgent: async (argument) => {
      const folder = agentPathIn(argument);
      const at = folder ?? (await pickAgent(session, argument))?.path;
      if (at !== undefined) await vscode.window.showTextDocument(vscode.Uri.file(path.join(at, 'agent.yaml')));
    },
    openPlace: async (argument) => {
      const place = placeIn(argument);
      if (place) await openPlace(place.agent_path, place.at, false);
    },
    openLogs: async () => openLogs(session),
    startRuntime: async () => void (await session.runtime()),
    stopRuntime: async () => session.link.stop(),
    restartRuntime: async () => {
      await session.link.stop();
      await session.runtime();
    },
    newAgent: async () => newAgent(),
    installDependencies: async (argument) => {
      const agent = (await session.runtime()) && (await pickAgent(session, argument));
      if (agent) await installDependencies(session, agent);
    },
  };
}

/** The task that a tree row or the panel means; undefined where an agent is meant. */
function taskIn(session: Session, argument: unknown): Task | undefined {
  if (typeof argument !== 'string' || argument.startsWith('agent/')) return undefined;
  return session.tasks.get(argument.replace(/^task\//, '').split('/')[0] ?? '') ?? session.taskOfRow(argument);
}

function placeIn(
  argument: unknown,
): { readonly agent_path: string; readonly at: { readonly file: string; readonly line: number } } | undefined {
  if (typeof argument !== 'object' || argument === null || !('agent_path' in argument) || !('at' in argument)) return undefined;
  const { agent_path, at } = argument;
  if (typeof agent_path !== 'string' || typeof at !== 'object' || at === null || !('file' in at) || !('line' in at)) return undefined;
  return typeof at.file === 'string' && typeof at.line === 'number' ? { agent_path, at: { file: at.file, line: at.line } } : undefined;
}
