import { type Task, causeKey, isFinal, isServedReplay } from '@hermes-runtime/schemas';

export type GroupId = 'waiting' | 'running' | 'failed' | 'recent';

/** Tasks that failed for one cause, newest first. */
export type Cause = { readonly key: string; readonly tasks: readonly [Task, ...Task[]] };

export type TaskGroups = {
  readonly waiting: readonly Task[];
  readonly running: readonly Task[];
  readonly failed: readonly Cause[];
  readonly recent: readonly Task[];
};

/** Where a task runs if not on this machine, as a note says it. */
export type OriginOf = (task: Task) => string | undefined;

/** Sorts tasks, which come newest first, into the groups of the tree. */
export function groupTasks(tasks: readonly Task[], originOf: OriginOf = () => undefined): TaskGroups {
  const of = (...statuses: readonly Task['status'][]): Task[] => tasks.filter(({ status }) => statuses.includes(status));
  return {
    waiting: of('waiting'),
    running: of('running', 'queued'),
    failed: causesOf(
      of('failed', 'timed_out').filter((task) => isNews(task)),
      originOf,
    ),
    recent: tasks.filter((task) => isFinal(task.status) && !isNews(task)),
  };
}

/** A failure that a person did not know of: a replay that fails again was asked for to see it fail. */
export function isNews(task: Task): boolean {
  return (task.status === 'failed' || task.status === 'timed_out') && !isServedReplay(task);
}

function causesOf(tasks: readonly Task[], originOf: OriginOf): Cause[] {
  const causes = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    // The same failure on two machines is two rows: each says where it was.
    const key = [originOf(task), causeKey(task)].filter(Boolean).join('\n');
    const cause = causes.get(key);
    if (cause) cause.push(task);
    else causes.set(key, [task]);
  }
  return [...causes].map(([key, same]) => ({ key, tasks: same }));
}
