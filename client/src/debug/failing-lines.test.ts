import { expect, test } from 'vitest';
import { exampleTask } from '../testdata/example-task.ts';
import { failingLines } from './failing-lines.ts';

const failed = (task_id: string, line: number): Parameters<typeof exampleTask>[0] => ({
  task_id,
  status: 'failed',
  failure: { code: 'exception', message: 'x', at: { file: 'lib/a.py', line } },
});

test('counts failures by line, newest first, and leaves out replays and other files', () => {
  const tasks = [
    exampleTask(failed('new', 7)),
    exampleTask({ ...failed('replayed', 7), replay_mode: 'exact' }),
    exampleTask(failed('old', 7)),
    exampleTask(failed('other', 3)),
    exampleTask({ task_id: 'fine' }),
  ];
  const found = failingLines('/agents/rss-monitor/lib/a.py', tasks);
  expect(found.map(({ line, count, task }) => [line, count, task.task_id])).toEqual([
    [3, 1, 'other'],
    [7, 2, 'new'],
  ]);
  expect(failingLines('/agents/rss-monitor/main.py', tasks)).toEqual([]);
});
