import { expect, test } from 'vitest';
import type { HttpExchanged, Task } from '../generated/types.ts';
import { causeKey, effectCounts, tasksToRetry } from './cause.ts';
import { emptyTask } from './task-view.ts';

function failed(task_id: string, message: string, more: Partial<Task> = {}): Task {
  const times = { created_at: '2026-01-01T00:00:00Z', started_at: null, finished_at: null };
  const agent = { agent_name: 'a', agent_version: '1.0.0', agent_digest: '' };
  return {
    task_id,
    status: 'failed',
    ...agent,
    ...times,
    attempts: [],
    findings: [],
    agent_says: '',
    runtime_saw: '',
    last_seq: 1,
    input: {},
    output: null,
    failure: { code: 'exception', message },
    ...more,
  };
}

test('tasks that failed alike are retried together, but for replays and those that were retried already', () => {
  const tasks = [
    failed('1', 'SMTP 421 for "a@x"'),
    failed('2', 'SMTP 450 for "b@x"'),
    failed('3', 'another'),
    failed('4', 'SMTP 421 for "c@x"', { replay_of: '1', replay_mode: 'exact' }),
    failed('5', 'SMTP 421 for "d@x"'),
    failed('6', 'SMTP 421 for "d@x"', { replay_of: '5', replay_mode: 'again' }),
  ];
  const [first] = tasks;
  expect(first && tasksToRetry(tasks, first).map(({ task_id }) => task_id)).toEqual(['1', '2', '6']);
  expect(causeKey(failed('7', 'x', { agent_path: '/b' }))).not.toBe(causeKey(failed('8', 'x', { agent_path: '/c' })));
});

test('what they did to the outside is counted by method and host', () => {
  const sent = (method: string, url: string): HttpExchanged => {
    const place = { type: 'http.exchanged', seq: 1, time: 1, task_id: 't', attempt: 1, exchange: 1, client: 'fetch' } as const;
    return { ...place, method, url, started: 1, ms: 1 };
  };
  const exchanges = [
    sent('POST', 'https://me:pw@api.example:81/v1/pages?x=1'),
    sent('POST', 'https://api.example:81/v2'),
    sent('GET', 'https://x/'),
  ];
  const view = { ...emptyTask, facts: { ...emptyTask.facts, exchanges } };
  expect(effectCounts([view, view])).toEqual([{ what: 'POST api.example:81', count: 4 }]);
});
