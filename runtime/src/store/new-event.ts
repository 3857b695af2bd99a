import type { TraceEvent } from '@hermes-runtime/schemas';

/** An event that the store has not numbered yet. */
export type NewEvent = WithoutSeq<TraceEvent>;

type WithoutSeq<E> = E extends TraceEvent ? Omit<E, 'seq'> : never;

/** The task that an event is about; agents' events have none. */
export function taskOfEvent(event: NewEvent | TraceEvent): string | undefined {
  return 'task_id' in event ? event.task_id : undefined;
}
