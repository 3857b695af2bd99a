import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type TraceEvent, emptyTask, foldEvents } from '@hermes-runtime/schemas';
import type { Payloads } from './payloads.ts';
import { type Row, decodeEvent } from './record.ts';
import type { StoredTask } from './task-row.ts';

export type EventQuery = {
  /** Events with a larger seq. */
  readonly after: number;
  readonly task_id?: string;
  readonly types?: readonly string[];
  readonly limit: number;
};

export type EventPage = {
  readonly events: readonly TraceEvent[];
  /** Seqs of records that are not what was written. */
  readonly damaged: readonly number[];
  /** Everything up to this seq was looked at. */
  readonly next: number;
  /** Whether there may be more beyond it. */
  readonly more: boolean;
};

export type Reader = {
  readonly read: (query: EventQuery) => EventPage;
  /** All that is left of one task, folded; `whole` is false where a record is damaged or missing. */
  readonly load: (taskId: string) => (StoredTask & { readonly whole: boolean }) | undefined;
  /** All that is left of one task. */
  readonly history: (taskId: string) => History | undefined;
  readonly event: (seq: number) => TraceEvent | undefined;
  /** How long an event's JSON is, in bytes or UTF-16 units. */
  readonly sizeOf: (seq: number) => number;
};

type History = {
  readonly id: number;
  readonly events: readonly TraceEvent[];
  /** Records, damaged ones too. */
  readonly count: number;
  readonly whole: boolean;
};

export function createReader(database: DatabaseSync, payloads: Payloads): Reader {
  const taskByTaskId = database.prepare('SELECT id, events, finished_at FROM tasks WHERE task_id = ?');
  const all = database.prepare('SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
  const ofTask = database.prepare('SELECT * FROM events WHERE task = ? AND seq > ? ORDER BY seq LIMIT ?');
  const size = database.prepare('SELECT payload, length(body) AS size FROM events WHERE seq = ?');
  const bySeq = database.prepare('SELECT * FROM events WHERE seq = ?');

  const page = (rows: readonly Row[], { types, limit, after }: EventQuery): EventPage => {
    const events: TraceEvent[] = [];
    const damaged: number[] = [];
    for (const row of rows) {
      const event = decodeEvent(row, payloads);
      if (!event) damaged.push(Number(row['seq']));
      else if (!types || types.includes(event.type)) events.push(event);
    }
    return { events, damaged, next: Number(rows.at(-1)?.['seq'] ?? after), more: rows.length === limit };
  };

  const historyOf = (taskId: string): History | undefined => {
    const row = taskByTaskId.get(taskId);
    const id = row?.['id'];
    if (row === undefined || typeof id !== 'number') return undefined;
    const events: TraceEvent[] = [];
    let whole = true;
    let position = 0;
    for (const stored of ofTask.iterate(id, 0, -1)) {
      const event = decodeEvent(stored, payloads);
      position += 1;
      if (event && stored['position'] === position) events.push(event);
      else whole = false;
    }
    // While a task runs its row lags behind; its end is exact.
    if (row['finished_at'] !== null && row['events'] !== position) whole = false;
    return { id, events, count: position, whole: whole && position > 0 };
  };

  return {
    read: (query) => {
      if (query.task_id === undefined) return page(all.all(query.after, query.limit), query);
      const id: SQLInputValue | undefined = taskByTaskId.get(query.task_id)?.['id'];
      if (id === undefined) return { events: [], damaged: [], next: query.after, more: false };
      return page(ofTask.all(id, query.after, query.limit), query);
    },
    history: historyOf,
    load: (taskId) => {
      const history = historyOf(taskId);
      if (!history) return undefined;
      const { id, events, count, whole } = history;
      return { id, events: count, view: foldEvents(emptyTask, events), whole };
    },
    event: (seq) => {
      const row = bySeq.get(seq);
      return row && decodeEvent(row, payloads);
    },
    sizeOf: (seq) => {
      const row = size.get(seq);
      const payload = row?.['payload'];
      return typeof payload === 'string' ? payloads.sizeOf(payload) : Number(row?.['size'] ?? 0);
    },
  };
}
