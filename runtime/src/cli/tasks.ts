import * as l10n from '@vscode/l10n';
import { isFinal, type Task } from '@hermes-runtime/schemas';
import { validateTask } from '@hermes-runtime/schemas/messages';
import { connect } from '../daemon/connect.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { cellsOf, cutEnd, inert, padEnd, padStart } from './trace/cells.ts';
import { duration } from './trace/duration.ts';
import { dotOf, ellipsisOf, inCharacters, lookOf, markOf, paint, type Look, type Mark } from './trace/look.ts';
import { shortId } from './trace/render-trace.ts';

export type TasksOptions = { readonly status?: string; readonly agent?: string; readonly limit: string; readonly json?: boolean };

/** `hermes-runtime tasks`: the newest tasks, one a line. */
export async function tasks(options: TasksOptions): Promise<ExitCode> {
  const query = new URLSearchParams({ limit: options.limit });
  if (options.status !== undefined) query.set('status', options.status);
  if (options.agent !== undefined) query.set('agent', options.agent);
  const { client } = await connect();
  try {
    const { body } = await client.call('GET', `/api/v1/tasks?${query.toString()}`);
    const list = Array.isArray(body) ? body.filter((task) => validateTask(task)) : [];
    if (options.json === true) writeResult(JSON.stringify(list, undefined, 2));
    else if (list.length === 0) say(l10n.t('No task yet. Run an agent and everything it does appears here.'));
    else writeResult(tableOf(list, lookOf(process.stdout, process.env)).join('\n'));
    return exitCodes.ok;
  } finally {
    client.close();
  }
}

function tableOf(list: readonly Task[], look: Look): readonly string[] {
  const rows = list.map((task) => ({
    task,
    id: shortId(task.task_id),
    agent: `${task.agent_name}@${task.agent_version}`,
    time: timeOf(task),
  }));
  const [ids, agents, times] = [rows.map(({ id }) => id), rows.map(({ agent }) => agent), rows.map(({ time }) => time)].map((texts) =>
    Math.max(...texts.map(cellsOf)),
  );
  return rows.map(({ task, id, agent, time }) => {
    const { mark, style } = markFor(task);
    const left = `${paint(markOf(mark, look), style, look)} ${padEnd(id, ids ?? 0)}  ${padEnd(agent, agents ?? 0)}  ${padStart(time, times ?? 0)}`;
    const room = look.width - (ids ?? 0) - (agents ?? 0) - (times ?? 0) - 8;
    return `${left}  ${paint(cutEnd(inCharacters(inert(noteOf(task, look)), look), Math.max(12, room), ellipsisOf(look)), 'dim', look)}`.trimEnd();
  });
}

function markFor(task: Task): { readonly mark: Mark; readonly style: 'green' | 'yellow' | 'red' | 'blue' | 'dim' } {
  if (task.status === 'succeeded') return task.findings.length > 0 ? { mark: 'lost', style: 'yellow' } : { mark: 'ok', style: 'green' };
  if (task.status === 'canceled') return { mark: 'skipped', style: 'dim' };
  return isFinal(task.status) ? { mark: 'failed', style: 'red' } : { mark: 'waits', style: 'blue' };
}

function timeOf({ created_at, finished_at }: Task): string {
  return duration(Math.max(0, Date.parse(finished_at ?? new Date().toISOString()) - Date.parse(created_at)));
}

function noteOf({ status, failure, runtime_saw }: Task, look: Look): string {
  if (failure) return `${failure.code}${dotOf(look)}${failure.message}`;
  return isFinal(status) ? runtime_saw : status;
}
