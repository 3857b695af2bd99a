import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type LastTask, type Task, type TaskStatus, taskOf, taskTransitions } from '@hermes-runtime/schemas';
import type { LiveTasks } from './live-tasks.ts';
import type { Reader } from './reader.ts';
import type { Row } from './record.ts';
import { type TaskSummary, decodeTask, taskFrom } from './task-row.ts';

export type TaskFilter = {
  readonly statuses?: readonly TaskStatus[];
  readonly agent?: string;
  readonly agent_path?: string;
  /** Unix time in milliseconds. */
  readonly since?: number;
  /** Tasks older than this one, by id. */
  readonly before?: number;
  readonly limit: number;
};

export type TaskList = {
  readonly tasks: readonly Task[];
  /** Tasks of which neither the row nor the events can be read. */
  readonly damaged: readonly string[];
  /** The id of the oldest on this page. */
  readonly oldest: number | undefined;
  readonly more: boolean;
};

export type UnfinishedTask = {
  readonly task_id: string;
  readonly id: number;
  readonly status: 'queued' | 'running' | 'waiting';
  /** The attempt that may have begun; 0 before the first. */
  readonly claimed: number;
};

export type TaskQueries = {
  readonly list: (filter: TaskFilter) => TaskList;
  /** Whole ids that begin with the prefix, at most `limit`. */
  readonly startingWith: (prefix: string, limit: number) => readonly string[];
  /** Tasks that have not ended, oldest first. */
  readonly unfinished: () => readonly UnfinishedTask[];
  readonly statusOf: (taskId: string) => TaskStatus | undefined;
  /** The seq of the task's first event. */
  readonly idOf: (taskId: string) => number | undefined;
  /** What a list says of one task, as of its last change of state. */
  readonly summaryOf: (taskId: string) => TaskSummary | undefined;
  readonly keyed: (key: string) => { readonly digest: string; readonly task_id: string; readonly id: number } | undefined;
  readonly lastOf: (agentPath: string) => LastTask | undefined;
  /** From queued to the end, of the newest succeeded tasks, in milliseconds. */
  readonly durationsOf: (agentPath: string, limit: number) => readonly number[];
};

const allStatuses: readonly TaskStatus[] = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'timed_out', 'canceled'];
/** Inputs and outputs on one page, about; a page of large ones is shorter than asked for. */
const pageBytes = 8 * 1_048_576;

const unfinishedStatuses = ['queued', 'running', 'waiting'] as const;
const finalStatuses = allStatuses.filter((status) => taskTransitions[status].length === 0);

/** A replay of recorded traffic says nothing about how an agent does. In JSON the quotes of a text are escaped, so these words are the field. */
const isLive = ['exact', 'my_code'].map((mode) => `instr(body, '"replay_mode":"${mode}"') = 0`).join(' AND ');

export function createTaskQueries(database: DatabaseSync, reader: Reader, live: LiveTasks): TaskQueries {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };

  /** Folded from the events: what a row of another fold, or a damaged one, does not tell. */
  const derived = (taskId: string): Task | undefined => {
    const loaded = reader.load(taskId);
    return loaded?.whole === true ? taskOf(loaded.view) : undefined;
  };

  const taskOfRow = (row: Row): Task | undefined => {
    const taskId = String(row['task_id']);
    const running = live.get(taskId);
    if (running) return taskOf(running.view);
    const decoded = decodeTask(row);
    const queued = decoded && reader.event(decoded.id);
    const ended = decoded && reader.event(decoded.last_seq);
    if (decoded && queued?.type === 'task.queued' && ended) {
      return taskFrom(decoded, queued.input, ended.type === 'task.succeeded' ? ended.output : undefined);
    }
    return derived(taskId);
  };

  const rowsOf = (filter: TaskFilter): readonly Row[] => {
    const { where, values } = conditions(filter);
    const select = (more: string): StatementSync =>
      prepared(`SELECT * FROM tasks WHERE ${[...where, more].join(' AND ')} ORDER BY id DESC LIMIT ?`);
    const hasName = filter.agent !== undefined || filter.agent_path !== undefined;
    const statuses = filter.statuses ?? (hasName ? allStatuses : undefined);
    if (!statuses) return select('true').all(...values, filter.limit);
    // One walk down an index for each status: none of them has to sort.
    return statuses
      .flatMap((status) => select('status = ?').all(...values, status, filter.limit))
      .toSorted((a, b) => Number(b['id']) - Number(a['id']))
      .slice(0, filter.limit);
  };

  return {
    list: (filter) => {
      const rows = rowsOf(filter);
      const tasks: Task[] = [];
      const damaged: string[] = [];
      let oldest: number | undefined;
      let size = 0;
      for (const row of rows) {
        size += reader.sizeOf(Number(row['id'])) + reader.sizeOf(Number(row['last_seq']));
        if (size > pageBytes && oldest !== undefined) return { tasks, damaged, oldest, more: true };
        const task = taskOfRow(row);
        if (task) tasks.push(task);
        else damaged.push(String(row['task_id']));
        oldest = Number(row['id']);
      }
      return { tasks, damaged, oldest, more: rows.length === filter.limit };
    },
    startingWith: (prefix, limit) =>
      prepared('SELECT task_id FROM tasks WHERE task_id >= ? AND task_id < ? LIMIT ?')
        .all(prefix, `${prefix}\u{10FFFF}`, limit)
        .map((row) => String(row['task_id'])),
    unfinished: () =>
      unfinishedStatuses
        .flatMap((status) =>
          prepared('SELECT id, task_id, claimed FROM tasks WHERE status = ?')
            .all(status)
            .map((row) => ({ task_id: String(row['task_id']), id: Number(row['id']), status, claimed: Number(row['claimed']) })),
        )
        .toSorted((a, b) => a.id - b.id),
    statusOf: (taskId) => {
      const status = prepared('SELECT status FROM tasks WHERE task_id = ?').get(taskId)?.['status'];
      return allStatuses.find((known) => known === status);
    },
    idOf: (taskId) => {
      const id = prepared('SELECT id FROM tasks WHERE task_id = ?').get(taskId)?.['id'];
      return typeof id === 'number' ? id : undefined;
    },
    summaryOf: (taskId) => {
      const row = prepared('SELECT * FROM tasks WHERE task_id = ?').get(taskId);
      return row && (decodeTask(row)?.summary ?? derived(taskId));
    },
    keyed: (key) => {
      const row = prepared('SELECT digest, task_id, id FROM idempotency JOIN tasks ON tasks.id = idempotency.task WHERE key = ?').get(key);
      return row && { digest: String(row['digest']), task_id: String(row['task_id']), id: Number(row['id']) };
    },
    lastOf: (agentPath) => {
      const newest = finalStatuses
        .flatMap((status) =>
          prepared(`SELECT * FROM tasks WHERE agent_path = ? AND status = ? AND ${isLive} ORDER BY id DESC LIMIT 1`).all(agentPath, status),
        )
        .toSorted((a, b) => Number(b['id']) - Number(a['id']))[0];
      const summary = newest && (decodeTask(newest)?.summary ?? derived(String(newest['task_id'])));
      return summary && lastTask(summary, newest['ms']);
    },
    durationsOf: (agentPath, limit) =>
      prepared(`SELECT ms FROM tasks WHERE agent_path = ? AND status = 'succeeded' AND ${isLive} ORDER BY id DESC LIMIT ?`)
        .all(agentPath, limit)
        .map((row) => Number(row['ms'])),
  };
}

function conditions({ agent, agent_path, since, before }: TaskFilter): { where: readonly string[]; values: readonly SQLInputValue[] } {
  const parts: [string, SQLInputValue | undefined][] = [
    ['agent_name = ?', agent],
    ['agent_path = ?', agent_path],
    ['created_at >= ?', since],
    ['id < ?', before],
  ];
  const given = parts.flatMap(([sql, value]): [string, SQLInputValue][] => (value === undefined ? [] : [[sql, value]]));
  return { where: given.map(([sql]) => sql), values: given.map(([, value]) => value) };
}

function lastTask(
  { task_id, status, finished_at, findings }: Pick<Task, 'task_id' | 'status' | 'finished_at' | 'findings'>,
  ms: unknown,
): LastTask {
  return {
    task_id,
    status,
    ...(typeof ms === 'number' && { ms }),
    ...(finished_at !== null && { finished_at }),
    findings: findings.length,
  };
}
