import type { DatabaseSync } from 'node:sqlite';
import { pragma } from './database.ts';
import type { Payloads } from './payloads.ts';

export type RetentionLimits = {
  /** Finished tasks that ended before this are removed. Unix time in milliseconds. */
  readonly before: number;
  /** The oldest finished tasks are removed until database and payloads are smaller. */
  readonly maxBytes: number;
};

/** Tasks removed in one transaction, so that the event loop is never held for long. */
const atOnce = 100;
/** A payload that nothing refers to yet may belong to a transaction under way. Milliseconds. */
const youngPayloadMs = 3_600_000;

/** Removes one slice of what is over the limits; answers how many tasks, 0 when there is nothing left to do. */
export function removeSlice(database: DatabaseSync, payloads: Payloads, limits: RetentionLimits): number {
  const old = idsOf(database, 'finished_at < ?', limits.before);
  const ids =
    old.length > 0 || bytesUsed(database, payloads) <= limits.maxBytes ? old : idsOf(database, 'finished_at IS NOT NULL AND ?', 1);
  if (ids.length === 0) return 0;
  database.exec('BEGIN IMMEDIATE');
  try {
    const files = ids.flatMap((id) => removeTask(database, id));
    database.prepare('DELETE FROM events WHERE task IS NULL AND time < ?').run(limits.before);
    database.exec('COMMIT');
    // Only now: a payload without its file would be a damaged record.
    for (const sha256 of files) if (!isUsed(database, sha256)) payloads.remove(sha256);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
  database.exec('PRAGMA incremental_vacuum(2000)');
  return ids.length;
}

/** Removes files that a crash left between their writing and their record. `now` is by the file system's clock. */
export function removeOrphans(database: DatabaseSync, payloads: Payloads, now: number): void {
  for (const { sha256, modified } of payloads.list()) {
    if (now - modified > youngPayloadMs && !isUsed(database, sha256)) payloads.remove(sha256);
  }
}

/** Bytes that hold something; free pages inside the file do not count. */
export function bytesUsed(database: DatabaseSync, payloads: Payloads): number {
  return (pragma(database, 'page_count') - pragma(database, 'freelist_count')) * pragma(database, 'page_size') + payloads.bytes();
}

function idsOf(database: DatabaseSync, where: string, value: number): number[] {
  const rows = database.prepare(`SELECT id FROM tasks WHERE ${where} ORDER BY id LIMIT ${atOnce}`).all(value);
  return rows.map((row) => Number(row['id']));
}

function removeTask(database: DatabaseSync, id: number): string[] {
  const files = database.prepare('SELECT payload FROM events WHERE task = ? AND payload IS NOT NULL').all(id);
  database.prepare('DELETE FROM events WHERE task = ?').run(id);
  database.prepare('DELETE FROM idempotency WHERE task = ?').run(id);
  database.prepare('DELETE FROM recordings WHERE task = ?').run(id);
  database.prepare('DELETE FROM tasks WHERE id = ?').run(id);
  return files.map((row) => String(row['payload']));
}

function isUsed(database: DatabaseSync, sha256: string): boolean {
  return database.prepare('SELECT 1 FROM events WHERE payload = ? LIMIT 1').get(sha256) !== undefined;
}
