import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { attemptStarted, logged, queued, succeeded } from '../../testdata/sample-events.ts';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { storeFolders } from '../../testdata/store-folder.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './store.ts';

const { fresh, open } = storeFolders();

async function filledFolder(tasks: number): Promise<string> {
  const folder = fresh();
  const store = open(folder);
  for (let index = 0; index < tasks; index += 1) {
    const id = `task-${index}`;
    await store.append([
      queued(id, { input: { n: index } }),
      attemptStarted(id),
      logged(id, `line ${index}`),
      ...succeeded(id, { n: index }),
    ]);
  }
  store.close();
  return folder;
}

function contentOf(folder: string, tasks: number): ReadonlyMap<string, string> {
  const store = open(folder);
  const ids = Array.from({ length: tasks }, (_, index) => `task-${index}`);
  const content = new Map(ids.map((id) => [id, JSON.stringify(store.eventsOf(id))]));
  store.close();
  return content;
}

function edit(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, 'state.db'));
  database.exec(sql);
  database.close();
}

test('names the task whose record is damaged and reads the others', async () => {
  const folder = await filledFolder(3);
  edit(folder, `UPDATE events SET body = replace(body, 'line 1', 'line 7') WHERE type = 'log'`);
  const store = open(folder);
  expect(() => store.viewOf('task-1')).toThrow(expect.objectContaining({ code: 'record_damaged', task_id: 'task-1' }));
  expect(() => store.eventsOf('task-1')).toThrow(StoreError);
  expect(store.eventsOf('task-0')).toHaveLength(5);
  expect(store.salvage('task-1')?.status).toBe('succeeded');
  expect(store.read({ after: 0, limit: 100 }).damaged).toHaveLength(1);
});

test.each([
  ['a record that is gone', 'DELETE FROM events WHERE seq = 8'],
  ['a last record that is gone', 'DELETE FROM events WHERE seq = 10'],
  ['a record that moved to another task', 'UPDATE events SET task = 1 WHERE seq = 8'],
  ['a time that changed', 'UPDATE events SET time = time + 1 WHERE seq = 8'],
])('notices %s', async (_name, sql) => {
  const folder = await filledFolder(2);
  edit(folder, sql);
  const store = open(folder);
  expect(() => store.viewOf('task-1')).toThrow(expect.objectContaining({ code: 'record_damaged' }));
});

test('derives a damaged row of the list from the events', async () => {
  const folder = await filledFolder(2);
  edit(folder, `UPDATE tasks SET body = '{}' WHERE task_id = 'task-0'`);
  const { tasks, damaged } = open(folder).list({ limit: 9 });
  expect(tasks.map(({ output }) => output)).toEqual([{ n: 1 }, { n: 0 }]);
  expect(damaged).toEqual([]);
});

test('says which task of a list cannot be read at all', async () => {
  const folder = await filledFolder(2);
  edit(folder, `UPDATE events SET body = '{}' WHERE seq = 1`);
  const { tasks, damaged } = open(folder).list({ limit: 9 });
  expect(tasks.map(({ task_id }) => task_id)).toEqual(['task-1']);
  expect(damaged).toEqual(['task-0']);
});

test('notices a payload file that changed or is missing', async () => {
  const folder = fresh();
  const store = open(folder);
  await store.append([queued('a'), ...succeeded('a', 'x'.repeat(70_000))]);
  const [sub = ''] = readdirSync(join(folder, 'payloads'));
  const [name = ''] = readdirSync(join(folder, 'payloads', sub));
  writeFileSync(join(folder, 'payloads', sub, name), 'y');
  expect(() => store.viewOf('a')).toThrow(expect.objectContaining({ code: 'record_damaged' }));
});

test('is never silently wrong after a flipped bit, wherever it is', async () => {
  const tasks = 60;
  const folder = await filledFolder(tasks);
  const original = readFileSync(join(folder, 'state.db'));
  const expected = contentOf(folder, tasks);
  const random = seededRandom(7);
  const seen = { detected: 0, harmless: 0, wrong: 0 };
  for (let flip = 0; flip < 150; flip += 1) {
    const bytes = Buffer.from(original);
    const offset = Math.floor(random() * bytes.length);
    bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << Math.floor(random() * 8)), offset);
    const broken = join(folder, `flip-${flip}`);
    mkdirSync(broken);
    writeFileSync(join(broken, 'state.db'), bytes);
    seen[verdict(broken, expected)] += 1;
  }
  expect(seen.wrong).toBe(0);
  expect(seen.detected).toBeGreaterThan(50);
}, 60_000);

test('is never silently wrong after the file was cut short', async () => {
  const tasks = 60;
  const folder = await filledFolder(tasks);
  const original = readFileSync(join(folder, 'state.db'));
  const expected = contentOf(folder, tasks);
  const random = seededRandom(11);
  const seen: Record<string, number> = {};
  for (let cut = 0; cut < 40; cut += 1) {
    const broken = join(folder, `cut-${cut}`);
    mkdirSync(broken);
    const page = 1 + Math.floor(random() * (original.length / 4096 - 1));
    writeFileSync(join(broken, 'state.db'), original.subarray(0, page * 4096 - (cut % 2) * 100));
    const judged = verdict(broken, expected);
    seen[judged] = (seen[judged] ?? 0) + 1;
  }
  expect(seen).toEqual({ detected: 40 });
}, 30_000);

/** Reads every task that a client knows of, as the API would. */
function verdict(folder: string, expected: ReadonlyMap<string, string>): 'detected' | 'harmless' | 'wrong' {
  let store: Store | undefined;
  let isDetected = false;
  try {
    store = open(folder);
    for (const [taskId, events] of expected) {
      try {
        const read = store.eventsOf(taskId);
        if (read === undefined) isDetected = true;
        else if (JSON.stringify(read) !== events) return 'wrong';
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        isDetected = true;
      }
    }
    return isDetected ? 'detected' : 'harmless';
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return 'detected';
  } finally {
    store?.close();
  }
}

test('refuses a file that is no database, and leaves it as it is', () => {
  const folder = fresh();
  writeFileSync(join(folder, 'state.db'), 'hello, this is not a database at all, only a text that is long enough to be one '.repeat(20));
  copyFileSync(join(folder, 'state.db'), join(folder, 'before'));
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'store_damaged' }));
  expect(readFileSync(join(folder, 'state.db'))).toEqual(readFileSync(join(folder, 'before')));
});
