import { expect, test } from 'vitest';
import type { AttemptStarted, TraceEvent } from '../generated/types.ts';
import { foldEvents, foldTask } from './fold-task.ts';
import { emptyTask } from './task-view.ts';

const failure = { code: 'exception', message: 'boom' } as const;
const agent = { name: 'a', version: '1.0.0', digest: 'd', path: '/a' };
const start: Pick<AttemptStarted, 'language' | 'rung' | 'network' | 'not_enforced' | 'trace' | 'instrumented'> = {
  language: 'python',
  rung: 'job-only',
  network: 'open',
  not_enforced: [],
  trace: 'full',
  instrumented: true,
};
const at = (seq: number): { seq: number; time: number; task_id: string } => ({ seq, time: seq, task_id: 't' });

const retriedTask: readonly TraceEvent[] = [
  { ...at(1), type: 'task.queued', agent, input: { x: 1 } },
  { ...at(2), type: 'attempt.started', attempt: 1, ...start },
  { ...at(3), type: 'log', attempt: 1, level: 'info', stream: 'stdout', text: 'first' },
  { ...at(4), type: 'attempt.failed', attempt: 1, failure, ms: 1 },
  { ...at(5), type: 'task.waiting', reason: 'retry', until: 99 },
  { ...at(6), type: 'attempt.started', attempt: 2, ...start },
  { ...at(7), type: 'log', attempt: 2, level: 'info', stream: 'stdout', text: 'second' },
  { ...at(8), type: 'attempt.succeeded', attempt: 2, ms: 1 },
  { ...at(9), type: 'task.succeeded', output: 1, ms: 8 },
];

test('goes from queued over a retry to succeeded, and keeps the facts of the latest attempt', () => {
  const statuses = retriedTask.map((_, i) => foldEvents(emptyTask, retriedTask.slice(0, i + 1)).status);
  expect(statuses).toEqual(['queued', 'running', 'running', 'running', 'waiting', 'running', 'running', 'running', 'succeeded']);
  const view = foldEvents(emptyTask, retriedTask);
  expect(view.attempts.map(({ attempt, status }) => `${attempt} ${status}`)).toEqual(['1 failed', '2 succeeded']);
  expect(view.facts.logs.map(({ text }) => text)).toEqual(['second']);
});

test('one event at a time gives what all at once gives', () => {
  const single = retriedTask.reduce((view, event) => foldTask(view, event), emptyTask);
  expect(single).toEqual(foldEvents(emptyTask, retriedTask));
});

test('an event that was seen already changes nothing', () => {
  const view = foldEvents(emptyTask, retriedTask);
  expect(foldEvents(view, retriedTask)).toEqual(view);
});

test('a result that comes after the outcome changes neither status nor output', () => {
  const view = foldEvents(emptyTask, retriedTask);
  const late = foldEvents(view, [{ ...at(10), type: 'task.failed', failure, ms: 9 }]);
  expect([late.status, late.output, late.failure]).toEqual(['succeeded', 1, undefined]);
});

test('folding leaves the earlier view as it was', () => {
  const before = foldEvents(emptyTask, retriedTask.slice(0, 6));
  foldEvents(before, retriedTask.slice(6));
  expect(before.facts.logs).toEqual([]);
  expect(emptyTask.facts.logs).toEqual([]);
});
