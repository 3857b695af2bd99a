import { type Finding, type Place, type Task, isFinal, retriedIn } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import { type Cause, type GroupId, type OriginOf, groupTasks } from './task-groups.ts';
import { type RowText, causeRow, failureRow, findingRow, taskRow } from './task-text.ts';

/** A row of the tree. Its id stays the same for as long as the thing lives, so nothing collapses and no selection moves. */
export type TreeRow = {
  readonly id: string;
  readonly text: RowText;
  readonly children: readonly TreeRow[];
  readonly expanded: boolean;
  /** Words that menus ask for. */
  readonly context: string;
  readonly task?: Task;
  /** The line a click opens. */
  readonly place?: { readonly agent_path: string; readonly at: Place };
};

/** The whole tree, as it is now. Groups without a task are left out. */
export function taskTree(tasks: readonly Task[], now: number, originOf: OriginOf = () => undefined): readonly TreeRow[] {
  const groups = groupTasks(tasks, originOf);
  const row = (task: Task): TreeRow => taskNode(task, now, originOf);
  const retried = groups.failed.some(({ tasks: [, ...more] }) => more.length > 0) ? retriedIn(tasks) : new Set<string>();
  const failures = groups.failed.reduce((sum, cause) => sum + cause.tasks.length, 0);
  return [
    group('waiting', l10n.t('Waiting'), String(groups.waiting.length), groups.waiting.map(row)),
    group('running', l10n.t('Running'), String(groups.running.length), groups.running.map(row)),
    group(
      'failed',
      l10n.t('Failed'),
      groups.failed.length === 1 ? l10n.t('{0} (1 cause)', failures) : l10n.t('{0} ({1} causes)', failures, groups.failed.length),
      groups.failed.map((cause) => causeNode(cause, retried, now, originOf)),
    ),
    group('recent', l10n.t('Recent'), '', groups.recent.map(row)),
  ].filter(({ children }) => children.length > 0);
}

function group(id: GroupId, label: string, description: string, children: readonly TreeRow[]): TreeRow {
  const spoken = description === '' ? label : `${label}, ${description}`;
  return {
    id: `group/${id}`,
    text: { label, description, icon: { id: '' }, tooltip: '', spoken },
    children,
    expanded: true,
    context: 'group',
  };
}

/** A cause that one task has is that task's row; more of them fold into one. */
function causeNode({ key, tasks }: Cause, retried: ReadonlySet<string>, now: number, originOf: OriginOf): TreeRow {
  const [first, ...more] = tasks;
  if (more.length === 0) return taskNode(first, now, originOf);
  return {
    id: `cause/${key}`,
    text: noted(causeRow(tasks, now), originOf(first)),
    children: [
      ...retryRows(key, tasks.filter(({ task_id }) => !retried.has(task_id)).length, first),
      ...tasks.map((task) => taskNode(task, now, originOf)),
    ],
    expanded: false,
    context: `cause ${contextOf(first)}`,
    task: first,
  };
}

/** What can be done with all of them, with their number; nothing where all have been run again. */
function retryRows(key: string, count: number, task: Task): readonly TreeRow[] {
  if (count === 0) return [];
  const label = count === 1 ? l10n.t('Retry 1 task with this failure…') : l10n.t('Retry {0} tasks with this failure…', count);
  const text = { label, description: '', icon: { id: 'debug-restart' }, tooltip: '', spoken: label };
  return [{ id: `retry/${key}`, text, children: [], expanded: false, context: 'retry', task }];
}

function taskNode(task: Task, now: number, originOf: OriginOf): TreeRow {
  const children = [
    ...(task.failure ? [failureNode(task, task.failure)] : []),
    ...task.findings.map((finding) => findingNode(task, finding)),
  ];
  return {
    id: `task/${task.task_id}`,
    text: noted(taskRow(task, now), originOf(task)),
    children,
    expanded: false,
    context: contextOf(task),
    task,
  };
}

/** The name of the machine stands first: it is what a person looks for. */
function noted(text: RowText, origin: string | undefined): RowText {
  if (origin === undefined) return text;
  const description = [origin, text.description].filter((part) => part !== '').join(' · ');
  return { ...text, description, tooltip: `${text.tooltip}\n\n${origin}`, spoken: `${text.spoken}, ${origin}` };
}

/** Words that menus ask for. */
function contextOf({ status, failure }: Task): string {
  if (!isFinal(status)) return 'task active';
  if (failure?.code === 'divergence') return 'task ended failed diverged';
  return status === 'failed' || status === 'timed_out' ? 'task ended failed' : 'task ended';
}

function failureNode(task: Task, failure: NonNullable<Task['failure']>): TreeRow {
  const row = leaf(`task/${task.task_id}/failure`, failureRow(failure), task, failure.at);
  return failure.code === 'divergence' ? { ...row, context: 'finding diverged' } : row;
}

function findingNode(task: Task, finding: Finding): TreeRow {
  return leaf(
    `task/${task.task_id}/${finding.kind}/${finding.seqs[0] ?? 0}/${finding.at?.line ?? 0}`,
    findingRow(finding),
    task,
    finding.at,
  );
}

function leaf(id: string, text: RowText, task: Task, at: Place | undefined): TreeRow {
  const { agent_path } = task;
  const place = at && agent_path !== undefined ? { place: { agent_path, at } } : {};
  return { id, text, children: [], expanded: false, context: 'finding', ...place };
}
