import type { ReplayMode, TaskQueued } from '@hermes-runtime/schemas';
import type { AgentVersion, Clock } from '../ports.ts';
import type { CancelOptions } from './engine.ts';
import type { QueuedTask } from './ready-queue.ts';

/** A task that has not ended, as the engine holds it. What it has shown so far is in the store. */
export type ActiveTask = QueuedTask & {
  readonly agent: AgentVersion;
  readonly age: Age;
  readonly replay_mode: ReplayMode | undefined;
  readonly debug: boolean;
  readonly single_attempt: boolean;
  /** The attempt that an earlier process began and that went on without it: it is taken up, not begun. */
  readonly resumed?: number;
  /** The attempt that runs, or comes next. From 1. */
  attempt: number;
  phase: Phase;
  /** Set once somebody asked to cancel. */
  cancel?: CancelOptions;
};

export type Phase =
  | { readonly type: 'ready' }
  /** For a retry; `stop` takes the timer back. */
  | { readonly type: 'waiting'; readonly stop: () => void }
  | { readonly type: 'running'; readonly abort: AbortController; readonly ended: Promise<void> }
  /** The end is decided and on its way to the disk. */
  | { readonly type: 'ending'; readonly ended: Promise<void> };

/** How long ago a task was queued, by a clock that cannot be set back. */
export type Age = { readonly ms: () => number };

/** `before`: what had passed, as far as the wall clock tells, when this process first saw the task. */
export function ageFrom(clock: Clock, before = 0): Age {
  const since = clock.monotonic();
  return { ms: () => Math.max(0, before) + Math.max(0, Math.round(clock.monotonic() - since)) };
}

export type NewTask = Pick<ActiveTask, 'agent' | 'age' | 'attempt'> & { readonly queued: TaskQueued };

export function activeTask({ queued, agent, age, attempt }: NewTask): ActiveTask {
  return {
    task_id: queued.task_id,
    id: queued.seq,
    agent,
    age,
    attempt,
    replay_mode: queued.replay_mode,
    debug: queued.debug ?? false,
    single_attempt: queued.single_attempt ?? false,
    priority: queued.priority ?? 3,
    lane: agent.ref.path,
    concurrency: agent.file.concurrency ?? Number.POSITIVE_INFINITY,
    phase: { type: 'ready' },
  };
}
