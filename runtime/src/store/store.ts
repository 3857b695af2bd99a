import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as l10n from '@vscode/l10n';
import type { TaskView, TraceEvent } from '@hermes-runtime/schemas';
import type { Clock } from '../ports.ts';
import { type AppendOptions, CommitQueue } from './commit-queue.ts';
import { openDatabase } from './database.ts';
import { LiveTasks } from './live-tasks.ts';
import { takeLock } from './lock.ts';
import type { NewEvent } from './new-event.ts';
import { openPayloads } from './payloads.ts';
import { type EventPage, type EventQuery, createReader } from './reader.ts';
import { openRecordings } from './recordings.ts';
import { bytesUsed, removeOrphans, removeSlice } from './retention.ts';
import { storeErrorFrom } from './sqlite-error.ts';
import { StoreError } from './store-error.ts';
import { type TaskQueries, createTaskQueries } from './task-queries.ts';
import { createWriter } from './writer.ts';

export type StoreOptions = {
  /** Made if it does not exist. Holds `state.db`, `payloads/` and the lock. Must be on a local disk. */
  readonly folder: string;
  readonly clock: Clock;
};

/**
 * The record of everything: one SQLite file, one writer, one order.
 * What `append` has resolved survives a power cut. Methods throw `StoreError` and nothing else, save for bugs.
 */
export type Store = TaskQueries & {
  readonly folder: string;
  /** Resolves with the numbered events once they are durable. All of them or none. */
  readonly append: (events: readonly NewEvent[], options?: AppendOptions) => Promise<readonly TraceEvent[]>;
  /** For what may be lost in a crash, such as a log line: durable within 20 ms, and never later than what is appended after it. */
  readonly appendSoon: (event: NewEvent) => void;
  readonly read: (query: EventQuery) => EventPage;
  /** Undefined where there is none, or it is damaged. */
  readonly eventAt: (seq: number) => TraceEvent | undefined;
  /** Throws `record_damaged`. Undefined for a task that does not exist. */
  readonly viewOf: (taskId: string) => TaskView | undefined;
  /** All events of one task. Throws `record_damaged`. */
  readonly eventsOf: (taskId: string) => readonly TraceEvent[] | undefined;
  /** The recorded traffic of an ended task, as it was given to `append`. */
  readonly recordingOf: (taskId: string) => string | undefined;
  /** What can still be read of a damaged task. */
  readonly salvage: (taskId: string) => TaskView | undefined;
  readonly lastSeq: () => number;
  /** Calls back after each commit with what it held; answers how to stop. */
  readonly onCommit: (listener: (events: readonly TraceEvent[]) => void) => () => void;
  readonly bytes: () => number;
  /** Log events that were dropped because the disk stayed full. */
  readonly dropped: () => number;
  /** Whether a write would succeed now; tries one where the last did not. */
  readonly problem: () => StoreError | undefined;
  /** Removes finished tasks over the limits, in slices, other work going on between them. Answers how many. */
  readonly retain: (limits: { readonly days: number; readonly max_mb: number }) => Promise<number>;
  readonly close: () => void;
};

/** Throws `StoreError`: `store_locked`, `store_newer`, `store_damaged`, `store_full`, `store_failed`. */
export function openStore({ folder, clock }: StoreOptions): Store {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = takeLock(folder);
    let database: DatabaseSync | undefined;
    try {
      database = openDatabase(folder);
      return storeOver(database, { folder, clock }, lock.release);
    } catch (error) {
      database?.close();
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storeErrorFrom(error, folder);
  }
}

function storeOver(database: DatabaseSync, { folder, clock }: StoreOptions, release: () => void): Store {
  const payloads = openPayloads(join(folder, 'payloads'));
  const reader = createReader(database, payloads);
  const live = new LiveTasks((taskId) => reader.load(taskId));
  const recordings = openRecordings(database);
  const writer = createWriter(database, payloads, recordings, live);
  const listeners = new Set<(events: readonly TraceEvent[]) => void>();
  let problem: StoreError | undefined;

  /** Runs one call into SQLite; whatever it throws becomes ours. */
  const guarded = <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      throw storeErrorFrom(error, folder);
    }
  };

  const queue = new CommitQueue({
    clock,
    write: (batches) => {
      // After a failed sync nobody knows what is on the disk: nothing more is promised.
      if (problem && problem.code !== 'store_full') throw problem;
      try {
        const written = guarded(() => writer.write(batches));
        problem = undefined;
        return written;
      } catch (error) {
        if (error instanceof StoreError) problem = error;
        throw error;
      }
    },
    onCommit: (events) => {
      for (const listener of listeners) listener(events);
    },
    onFull: (error) => {
      problem = error;
    },
  });

  // As much as a usual task takes: where only a few bytes are free, the next task would not fit.
  const fill = database.prepare('INSERT OR REPLACE INTO probe VALUES (1, zeroblob(65536))');
  const empty = database.prepare('DELETE FROM probe');
  const damaged = (taskId: string): StoreError =>
    new StoreError(
      'record_damaged',
      l10n.t('A record of task {0} is damaged on the disk: it is not what was written. Other tasks can be read.', taskId),
      {
        task_id: taskId,
      },
    );
  const queries = createTaskQueries(database, reader, live);

  return {
    folder,
    list: (filter) => guarded(() => queries.list(filter)),
    startingWith: (prefix, limit) => guarded(() => queries.startingWith(prefix, limit)),
    unfinished: () => guarded(() => queries.unfinished()),
    statusOf: (taskId) => guarded(() => queries.statusOf(taskId)),
    idOf: (taskId) => guarded(() => queries.idOf(taskId)),
    summaryOf: (taskId) => guarded(() => queries.summaryOf(taskId)),
    eventAt: (seq) => guarded(() => reader.event(seq)),
    keyed: (key) => guarded(() => queries.keyed(key)),
    lastOf: (path) => guarded(() => queries.lastOf(path)),
    durationsOf: (path, limit) => guarded(() => queries.durationsOf(path, limit)),
    append: (events, options) => queue.append(events, options),
    appendSoon: (event) => queue.appendSoon(event),
    read: (query) => guarded(() => reader.read(query)),
    viewOf: (taskId) => {
      const running = live.get(taskId);
      if (running) return running.view;
      const loaded = guarded(() => reader.load(taskId));
      if (loaded?.whole === false) throw damaged(taskId);
      return loaded?.view;
    },
    eventsOf: (taskId) => {
      const history = guarded(() => reader.history(taskId));
      if (history?.whole === false) throw damaged(taskId);
      return history?.events;
    },
    recordingOf: (taskId) =>
      guarded(() => {
        const id = queries.idOf(taskId);
        return id === undefined ? undefined : recordings.get(id);
      }),
    salvage: (taskId) => guarded(() => reader.load(taskId))?.view,
    lastSeq: () => writer.lastSeq(),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bytes: () => guarded(() => bytesUsed(database, payloads)),
    dropped: () => queue.dropped,
    problem: () => {
      if (problem?.code === 'store_full') {
        try {
          fill.run();
          empty.run();
          problem = undefined;
          queue.flush();
        } catch (error) {
          const found = storeErrorFrom(error, folder);
          if (!(found instanceof StoreError)) throw found;
          problem = found;
        }
      }
      return problem;
    },
    retain: async ({ days, max_mb }) => {
      const limits = { before: clock.now() - days * 86_400_000, maxBytes: max_mb * 1_048_576 };
      let removed = 0;
      for (let slice = -1; slice !== 0; removed += slice) {
        // oxlint-disable-next-line no-await-in-loop -- One slice a turn of the event loop is the point.
        await new Promise((resolve) => setImmediate(resolve));
        if (queue.state === 'closed') return removed;
        slice = guarded(() => removeSlice(database, payloads, limits));
      }
      guarded(() => removeOrphans(database, payloads, Date.now()));
      return removed;
    },
    close: () => {
      if (queue.state === 'closed') return;
      queue.close();
      listeners.clear();
      database.close();
      release();
    },
  };
}
