import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { attemptStarted, logged, queued, sampleAgent, succeeded } from '../../testdata/sample-events.ts';
import { HandClock } from '../../testdata/hand-clock.ts';
import { storeFolders } from '../../testdata/store-folder.ts';
import type { Store } from './store.ts';

const { fresh: freshFolder, open } = storeFolders();

test('numbers events in the order in which they were appended', async () => {
  const store = open();
  const [first, second] = await Promise.all([store.append([queued('a'), attemptStarted('a')]), store.append([queued('b')])]);
  expect(first.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(second.map(({ seq }) => seq)).toEqual([3]);
  expect(store.lastSeq()).toBe(3);
});

test('gives back after reopening what was appended, byte for byte', async () => {
  const folder = freshFolder();
  const store = open(folder);
  const input = { text: 'a\u0000b "q" \u{1F600} \uD800', __proto__: null, list: [1, 1.5, 1e300, null] };
  const stored = await store.append([queued('a', { input, time: 1_000.25 }), attemptStarted('a'), ...succeeded('a')]);
  store.close();
  expect(open(folder).eventsOf('a')).toEqual(stored);
});

test('keeps an own property called __proto__ as what it is', async () => {
  const store = open();
  await store.append([queued('a', { input: JSON.parse('{"__proto__": {"polluted": true}}') })]);
  const [event] = store.eventsOf('a') ?? [];
  expect(JSON.stringify(event)).toContain('"__proto__":{"polluted":true}');
  expect('polluted' in {}).toBe(false);
});

test('writes everything of one turn in one transaction', async () => {
  const store = open();
  const commits: number[] = [];
  store.onCommit((events) => commits.push(events.length));
  await Promise.all(Array.from({ length: 50 }, (_, index) => store.append([queued(`t${index}`)])));
  expect(commits).toEqual([50]);
});

test('stores a log line before the end that was appended after it, and within 20 ms on its own', async () => {
  const clock = new HandClock();
  const store = open(freshFolder(), clock);
  await store.append([queued('a'), attemptStarted('a')]);
  store.appendSoon(logged('a', 'one'));
  expect(store.lastSeq()).toBe(2);
  clock.advance(20);
  expect(store.lastSeq()).toBe(3);
  store.appendSoon(logged('a', 'two'));
  await store.append(succeeded('a'));
  expect(
    store
      .eventsOf('a')
      ?.map(({ type }) => type)
      .slice(2),
  ).toEqual(['log', 'log', 'attempt.succeeded', 'task.succeeded']);
});

test('writes what is left when it closes', () => {
  const folder = freshFolder();
  const store = open(folder);
  store.appendSoon(queued('a'));
  store.close();
  expect(open(folder).eventsOf('a')).toHaveLength(1);
});

test('lets a value that is no JSON fail alone', async () => {
  const store = open();
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const results = await Promise.allSettled([
    store.append([queued('a')]),
    store.append([queued('b', { input: circular })]),
    store.append([queued('c')]),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('keeps a large body in a file of its own and reads it back', async () => {
  const folder = freshFolder();
  const store = open(folder);
  const output = { text: '汉'.repeat(100_000) };
  await store.append([queued('a'), ...succeeded('a', output)]);
  expect(readdirSync(join(folder, 'payloads'))).toHaveLength(1);
  expect(store.viewOf('a')?.output).toEqual(output);
  expect(store.list({ limit: 1 }).tasks[0]?.output).toEqual(output);
  expect(store.bytes()).toBeGreaterThan(300_000);
});

test('lets nobody else read its files', async () => {
  const folder = freshFolder();
  const store = open(folder);
  await store.append([queued('a'), ...succeeded('a', 'x'.repeat(70_000))]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'runtime.lock',
  );
  expect(files.length).toBeGreaterThan(2);
  for (const { parentPath, name } of files) expect(statSync(join(parentPath, name)).mode & 0o077, name).toBe(0);
});

test('lists newest first, by status, agent and page', async () => {
  const store = open();
  const other = { name: 'rss', version: '2.0.0', digest: 'd2', path: '/agents/rss' };
  for (let index = 0; index < 10; index += 1) {
    await store.append([queued(`t${index}`, { time: 1_000 + index, ...(index % 2 === 1 && { agent: other }) })]);
    if (index < 6) await store.append([attemptStarted(`t${index}`), ...succeeded(`t${index}`)]);
  }
  const ids = (filter: Parameters<Store['list']>[0]): string =>
    store
      .list(filter)
      .tasks.map(({ task_id }) => task_id)
      .join(' ');
  expect(ids({ limit: 3 })).toBe('t9 t8 t7');
  expect(ids({ limit: 3, before: store.list({ limit: 3 }).oldest ?? 0 })).toBe('t6 t5 t4');
  expect(ids({ limit: 20, statuses: ['queued'] })).toBe('t9 t8 t7 t6');
  expect(ids({ limit: 20, statuses: ['queued', 'succeeded'], agent: 'rss' })).toBe('t9 t7 t5 t3 t1');
  expect(ids({ limit: 20, agent_path: '/agents/weather', since: 1_004 })).toBe('t8 t6 t4');
  expect(ids({ limit: 20, agent: 'nobody' })).toBe('');
});

test('shortens a page of large outputs rather than filling the memory', async () => {
  const store = open();
  for (let index = 0; index < 6; index += 1)
    await store.append([queued(`t${index}`), ...succeeded(`t${index}`, `${index}`.repeat(3_000_000))]);
  const sizes: number[] = [];
  let before: number | undefined;
  for (let more = true; more;) {
    const page = store.list({ limit: 4, ...(before !== undefined && { before }) });
    sizes.push(page.tasks.length);
    before = page.oldest;
    more = page.more;
  }
  expect(sizes).toEqual([2, 2, 2]);
});

test('lists a running task as it stands, facts since its last change of state included', async () => {
  const store = open();
  await store.append([queued('a'), attemptStarted('a')]);
  await store.append([{ type: 'item.skipped', time: 1_250, task_id: 'a', attempt: 1, item: 'x', reason: 'old' }]);
  const [task] = store.list({ limit: 1 }).tasks;
  expect(task?.findings).toHaveLength(1);
  expect(task?.last_seq).toBe(store.lastSeq());
});

test('reads on from a cursor across tasks', async () => {
  const store = open();
  await store.append([queued('a'), queued('b'), attemptStarted('a')]);
  const first = store.read({ after: 0, limit: 2 });
  expect(first.events.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(first.more).toBe(true);
  expect(store.read({ after: first.next, limit: 2 }).events.map(({ seq }) => seq)).toEqual([3]);
  expect(store.read({ after: 0, limit: 9, task_id: 'a', types: ['attempt.started'] }).events.map(({ seq }) => seq)).toEqual([3]);
});

test('remembers an idempotency key with its task', async () => {
  const store = open();
  await store.append([queued('a')], { idempotency: { key: 'k', digest: 'x' } });
  expect(store.keyed('k')).toEqual({ digest: 'x', task_id: 'a', id: 1 });
  expect(store.keyed('other')).toBeUndefined();
});

test('refuses to append after it was closed', async () => {
  const store = open();
  store.close();
  store.close();
  await expect(store.append([queued('a')])).rejects.toMatchObject({ code: 'store_closed' });
});

test('refuses a store of a newer version and says what to do', () => {
  const folder = freshFolder();
  open(folder).close();
  const database = new DatabaseSync(join(folder, 'state.db'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => open(folder)).toThrow(
    expect.objectContaining({ code: 'store_newer', message: expect.stringContaining('Update Hermes Runtime') }),
  );
  expect(existsSync(join(folder, 'state.db'))).toBe(true);
});

test('refuses a database that is not ours', () => {
  const folder = freshFolder();
  const database = new DatabaseSync(join(folder, 'state.db'));
  database.exec('CREATE TABLE mine (x)');
  database.close();
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'store_damaged' }));
});

test('counts no replay of recorded traffic among what an agent did', async () => {
  const store = open();
  // Somebody else's words are no replay.
  await store.append([queued('a', { input: { text: '"replay_mode":"exact"' } }), attemptStarted('a'), ...succeeded('a')]);
  await store.append([queued('b', { exactReplayOf: 'a' }), attemptStarted('b'), ...succeeded('b')]);
  expect(store.lastOf(sampleAgent.path)?.task_id).toBe('a');
  expect(store.durationsOf(sampleAgent.path, 10)).toEqual([300]);
});
