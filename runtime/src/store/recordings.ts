import type { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What was recorded of a task's last attempt, as JSON. */
export type StoredRecording = { readonly task: number; readonly attempt: number; readonly text: string };

export type Recordings = {
  /** Inside the writer's transaction, together with the task's end. */
  readonly put: (recording: StoredRecording) => void;
  /** Undefined where none was kept, or what was kept is damaged. */
  readonly get: (task: number) => string | undefined;
};

/** Compressed beside the events: traffic compresses well, and leaves with its task. */
export function openRecordings(database: DatabaseSync): Recordings {
  const put = database.prepare('INSERT OR REPLACE INTO recordings VALUES (?, ?, ?)');
  const get = database.prepare('SELECT body FROM recordings WHERE task = ?');
  return {
    put: ({ task, attempt, text }) => void put.run(task, attempt, gzipSync(text, { level: 1 })),
    get: (task) => {
      const body = get.get(task)?.['body'];
      if (!(body instanceof Uint8Array)) return undefined;
      try {
        return gunzipSync(body).toString('utf8');
      } catch {
        // gzip carries a checksum: what does not fit it is not what was recorded.
        return undefined;
      }
    },
  };
}
