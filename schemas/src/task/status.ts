import type { AttemptSummary, TaskStatus } from '../generated/types.ts';

export type AttemptStatus = AttemptSummary['status'];

/** Where a task may go next. What is not listed does not happen; a status with no successor is final. */
export const taskTransitions: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  queued: ['running', 'failed', 'timed_out', 'canceled'],
  running: ['waiting', 'succeeded', 'failed', 'timed_out', 'canceled'],
  waiting: ['running', 'failed', 'timed_out', 'canceled'],
  succeeded: [],
  failed: [],
  timed_out: [],
  canceled: [],
};

/** Where an attempt may go next. `lost`: the runtime went away while it ran. */
export const attemptTransitions: Readonly<Record<AttemptStatus, readonly AttemptStatus[]>> = {
  starting: ['running', 'failed', 'timed_out', 'canceled', 'lost'],
  running: ['succeeded', 'failed', 'timed_out', 'canceled', 'lost'],
  succeeded: [],
  failed: [],
  timed_out: [],
  canceled: [],
  lost: [],
};

export function isFinal(status: TaskStatus): boolean {
  return taskTransitions[status].length === 0;
}
