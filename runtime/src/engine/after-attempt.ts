import type { Failure, RetryPolicy } from '@hermes-runtime/schemas';
import type { AttemptOutcome } from '../ports.ts';
import type { NewEvent } from '../store/new-event.ts';
import { delayBefore, isRetryable, maxAttempts } from './retry.ts';

export type AttemptEnd = AttemptOutcome | { readonly status: 'lost'; readonly failure: Failure };

export type EndedAttempt = {
  readonly task_id: string;
  readonly attempt: number;
  readonly end: AttemptEnd;
  readonly policy: RetryPolicy | undefined;
  /** Set once somebody asked to cancel: then nothing is tried again. */
  readonly cancel: { readonly by?: string; readonly reason?: string } | undefined;
  /** Unix time in milliseconds. */
  readonly now: number;
  /** From queued to now, by a clock that cannot be set back. */
  readonly ms: number;
};

export type Decision = {
  /** To be stored together; a terminal event of the task comes last. */
  readonly events: readonly NewEvent[];
  readonly next: { readonly type: 'ended' } | { readonly type: 'retry'; readonly attempt: number; readonly delay_ms: number };
};

/** What follows from an attempt's end. Pure: the only place that decides between another attempt and the task's end. */
export function afterAttempt(ended: EndedAttempt): Decision {
  const { task_id, attempt, end, cancel, now: time, ms } = ended;
  if (end.status === 'succeeded') {
    return ending([
      { type: 'attempt.succeeded', time, task_id, attempt, ms: end.ms },
      { type: 'task.succeeded', time, task_id, output: end.output, ms },
    ]);
  }
  if (end.status === 'canceled' || cancel) {
    const attemptMs = end.status === 'lost' ? 0 : end.ms;
    return ending([
      { type: 'attempt.canceled', time, task_id, attempt, ms: attemptMs },
      { type: 'task.canceled', time, task_id, ...cancel, ms },
    ]);
  }
  const { failure } = end;
  const attemptEnded = attemptEvent(ended, end);
  if (isRetryable(failure.code) && attempt < maxAttempts(ended.policy)) return retrying(ended, attemptEnded);
  const type = end.status === 'timed_out' ? 'task.timed_out' : 'task.failed';
  return ending([attemptEnded, { type, time, task_id, failure, ms }]);
}

function attemptEvent({ task_id, attempt, now: time }: EndedAttempt, end: Extract<AttemptEnd, { failure: Failure }>): NewEvent {
  const { failure } = end;
  if (end.status === 'lost') return { type: 'attempt.lost', time, task_id, attempt, failure };
  return { type: `attempt.${end.status}`, time, task_id, attempt, failure, ms: end.ms };
}

function retrying({ task_id, attempt, policy, now: time }: EndedAttempt, attemptEnded: NewEvent): Decision {
  const next = attempt + 1;
  const delay_ms = delayBefore(next, policy);
  const until = time + delay_ms;
  return {
    events: [
      attemptEnded,
      { type: 'attempt.retry_scheduled', time, task_id, attempt: next, retry_at: until, delay_ms },
      { type: 'task.waiting', time, task_id, reason: 'retry', until },
    ],
    next: { type: 'retry', attempt: next, delay_ms },
  };
}

function ending(events: readonly NewEvent[]): Decision {
  return { events, next: { type: 'ended' } };
}
