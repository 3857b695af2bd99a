import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as l10n from '@vscode/l10n';
import { isBusy } from './sqlite-error.ts';
import { StoreError } from './store-error.ts';

export type StoreLock = { readonly release: () => void };

/**
 * Makes this process the only one that writes to the folder.
 * The lock is the kernel's, held by an open transaction on a small database: it goes with the process, however that dies,
 * so there is no stale lock to judge by pid and start time. Others can still read the holder's pid from it.
 */
export function takeLock(folder: string): StoreLock {
  const database = new DatabaseSync(join(folder, 'runtime.lock'), { timeout: 200 });
  try {
    // Without a journal file the pid is written in place, on a full disk too. Nothing here must survive a power cut.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
    database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER NOT NULL) STRICT');
    database.prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET pid = excluded.pid').run(process.pid);
    // Readers see the pid only once it is committed. Whoever slips in between the two transactions wins, and we are refused.
    database.exec('COMMIT; BEGIN IMMEDIATE');
  } catch (error) {
    const pid = isBusy(error) ? holderOf(database) : undefined;
    database.close();
    if (!isBusy(error)) throw error;
    const message =
      pid === undefined
        ? l10n.t('Another runtime is using the store {0}. Stop it, or choose another data folder.', folder)
        : l10n.t('A runtime with process id {0} is using the store {1}. Stop it, or choose another data folder.', pid, folder);
    throw new StoreError('store_locked', message, { pid });
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

function holderOf(database: DatabaseSync): number | undefined {
  try {
    const pid = database.prepare('SELECT pid FROM holder WHERE id = 1').get()?.['pid'];
    return typeof pid === 'number' ? pid : undefined;
  } catch {
    // The holder is just starting and has not written its pid yet; the refusal stands without it.
    return undefined;
  }
}
