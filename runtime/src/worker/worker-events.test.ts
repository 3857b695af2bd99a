import { expect, test } from 'vitest';
import { acceptEvent } from './worker-events.ts';

const log = { type: 'log', time: 1, level: 'info', stream: 'agent', text: 'hello' };

test('an event of a worker is taken as it is', () => expect(acceptEvent(log)).toEqual(log));

test('what only the store gives is taken off', () =>
  expect(acceptEvent(Object.assign({}, log, { seq: 7, task_id: 'x', attempt: 9 }))).toEqual(log));

test.each(['task.succeeded', 'attempt.started', 'attempt.succeeded', 'agent.loaded', 'no.such'])('a worker cannot tell %s', (type) =>
  expect(acceptEvent(Object.assign({}, log, { type }))).toBeUndefined(),
);

test('an event that does not fit its schema is not taken', () => {
  expect(acceptEvent(Object.assign({}, log, { text: 17 }))).toBeUndefined();
});
