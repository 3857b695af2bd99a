import type { SQLOutputValue } from 'node:sqlite';
import { type Task, type TaskView, emptyTask, sawText, saysText, taskOf } from '@hermes-runtime/schemas';
import { foldVersion } from './fold-version.ts';
import { type Row, sameBytes, shortHash } from './record.ts';

/** A task of the store: its view, and where it stands among the records. */
export type StoredTask = {
  /** The seq of its first event. */
  readonly id: number;
  /** How many events it has. */
  readonly events: number;
  readonly view: TaskView;
};

/** What a row of `tasks` says. Input and output stay in the events. */
export type TaskRow = {
  readonly id: number;
  readonly last_seq: number;
  readonly events: number;
  readonly summary: TaskSummary;
};

export type TaskSummary = Omit<Task, 'input' | 'output' | 'agent_says' | 'runtime_saw'>;

export type TaskColumns = Record<
  'id' | 'task_id' | 'agent_name' | 'agent_path' | 'status' | 'created_at' | 'finished_at' | 'ms' | 'events' | 'last_seq' | 'body' | 'hash',
  string | number | null | Uint8Array
>;

/** `fold`: the version of the fold that the view comes from. */
export function encodeTask({ id, events, view }: StoredTask, fold: number = foldVersion): TaskColumns {
  // Screens render the two sentences in their own language, so they are not stored.
  const { input: _input, output: _output, agent_says: _says, runtime_saw: _saw, ...summary } = taskOf(view);
  const body = JSON.stringify(summary satisfies TaskSummary);
  return {
    id,
    task_id: view.task_id,
    agent_name: view.agent.name,
    agent_path: view.agent.path,
    status: view.status,
    created_at: view.queued_at,
    finished_at: view.finished_at ?? null,
    ms: view.ms ?? null,
    events,
    last_seq: view.last_seq,
    body,
    hash: hashOf([fold, id, view.status, events, view.last_seq], body),
  };
}

/** Undefined where the row is not what was written, or was folded by another version; it can be derived again from the events. */
export function decodeTask(row: Row): TaskRow | undefined {
  const { id, status, events, last_seq, body, hash } = row;
  if (!isCount(id) || !isCount(events) || !isCount(last_seq) || typeof body !== 'string') return undefined;
  if (!(hash instanceof Uint8Array) || !sameBytes(hash, hashOf([foldVersion, id, String(status), events, last_seq], body)))
    return undefined;
  const summary: unknown = JSON.parse(body);
  return isSummary(summary) ? { id, events, last_seq, summary } : undefined;
}

export function taskFrom({ summary }: TaskRow, input: unknown, output: unknown): Task {
  const said = { ...emptyTask, ...(output !== undefined && { output }) };
  return { ...summary, input, output: output ?? null, agent_says: saysText(said), runtime_saw: sawText(summary.findings) };
}

function hashOf(columns: readonly (string | number)[], body: string): Uint8Array {
  return shortHash(`${columns.join(' ')}\n${body}`);
}

function isCount(value: SQLOutputValue | undefined): value is number {
  return typeof value === 'number';
}

/** The hash has just shown that these are the bytes that a summary was written as. */
function isSummary(value: unknown): value is TaskSummary {
  return typeof value === 'object' && value !== null;
}
