import type { DatabaseSync } from 'node:sqlite';
import type { TraceEvent } from '@hermes-runtime/schemas';
import type { Batch } from './commit-queue.ts';
import type { LiveTasks } from './live-tasks.ts';
import { taskOfEvent } from './new-event.ts';
import type { Payloads } from './payloads.ts';
import { type EncodedEvent, encodeEvent } from './record.ts';
import type { Recordings } from './recordings.ts';
import { encodeTask } from './task-row.ts';

export type Writer = {
  /** One transaction for all batches. Throws what SQLite or the file system threw, and then nothing was written. */
  readonly write: (batches: readonly Batch[]) => readonly (readonly TraceEvent[])[];
  readonly lastSeq: () => number;
};

export function createWriter(database: DatabaseSync, payloads: Payloads, recordings: Recordings, live: LiveTasks): Writer {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const insertEvent = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const putTask = database.prepare(`INSERT INTO tasks
    (id, task_id, agent_name, agent_path, status, created_at, finished_at, ms, events, last_seq, body, hash)
    VALUES (:id, :task_id, :agent_name, :agent_path, :status, :created_at, :finished_at, :ms, :events, :last_seq, :body, :hash)
    ON CONFLICT (id) DO UPDATE SET status = :status, finished_at = :finished_at, ms = :ms, events = :events, last_seq = :last_seq,
      body = :body, hash = :hash`);
  const claim = database.prepare('UPDATE tasks SET claimed = ? WHERE id = ?');
  const insertKey = database.prepare('INSERT INTO idempotency VALUES (?, ?, ?)');
  const newest = database
    .prepare(
      `SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0), ifnull((SELECT max(seq) FROM events), 0)) AS seq`,
    )
    .get()?.['seq'];
  let lastSeq = typeof newest === 'number' ? newest : 0;

  const insert = (encoded: EncodedEvent, seq: number): TraceEvent => {
    const { event } = encoded;
    const taskId = taskOfEvent(event);
    const place = taskId === undefined ? { task: null, position: 1 } : live.place(taskId, seq);
    const row = encodeEvent(encoded, { seq, ...place }, payloads);
    insertEvent.run(row.seq, row.task, row.position, row.type, row.time, row.body, row.payload, row.hash);
    const stored: TraceEvent = { ...event, seq };
    live.stage(stored);
    return stored;
  };

  return {
    lastSeq: () => lastSeq,
    write: (batches) => {
      let seq = lastSeq;
      begin.run();
      try {
        const written = batches.map(({ events, options }) => {
          const first = seq + 1;
          const stored = events.map((event) => insert(event, (seq += 1)));
          if (options.claim) claim.run(options.claim.attempt, options.claim.id);
          if (options.recording) recordings.put(options.recording);
          if (options.idempotency) insertKey.run(options.idempotency.key, options.idempotency.digest, first);
          return stored;
        });
        for (const task of live.fold()) putTask.run(encodeTask(task));
        commit.run();
        live.commit();
        lastSeq = seq;
        return written;
      } catch (error) {
        live.rollback();
        // SQLite rolls back by itself after some errors, a full disk among them.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
