import { type Task, isFinal, isServedReplay } from '@hermes-runtime/schemas';

/** Tasks that ended in one stretch of time. Times are Unix milliseconds. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly succeeded: number;
  readonly failed: number;
  /** From queued to the end, of all that ended; undefined where nothing did. */
  readonly p50?: number;
  readonly p95?: number;
};

export type StatsRange = { readonly since: number; readonly until: number; readonly count: number };

/** Ended tasks by when they ended, in stretches of equal length. A task that was canceled neither succeeded nor failed; replays do not count. */
export function stretchesOf(tasks: readonly Task[], { since, until, count }: StatsRange): readonly Stretch[] {
  const length = (until - since) / count;
  const ended = tasks
    .filter((task) => !isServedReplay(task))
    .flatMap((task) => {
      const at = task.finished_at === null || !isFinal(task.status) ? Number.NaN : Date.parse(task.finished_at);
      return at >= since && at < until ? [{ at, status: task.status, ms: Math.max(0, at - Date.parse(task.created_at)) }] : [];
    });
  const groups = Map.groupBy(ended, ({ at }) => Math.floor((at - since) / length));
  return Array.from({ length: count }, (_, index): Stretch => {
    const group = groups.get(index) ?? [];
    const times = group.map(({ ms }) => ms).toSorted((a, b) => a - b);
    return {
      start: since + index * length,
      end: since + (index + 1) * length,
      succeeded: group.filter(({ status }) => status === 'succeeded').length,
      failed: group.filter(({ status }) => status === 'failed' || status === 'timed_out').length,
      ...(times.length > 0 && { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }),
    };
  });
}

/** The smallest value that so much of all is at most; the nearest-rank method, which invents no value. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
