import type { DatabaseSync } from 'node:sqlite';
import { schemaVersion } from './schema.ts';

/** Each makes a file of version N one of version N + 1, the first of version 1. Never edited, only added to. */
const migrations: readonly ((database: DatabaseSync) => void)[] = [
  (database) => {
    // Several builds wrote version 1, and their tables were not the same.
    const hasClaims = database.prepare("SELECT 1 FROM pragma_table_info('tasks') WHERE name = 'claimed'").get() !== undefined;
    if (!hasClaims) database.exec('ALTER TABLE tasks ADD COLUMN claimed INTEGER NOT NULL DEFAULT 0');
    database.exec('CREATE TABLE IF NOT EXISTS recordings (task INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, body BLOB NOT NULL) STRICT');
  },
];

/** All steps or none: a file is never of a version between two. */
export function migrate(database: DatabaseSync, version: number): void {
  const steps = migrations.slice(Math.max(1, version) - 1);
  if (steps.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps) step(database);
    database.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
