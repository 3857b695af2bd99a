import { type AttemptOutcome, isSaidByAttempt } from '@hermes-runtime/runtime';
import type { PartialEvent, TraceEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';

export type OutcomeReader = {
  /** One event of the runtime's task. Answers the outcome once the task has ended. */
  readonly take: (data: string) => AttemptOutcome | undefined;
  /** The newest event that was taken, where a stream is taken up again. */
  readonly lastEventId: () => string | undefined;
};

/**
 * Reads the events of the runtime's task, which is one attempt here: what the attempt says is passed on, the rest is its outcome.
 * What was taken once is not taken again, however often it is sent.
 */
export function outcomeReader(onEvent: (event: PartialEvent) => void, isCanceled: () => boolean): OutcomeReader {
  let lastSeq = 0;
  let attemptMs: number | undefined;
  return {
    lastEventId: () => (lastSeq === 0 ? undefined : String(lastSeq)),
    take: (data) => {
      const event = eventIn(data);
      if (event === undefined || event.seq <= lastSeq) return undefined;
      lastSeq = event.seq;
      if (isSaidByAttempt(event.type)) onEvent(unnumbered(event));
      else if ('attempt' in event && 'ms' in event) attemptMs = event.ms;
      return outcomeOf(event, attemptMs, isCanceled());
    },
  };
}

/** An event of a newer runtime that this version does not know changes nothing here. */
function eventIn(data: string): TraceEvent | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return validateTraceEvent(value) ? value : undefined;
  } catch {
    // No JSON: a proxy's words between our events.
    return undefined;
  }
}

function unnumbered(event: TraceEvent): PartialEvent {
  const rest = Object.entries(event).filter(([key]) => key !== 'seq' && key !== 'task_id' && key !== 'attempt');
  return { ...Object.fromEntries(rest), type: event.type, time: event.time };
}

function outcomeOf(event: TraceEvent, attemptMs: number | undefined, canceled: boolean): AttemptOutcome | undefined {
  switch (event.type) {
    case 'task.succeeded':
      return { status: 'succeeded', output: event.output, ms: attemptMs ?? event.ms };
    case 'task.failed':
      return { status: 'failed', failure: event.failure, ms: attemptMs ?? event.ms };
    case 'task.timed_out':
      return { status: 'timed_out', failure: event.failure, ms: attemptMs ?? event.ms };
    case 'task.canceled':
      return canceled
        ? { status: 'canceled', ms: attemptMs ?? event.ms }
        : {
            status: 'failed',
            failure: {
              code: 'attempt_lost',
              message: `The attempt was canceled at the runtime itself${event.by === undefined ? '' : `, by ${event.by}`}.`,
            },
            ms: attemptMs ?? event.ms,
          };
    default:
      return undefined;
  }
}
