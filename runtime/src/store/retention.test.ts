import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HandClock } from '../../testdata/hand-clock.ts';
import { attemptStarted, queued, succeeded } from '../../testdata/sample-events.ts';
import { storeFolders } from '../../testdata/store-folder.ts';

const { fresh, open } = storeFolders();
const day = 86_400_000;

test('removes finished tasks that are too old, with their events, keys and payloads', async () => {
  const clock = new HandClock();
  const folder = fresh();
  const store = open(folder, clock);
  const now = clock.now();
  await store.append([queued('old', { time: now - 40 * day })], { idempotency: { key: 'k', digest: 'd' } });
  await store.append(succeeded('old', 'x'.repeat(70_000), now - 31 * day));
  await store.append([queued('new'), ...succeeded('new', 1, now - day)]);
  expect(await store.retain({ days: 30, max_mb: 100 })).toBe(1);
  expect(store.list({ limit: 9 }).tasks.map(({ task_id }) => task_id)).toEqual(['new']);
  expect(store.eventsOf('old')).toBeUndefined();
  expect(store.keyed('k')).toBeUndefined();
  const payloads = readdirSync(join(folder, 'payloads'), { recursive: true, withFileTypes: true });
  expect(payloads.filter((entry) => entry.isFile())).toEqual([]);
});

test('never removes a task that has not ended, however old', async () => {
  const clock = new HandClock();
  const store = open(fresh(), clock);
  await store.append([queued('a', { time: clock.now() - 400 * day }), attemptStarted('a')]);
  expect(await store.retain({ days: 1, max_mb: 0.001 })).toBe(0);
  expect(store.statusOf('a')).toBe('running');
});

test('removes the oldest finished tasks above the size, and gives the space back', async () => {
  const store = open(fresh());
  const now = Date.UTC(2026, 0, 1);
  for (let index = 0; index < 400; index += 1) {
    await store.append([queued(`t${index}`, { time: now, input: 'y'.repeat(10_000) }), ...succeeded(`t${index}`, {}, now)]);
  }
  expect(store.bytes()).toBeGreaterThan(4_000_000);
  const removed = await store.retain({ days: 3_000, max_mb: 2 });
  expect(removed).toBeGreaterThan(100);
  expect(store.bytes()).toBeLessThan(2 * 1_048_576);
  const left = store.list({ limit: 1_000 }).tasks;
  expect(left[0]?.task_id).toBe('t399');
  expect(left).toHaveLength(400 - removed);
});

test('keeps a payload that another task still needs', async () => {
  const clock = new HandClock();
  const store = open(fresh(), clock);
  const output = 'z'.repeat(70_000);
  const now = clock.now();
  const events = (id: string, time: number): Parameters<typeof store.append>[0] => [
    queued(id, { time, input: 1 }),
    { type: 'task.succeeded', time, task_id: id, output, ms: 1 },
  ];
  await store.append(events('old', now - 40 * day));
  await store.append(events('new', now));
  await store.retain({ days: 30, max_mb: 100 });
  expect(store.viewOf('new')?.output).toBe(output);
});

test('goes on numbering after everything was removed', async () => {
  const clock = new HandClock();
  const folder = fresh();
  const store = open(folder, clock);
  await store.append([queued('a', { time: 0 }), ...succeeded('a', {}, 0)]);
  await store.retain({ days: 1, max_mb: 100 });
  store.close();
  const [event] = await open(folder, clock).append([queued('b')]);
  expect(event?.seq).toBe(4);
  expect(existsSync(join(folder, 'state.db'))).toBe(true);
});
