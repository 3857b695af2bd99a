import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TraceEvent, emptyTask, foldEvents, taskOf } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { attemptStarted, logged, queued, succeeded } from '../../testdata/sample-events.ts';
import { storeFolders } from '../../testdata/store-folder.ts';
import { foldVersion } from './fold-version.ts';
import type { NewEvent } from './new-event.ts';
import { encodeTask } from './task-row.ts';

const { fresh, open } = storeFolders();

const swallowed: NewEvent = {
  type: 'exception.caught',
  time: 1_150,
  task_id: 'a',
  attempt: 1,
  at: { file: 'main.py', line: 4 },
  raised_at: { file: 'main.py', line: 3 },
  exception_type: 'ValueError',
  message: 'boom',
  used: false,
};
const history: readonly NewEvent[] = [queued('a'), attemptStarted('a'), swallowed, logged('a', 'hi'), ...succeeded('a')];
const numbered = history.map((event, index): TraceEvent => ({ ...event, seq: index + 1 }));

function edit<T>(folder: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'state.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

test('the version of the fold grows when the fold changes', () => {
  const folded = JSON.stringify(taskOf(foldEvents(emptyTask, numbered)));
  // Not the same any more? Then raise foldVersion, and put the new pair here.
  expect([foldVersion, hash('sha256', folded).slice(0, 16)]).toEqual([1, 'ba5ed52136717b23']);
});

test('lists a task that another fold wrote as the task itself shows it', async () => {
  const folder = fresh();
  const store = open(folder);
  await store.append(history);
  const expected = store.list({ limit: 1 }).tasks;
  expect(expected[0]?.findings).not.toEqual([]);
  store.close();
  // As an older version that saw nothing in these events would have left it.
  const { body, hash: sum } = encodeTask(
    {
      id: 1,
      events: 6,
      view: foldEvents(
        emptyTask,
        numbered.filter(({ type }) => type !== 'exception.caught'),
      ),
    },
    foldVersion - 1,
  );
  edit(folder, (database) => database.prepare('UPDATE tasks SET body = ?, hash = ?').run(body, sum));
  const later = open(folder);
  expect(later.list({ limit: 1 })).toMatchObject({ tasks: expected, damaged: [] });
  expect(later.lastOf('/agents/weather')?.findings).toBe(expected[0]?.findings.length);
  expect(later.summaryOf('a')?.findings).toEqual(expected[0]?.findings);
});

test('takes up a store of version 1, whichever build wrote it', async () => {
  const folder = fresh();
  const store = open(folder);
  await store.append(history);
  store.close();
  edit(folder, (database) => database.exec('DROP TABLE recordings; ALTER TABLE tasks DROP COLUMN claimed; PRAGMA user_version = 1'));
  const later = open(folder);
  expect(later.viewOf('a')?.status).toBe('succeeded');
  await later.append([queued('b')]);
  await later.append([], { claim: { id: 7, attempt: 1 }, recording: { task: 7, attempt: 1, text: '{}' } });
  expect([later.unfinished(), later.recordingOf('b')]).toMatchObject([[{ task_id: 'b', claimed: 1 }], '{}']);
  expect(edit(folder, (database) => database.prepare('PRAGMA user_version').get())).toEqual({ user_version: 2 });
});
