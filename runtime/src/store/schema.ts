/** Grows with each change of the tables, by a step in migrations.ts; a file with a larger number is refused. */
export const schemaVersion = 2;

/** Marks the file as ours (`hrt1`), so that another program's database is not taken for a store. */
export const applicationId = 0x68_72_74_31;

/**
 * `events` is the record of everything; `tasks` repeats what lists and filters need and could be derived again.
 * AUTOINCREMENT: numbers are not given out again after retention has removed the newest.
 * `tasks.claimed` is the attempt that may have begun; it is the one thing there that no event says.
 * `tasks.id` is the seq of the task's first event: short in the index of events, and the order of lists.
 */
export const tables = `
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  time REAL NOT NULL,
  body TEXT,
  payload TEXT,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX events_of_task ON events (task) WHERE task IS NOT NULL;
CREATE INDEX events_with_payload ON events (payload) WHERE payload IS NOT NULL;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  task_id TEXT NOT NULL UNIQUE,
  agent_name TEXT NOT NULL,
  agent_path TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at REAL NOT NULL,
  finished_at REAL,
  ms REAL,
  events INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  claimed INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX tasks_by_status ON tasks (status);
CREATE INDEX tasks_by_name ON tasks (agent_name, status);
CREATE INDEX tasks_by_path ON tasks (agent_path, status);

CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  task INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_of_task ON idempotency (task);

CREATE TABLE probe (id INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT;

CREATE TABLE recordings (task INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
`;
