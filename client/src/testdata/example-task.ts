import type { Finding, Task } from '@hermes-runtime/schemas';

/** A task for tests: succeeded, with nothing to remark on, unless told otherwise. */
export function exampleTask(task: Partial<Task> & Pick<Task, 'task_id'>): Task {
  return {
    agent_name: 'rss-monitor',
    agent_version: '2.0.0',
    agent_digest: 'sha256:3f2a',
    agent_path: '/agents/rss-monitor',
    status: 'succeeded',
    created_at: '2026-11-27T08:00:00.000Z',
    started_at: '2026-11-27T08:00:00.010Z',
    finished_at: '2026-11-27T08:00:17.900Z',
    input: {},
    output: null,
    failure: null,
    findings: [],
    agent_says: '',
    runtime_saw: '',
    attempts: [],
    last_seq: 1,
    ...task,
  };
}

/** The findings of the journey's rss-monitor. */
export const exampleFindings: readonly Finding[] = [
  { kind: 'retried', count: 5, time: 0, at: { file: 'main.py', line: 27 }, title: 'GET company.com/blog/rss.xml', seqs: [3], items: ['503', '200'] },
  { kind: 'skipped', count: 3, time: 1, at: { file: 'main.py', line: 41 }, title: 'for entry', seqs: [9], items: ['#2 /a-17', '#4 /a-21', '#5 /a-22'], reason: '403' },
  { kind: 'dropped', count: 1, time: 2, at: { file: 'main.py', line: 37 }, title: 'for entry', seqs: [9], items: ['#9 /a-30'], reason: 'AttributeError' },
];
