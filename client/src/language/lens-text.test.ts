import type { Task } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { exampleFindings, exampleTask } from '../testdata/example-task.ts';
import { lensOutcomes, lensText } from './lens-text.ts';

const now = Date.parse('2026-11-27T08:00:20.000Z');

function check(task: Partial<Task>, expected: string): void {
  expect(lensText(exampleTask({ task_id: '1', ...task }), now)).toBe(expected);
}

test('a task that succeeded says how long it took and when', () =>
  check({ finished_at: '2026-11-27T08:00:00.412Z' }, '✓ 412 ms · just now'));
test('findings are counted', () => check({ findings: [...exampleFindings] }, '⚠ 17.9 s · 3 findings · just now'));
test('a task that runs counts on', () => check({ status: 'running', finished_at: null }, 'running · 20.0 s'));
test('a task in the queue says so', () => check({ status: 'queued', finished_at: null }, 'queued'));
test('a canceled task is no failure', () => check({ status: 'canceled' }, 'canceled · just now'));
test('a failure names its line and cause', () =>
  check(
    { status: 'failed', failure: { code: 'exception', exception_type: 'SMTPError', message: '421', at: { file: 'main.py', line: 61 } } },
    '✗ main.py:61 · SMTPError: 421',
  ));

test('a lost task is told in a word', () =>
  check({ status: 'failed', failure: { code: 'attempt_lost', message: 'The runtime stopped' } }, '✗ lost'));
test('a long cause is cut', () =>
  check({ status: 'failed', failure: { code: 'exit_code', message: 'x'.repeat(80) } }, `✗ ${'x'.repeat(59)}…`));

test('only the newest task of an agent speaks', () => {
  const outcomes = lensOutcomes(
    [{ path: '/b' }, { path: '/c' }],
    [
      exampleTask({ task_id: 'new', status: 'canceled' }),
      exampleTask({ task_id: 'old' }),
      exampleTask({ task_id: 'other', agent_path: '/b' }),
    ],
    now,
  );
  expect(outcomes).toEqual({
    agents: {
      '/agents/rss-monitor': { text: 'canceled · just now' },
      '/b': { text: '✓ 17.9 s · just now' },
      '/c': { text: 'never run' },
    },
  });
});
