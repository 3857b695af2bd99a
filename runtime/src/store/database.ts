import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as l10n from '@vscode/l10n';
import { migrate } from './migrations.ts';
import { applicationId, schemaVersion, tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/**
 * Opens `state.db`, or makes it; a file of an older version is brought to this one. Throws `StoreError` for a file of a newer version and for one that is no store.
 * WAL with FULL: a commit is on the disk before it returns, so that a power cut loses nothing that was acknowledged.
 */
export function openDatabase(folder: string): DatabaseSync {
  const path = join(folder, 'state.db');
  // Made by us first: SQLite would make it readable for the group, and gives its other files the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    prepare(database, folder);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepare(database: DatabaseSync, folder: string): void {
  // Only an empty file can still choose; from then on freed pages go back to the disk, a few at a time.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 33554432; PRAGMA cache_size = -8192');
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  if (version === 0 && application === 0 && isEmpty(database)) {
    database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
    return;
  }
  if (application !== applicationId) {
    throw new StoreError(
      'store_damaged',
      l10n.t('{0} is not a store of Hermes Runtime. Choose another data folder.', join(folder, 'state.db')),
    );
  }
  if (version > schemaVersion) {
    throw new StoreError(
      'store_newer',
      l10n.t(
        'The store {0} was written by a newer version (format {1}, this one knows {2}). Update Hermes Runtime.',
        folder,
        version,
        schemaVersion,
      ),
    );
  }
  migrate(database, version);
}

export function pragma(
  database: DatabaseSync,
  name: 'user_version' | 'application_id' | 'page_count' | 'page_size' | 'freelist_count',
): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}
