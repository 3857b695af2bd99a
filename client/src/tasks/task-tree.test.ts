import type { Task } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { exampleFindings, exampleTask } from '../testdata/example-task.ts';
import { type TreeRow, taskTree } from './task-tree.ts';

const now = Date.parse('2026-11-27T08:02:00.000Z');

/** The tree as a person reads it: one line a row, two blanks a level. */
function drawn(rows: readonly TreeRow[], depth = 0): string {
  return rows
    .map(({ text, children }) =>
      [`${'  '.repeat(depth)}${`${text.icon.id} ${text.label}`.trim()} | ${text.description}`.trimEnd(), drawn(children, depth + 1)]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n');
}

function check(tasks: readonly Task[], expected: string): void {
  expect(drawn(taskTree(tasks, now)).trim()).toBe(expected.trim());
}

test('a task that succeeded with findings shows them as rows with their lines', () => {
  check(
    [exampleTask({ task_id: 'a1', findings: [...exampleFindings] })],
    `
Recent |
  warning rss-monitor | 17.9 s · 1 dropped · 3 skipped · 5 tries
    refresh GET …/rss.xml | 5 tries · main.py:27
    circle-slash #2 /a-17 · #4 /a-21 · #5 /a-22 | 403 · main.py:41
    eye-closed #9 /a-30 | AttributeError caught, not logged · main.py:37`,
  );
});

test('tasks are grouped by what they need of a person, and groups without a task are left out', () => {
  check(
    [
      exampleTask({ task_id: 'w', agent_name: 'refund-request', status: 'waiting', finished_at: null }),
      exampleTask({ task_id: 'r', agent_name: 'contract-review', status: 'running', finished_at: null }),
      exampleTask({ task_id: 'q', agent_name: 'pdf-parser', status: 'queued', finished_at: null }),
      exampleTask({ task_id: 'c', agent_name: 'daily-report', status: 'canceled' }),
      exampleTask({ task_id: 's', agent_name: 'weather-checker', finished_at: '2026-11-27T08:00:00.412Z' }),
    ],
    `
Waiting | 1
  clockface refund-request | waits to try again · 2 min
Running | 2
  loading~spin contract-review | 2 min
  circle-outline pdf-parser | queued
Recent |
  stop-circle daily-report | canceled · 17.9 s
  pass weather-checker | 412 ms`,
  );
});

test('failures with one cause fold into one row that counts them', () => {
  const failure = (message: string): NonNullable<Task['failure']> => ({
    code: 'exception',
    exception_type: 'SMTPServerDisconnected',
    message,
    at: { file: 'main.py', line: 61 },
  });
  const failed = (task_id: string, message: string): Task =>
    exampleTask({ task_id, agent_name: 'email-sender', status: 'failed', failure: failure(message) });
  const rows = taskTree(
    [
      failed('1', '421 from 10.2.0.14'),
      failed('2', '421 from 10.2.0.15'),
      exampleTask({ task_id: '3', agent_name: 'llm-summarizer', status: 'timed_out' }),
    ],
    now,
  );
  expect(rows.map(({ text }) => `${text.label} ${text.description}`)).toEqual(['Failed 3 (2 causes)']);
  expect(rows[0]?.children.map(({ text, context }) => [text.label, text.description, context])).toEqual([
    ['email-sender', 'SMTPServerDisconnected: 421 from 10.2.0.14 · 2× · 17.9 s', 'cause task ended failed'],
    ['llm-summarizer', 'timed out · 17.9 s', 'task ended failed'],
  ]);
  const [retry, ...same] = rows[0]?.children[0]?.children ?? [];
  expect([retry?.text.label, retry?.context]).toEqual(['Retry 2 tasks with this failure…', 'retry']);
  expect(same.map(({ id }) => id)).toEqual(['task/1', 'task/2']);
});

test('a failed task opens on its failure and the line that raised it', () => {
  const [group] = taskTree(
    [
      exampleTask({
        task_id: '1',
        status: 'failed',
        failure: { code: 'exception', exception_type: 'KeyError', message: "'cty'\nmore", at: { file: 'main.py', line: 5 } },
      }),
    ],
    now,
  );
  const [row] = group?.children[0]?.children ?? [];
  expect(row?.text).toMatchObject({ label: "KeyError: 'cty'", description: 'main.py:5', spoken: "failed, KeyError: 'cty', main.py:5" });
  expect(row?.text.tooltip).toContain("'cty'\nmore");
  expect(row?.place).toEqual({ agent_path: '/agents/rss-monitor', at: { file: 'main.py', line: 5 } });
});

test('a replay that asked for what was not recorded says so to the menus, on its row and on its failure', () => {
  const failure = { code: 'divergence', message: 'GET /stock/9 has no answer in the recording.' } as const;
  const [row] =
    taskTree([exampleTask({ task_id: '1', status: 'failed', replay_of: '0', replay_mode: 'exact', failure })], now)[0]?.children ?? [];
  expect([row?.context, row?.children[0]?.context]).toEqual(['task ended failed diverged', 'finding diverged']);
});

test('the ids of rows stay the same while a task goes on', () => {
  const ids = (status: Task['status']): readonly string[] =>
    taskTree([exampleTask({ task_id: 'x', status, findings: [...exampleFindings] })], now).flatMap(({ children }) =>
      children.flatMap((row) => [row.id, ...row.children.map(({ id }) => id)]),
    );
  expect(ids('running')).toEqual(ids('succeeded'));
  expect(new Set(ids('running')).size).toBe(4);
});

test('a screen reader hears the status that the icon shows', () => {
  const spoken = taskTree([exampleTask({ task_id: '1', findings: [...exampleFindings] })], now)[0]?.children.map(({ text }) => text.spoken);
  expect(spoken).toEqual(['rss-monitor 2.0.0, succeeded with findings, 17.9 s, 1 dropped · 3 skipped · 5 tries']);
});
