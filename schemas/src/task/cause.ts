import type { Task } from '../generated/types.ts';
import { effectsOf } from './effects.ts';
import { isServedReplay } from './replay-text.ts';
import type { TaskView } from './task-view.ts';

/** Tasks with the same key failed for one cause. Numbers and quoted values differ from one task to the next and do not count. */
export function causeKey({ agent_path, agent_name, status, failure }: Task): string {
  const where = failure?.at ? `${failure.at.file}:${failure.at.line}` : '';
  const message = (failure?.message ?? '').replaceAll(/\d+|"[^"]*"|'[^']*'/g, '#');
  return [agent_path ?? agent_name, status, failure?.code ?? '', failure?.exception_type ?? '', where, message].join('\n');
}

/** Ids of tasks that were run again, live. */
export function retriedIn(tasks: readonly Task[]): ReadonlySet<string> {
  return new Set(tasks.flatMap((task) => (task.replay_of === undefined || isServedReplay(task) ? [] : [task.replay_of])));
}

/** All that failed as this one did, but for those that have been run again since. A replay from a recording was asked for to fail. */
export function tasksToRetry(tasks: readonly Task[], one: Task): readonly Task[] {
  const key = causeKey(one);
  const retried = retriedIn(tasks);
  return tasks.filter(
    (task) =>
      (task.status === 'failed' || task.status === 'timed_out') &&
      !isServedReplay(task) &&
      !retried.has(task.task_id) &&
      causeKey(task) === key,
  );
}

/** Who sends the same retry twice gets one task. */
export function retryKey({ task_id }: Pick<Task, 'task_id'>): string {
  return `retry-of/${task_id}`;
}

/** What several tasks did to the outside, by method and host, the most frequent first. */
export function effectCounts(views: readonly TaskView[]): readonly { readonly what: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const effect of views.flatMap((view) => effectsOf(view))) {
    const what = effect.type === 'process' ? (effect.event.command[0] ?? '') : `${effect.event.method} ${hostOf(effect.event.url)}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => ({ what, count })).toSorted((one, other) => other.count - one.count);
}

function hostOf(url: string): string {
  return /^\w+:\/\/(?:[^/?#@]*@)?([^/?#]+)/.exec(url)?.[1] ?? url;
}
