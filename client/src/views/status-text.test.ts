import { expect, test } from 'vitest';
import { exampleTask } from '../testdata/example-task.ts';
import { statusText } from './status-text.ts';

const running = exampleTask({ task_id: '1', status: 'running' });
const waiting = exampleTask({ task_id: '2', status: 'waiting' });

test.each([
  ['starting', [], 'Hermes: starting'],
  ['connected', [exampleTask({ task_id: '3' })], ''],
  ['connected', [running, running], 'Hermes: 2 running'],
  ['connected', [waiting], 'Hermes: 1 waiting'],
  ['connected', [running, waiting], 'Hermes: 1 running · 1 waiting'],
] as const)('%s with some tasks says what goes on', (state, tasks, text) => {
  expect(statusText(state, tasks)).toBe(text);
});
