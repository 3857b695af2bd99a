import type { Redact } from './redact.ts';

/** Members that hold a word of ours out of a fixed list, which the schema checks: a secret cannot hide there. */
const ownWords: ReadonlySet<string> = new Set(['type', 'status', 'code', 'level', 'stream', 'stage', 'adapter', 'language']);

/**
 * Redacts what a record of ours holds, and leaves its own form alone. A person's secret can be any word, "succeeded" and "message"
 * too: replaced in the wrong place it would make the record unreadable, and the task that it ends would never end.
 */
export function redactRecord<T extends object>(redact: Redact, record: T): T;
export function redactRecord(redact: Redact, record: object): object {
  const members = Object.entries(record).map(([key, value]: [string, unknown]): [string, unknown] => [
    key,
    ownWords.has(key) ? value : redact(value),
  ]);
  return Object.fromEntries(members);
}
