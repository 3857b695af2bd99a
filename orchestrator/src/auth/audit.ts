import type { DatabaseSync } from 'node:sqlite';

export type AuditEntry = {
  readonly id: number;
  /** Unix milliseconds. */
  readonly time: number;
  /** The token's name; `local` for the machine's own user, with his name where a command did it. */
  readonly by: string;
  /** The address, `socket`, or `command`. */
  readonly from: string;
  /** `POST /api/v1/tasks`, or `token create`. */
  readonly action: string;
  /** What it was done to, where the address does not say it: a task, a token. */
  readonly subject?: string;
  /** How it was answered; absent where the orchestrator died meanwhile, so that nobody knows. */
  readonly status?: number;
};

export type AuditQuery = { readonly limit: number; readonly before?: number };

/** Every change, in order. An entry is on the disk before the change is begun. */
export type Audit = {
  readonly begin: (entry: Pick<AuditEntry, 'time' | 'by' | 'from' | 'action' | 'subject'>) => number;
  readonly end: (id: number, outcome: Required<Pick<AuditEntry, 'status'>> & Pick<AuditEntry, 'subject'>) => void;
  /** Somebody was not let in. Only the newest are kept: everybody can knock. */
  readonly denied: (entry: Pick<AuditEntry, 'time' | 'by' | 'from' | 'action'> & Required<Pick<AuditEntry, 'status'>>) => void;
  /** Newest first. */
  readonly list: (query: AuditQuery) => readonly AuditEntry[];
  /** Forgets what is older than a year. */
  readonly prune: (now: number) => void;
};

/** The subject of an entry of somebody who was not let in. */
const refused = 'refused';
/** Of those who were not let in. */
const keptDenied = 10_000;
const kept = 365 * 86_400_000;

export function auditIn(database: DatabaseSync): Audit {
  const insert = database.prepare('INSERT INTO audit (time, by, origin, action, subject) VALUES (?, ?, ?, ?, ?)');
  const deny = database.prepare('INSERT INTO audit (time, by, origin, action, subject, status) VALUES (?, ?, ?, ?, ?, ?)');
  const forget = database.prepare(
    'DELETE FROM audit WHERE subject = ? AND id <= (SELECT id FROM audit WHERE subject = ? ORDER BY id DESC LIMIT 1 OFFSET ?)',
  );
  let denied = 0;
  const update = database.prepare('UPDATE audit SET status = ?, subject = ifnull(?, subject) WHERE id = ?');
  const page = database.prepare('SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?');
  const prune = database.prepare('DELETE FROM audit WHERE time < ?');
  return {
    begin: ({ time, by, from, action, subject }) => Number(insert.run(time, by, from, action, subject ?? null).lastInsertRowid),
    end: (id, { status, subject }) => {
      update.run(status, subject ?? null, id);
    },
    denied: ({ time, by, from, action, status }) => {
      deny.run(time, by, from, action, refused, status);
      denied += 1;
      if (denied % 1000 === 1) forget.run(refused, refused, keptDenied);
    },
    list: ({ limit, before = Number.MAX_SAFE_INTEGER }) => page.all(before, limit).map((row) => entryOf(row)),
    prune: (now) => {
      prune.run(now - kept);
    },
  };
}

function entryOf(row: Readonly<Record<string, unknown>>): AuditEntry {
  const { id, time, by, origin, action, subject, status } = row;
  return {
    id: Number(id),
    time: Number(time),
    by: String(by),
    from: String(origin),
    action: String(action),
    ...(typeof subject === 'string' && { subject }),
    ...(typeof status === 'number' && { status }),
  };
}
