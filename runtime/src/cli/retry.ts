import { existsSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import {
  effectCounts,
  emptyTask,
  foldEvents,
  retryKey,
  tasksToRetry,
  type SubmitTask,
  type Task,
  type TaskView,
} from '@hermes-runtime/schemas';
import { validateTask } from '@hermes-runtime/schemas/messages';
import { connect } from '../daemon/connect.ts';
import { RefusedError, type RuntimeClient } from '../daemon/runtime-client.ts';
import { confirmLive } from './confirm-live.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { inert } from './trace/cells.ts';
import { shortId } from './trace/render-trace.ts';
import { storedEvents } from './trace.ts';

export type RetryOptions = { readonly cause?: boolean; readonly yes?: boolean; readonly json?: boolean };

type Outcome = { readonly retry_of: string } & ({ readonly task_id: string } | { readonly refused: string });

const page = 200;
/** Failed tasks of one agent that are looked through for the cause. */
const mostTasks = 2000;

/** `hermes-runtime retry`: a failed task again, live, or with `--cause` all that failed as it did; each once. Does not wait for their ends. */
export async function retry(reference: string, options: RetryOptions): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const { body } = await client.call('GET', `/api/v1/tasks/${encodeURIComponent(reference)}`);
    if (!validateTask(body))
      throw new CliError(exitCodes.notStarted, l10n.t('The runtime answered something that is no task; are both of one version?'));
    const tasks = options.cause === true ? tasksToRetry(await tasksOf(client, body), body) : [body];
    const [one] = tasks;
    if (one === undefined) {
      say(l10n.t('Nothing to retry: all of them have been run again, or did not fail.'));
      if (options.json === true) writeResult('[]');
      return exitCodes.ok;
    }
    if (one.status !== 'failed' && one.status !== 'timed_out')
      throw new CliError(exitCodes.usage, l10n.t('Task {0} did not fail ({1}).', shortId(one.task_id), one.status));
    const list = effectCounts(await viewsOf(client, tasks)).map(({ what, count }) => `${count}× ${inert(what)}`);
    if (list.length > 0) say(l10n.t('{0} tasks of {1} had these effects, which may happen again:', tasks.length, one.agent_name));
    for (const line of list) say(`  ${line}`);
    if (list.length > 0 || tasks.length > 1) await confirmLive(options, l10n.t('Run {0} tasks live?', tasks.length));
    const { agent_path } = one;
    if (agent_path !== undefined && existsSync(agent_path)) await client.call('PUT', '/api/v1/roots', { body: { path: agent_path } });
    return finish(await submitAll(client, tasks), options);
  } finally {
    client.close();
  }
}

/** The tasks of an agent, newest first: those that failed, and those that ran one of them again. */
async function tasksOf(client: RuntimeClient, { agent_name, agent_path }: Task): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(page), ...(agent_path === undefined ? { agent: agent_name } : { agent_path }) });
    if (cursor !== undefined) query.set('cursor', cursor);
    // One page after the other.
    // oxlint-disable-next-line no-await-in-loop
    const { body, headers } = await client.call('GET', `/api/v1/tasks?${query.toString()}`);
    tasks.push(...(Array.isArray(body) ? body.filter((task) => validateTask(task)) : []));
    const next = headers['x-hermes-cursor'];
    cursor = typeof next === 'string' ? next : undefined;
  } while (cursor !== undefined && tasks.length < mostTasks);
  return tasks;
}

async function viewsOf(client: RuntimeClient, tasks: readonly Task[]): Promise<readonly TaskView[]> {
  const views: TaskView[] = [];
  for (const { task_id } of tasks) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other: nothing is flooded.
    views.push(foldEvents(emptyTask, await storedEvents(client, task_id)));
  }
  return views;
}

async function submitAll(client: RuntimeClient, tasks: readonly Task[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasks) {
    const request: SubmitTask = {
      agent_name: task.agent_name,
      ...(task.agent_path !== undefined && { agent_path: task.agent_path }),
      replay_of: task.task_id,
      replay_mode: 'again',
      idempotency_key: retryKey(task),
      source: 'cli',
    };
    try {
      // One after the other: Ctrl+C leaves the rest as it is.
      // oxlint-disable-next-line no-await-in-loop
      const { body } = await client.call('POST', '/api/v1/tasks', { body: request });
      const task_id = typeof body === 'object' && body !== null && 'task_id' in body ? String(body.task_id) : '';
      outcomes.push({ retry_of: task.task_id, task_id });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      outcomes.push({ retry_of: task.task_id, refused: error.message });
    }
  }
  return outcomes;
}

function finish(outcomes: readonly Outcome[], { json }: RetryOptions): ExitCode {
  const refused = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome] : []));
  if (json === true) writeResult(JSON.stringify(outcomes));
  else for (const outcome of outcomes) if ('task_id' in outcome) writeResult(outcome.task_id);
  say(l10n.t('{0} accepted · {1} refused', outcomes.length - refused.length, refused.length));
  for (const { retry_of, refused: reason } of refused) say(`  ${shortId(retry_of)}  ${inert(reason)}`);
  return refused.length === 0 ? exitCodes.ok : exitCodes.failed;
}
