import type { Task } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { quantile, stretchesOf } from './task-stats.ts';

const base = Date.parse('2026-11-27T08:00:00.000Z');

function task(status: Task['status'], minute: number, ms: number): Task {
  const at = base + minute * 60_000;
  return {
    task_id: `${status}-${minute}-${ms}`,
    agent_name: 'a',
    agent_version: '1.0.0',
    agent_digest: '',
    status,
    created_at: new Date(at - ms).toISOString(),
    started_at: null,
    finished_at: status === 'running' ? null : new Date(at).toISOString(),
    input: {},
    output: null,
    failure: null,
    findings: [],
    agent_says: '',
    runtime_saw: '',
    attempts: [],
    last_seq: 1,
  };
}

test('counts what ended in each stretch, with its middle and its slow end', () => {
  const tasks = [
    task('succeeded', 1, 100),
    task('succeeded', 2, 300),
    task('failed', 3, 200),
    task('canceled', 4, 900),
    task('timed_out', 15, 1000),
    task('running', 5, 0),
    { ...task('failed', 5, 7), replay_mode: 'exact' as const },
    task('succeeded', 40, 1),
  ];
  const range = { since: base, until: base + 30 * 60_000, count: 3 };
  expect(stretchesOf(tasks, range).map(({ succeeded, failed, p50, p95 }) => ({ succeeded, failed, p50, p95 }))).toEqual([
    { succeeded: 2, failed: 1, p50: 200, p95: 900 },
    { succeeded: 0, failed: 1, p50: 1000, p95: 1000 },
    { succeeded: 0, failed: 0 },
  ]);
});

test('a quantile is a value that was there', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([quantile(values, 0.5), quantile(values, 0.95), quantile([7], 0.95), quantile([], 0.5)]).toEqual([50, 95, 7, 0]);
});
