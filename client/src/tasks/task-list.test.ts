import type { TraceEvent } from '@hermes-runtime/schemas';
import { expect, test, vi } from 'vitest';
import { exampleTask } from '../testdata/example-task.ts';
import { TaskList } from './task-list.ts';

const agent = { name: 'rss-monitor', version: '2.0.0', digest: 'sha256:3f2a', path: '/agents/rss-monitor' };
const queued: TraceEvent = { type: 'task.queued', seq: 1, time: 1_000, task_id: 'a', agent, input: {} };
const started: TraceEvent = {
  type: 'attempt.started',
  seq: 2,
  time: 1_010,
  task_id: 'a',
  attempt: 1,
  language: 'python',
  rung: 'namespaces',
  network: 'open',
  not_enforced: [],
  trace: 'full',
  instrumented: true,
};
const succeeded: TraceEvent = { type: 'task.succeeded', seq: 3, time: 1_412, task_id: 'a', output: { n: 1 }, ms: 412 };

test('a submitted task is there with its first event', () => {
  const changed: (ReadonlySet<string> | undefined)[] = [];
  const list = new TaskList({ history: async () => [], onChange: (ids) => changed.push(ids) });
  list.apply(queued);
  expect(list.tasks().map(({ status }) => status)).toEqual(['queued']);
  expect(changed).toEqual([new Set(['a'])]);
});

test('later events are folded into the same task', async () => {
  const list = new TaskList({ history: async () => [], onChange: () => undefined });
  for (const event of [queued, started, succeeded]) list.apply(event);
  await vi.waitFor(() => expect(list.get('a')?.status).toBe('succeeded'));
  expect(list.get('a')).toMatchObject({ output: { n: 1 }, attempts: [{ attempt: 1, rung: 'namespaces' }] });
});

test('a task that was under way when the window came is folded from its history', async () => {
  const list = new TaskList({ history: async () => [queued, started], onChange: () => undefined });
  list.reset([exampleTask({ task_id: 'a', status: 'running', finished_at: null, last_seq: 2 })]);
  list.apply(succeeded);
  await vi.waitFor(() => expect(list.get('a')?.status).toBe('succeeded'));
});

test('events that the list and the stream both have count once', async () => {
  vi.useFakeTimers();
  const onChange = vi.fn<() => void>();
  const list = new TaskList({ history: async () => [], onChange });
  list.reset([exampleTask({ task_id: 'a', last_seq: 3 })]);
  list.apply(started);
  list.apply(succeeded);
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(list.get('a')?.status).toBe('succeeded');
});

test('a task that is too old for the list comes back when something happens to it', async () => {
  const list = new TaskList({ history: async () => [queued, started, succeeded], onChange: () => undefined });
  list.apply(succeeded);
  await vi.waitFor(() => expect(list.get('a')?.status).toBe('succeeded'));
});

test('when the history cannot be had the list goes on with the next task', async () => {
  const list = new TaskList({ history: async () => Promise.reject(new Error('gone')), onChange: () => undefined });
  list.apply(started);
  list.apply({ ...queued, task_id: 'b' });
  await vi.waitFor(() => expect(list.tasks().map(({ task_id }) => task_id)).toEqual(['b']));
});

test('the newest task comes first', () => {
  const list = new TaskList({ history: async () => [], onChange: () => undefined });
  list.reset([exampleTask({ task_id: 'old', created_at: '2026-11-27T07:00:00.000Z' }), exampleTask({ task_id: 'new' })]);
  expect(list.tasks().map(({ task_id }) => task_id)).toEqual(['new', 'old']);
});
