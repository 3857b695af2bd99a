import type { PartialEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';

/** What a worker may tell. All else (the start and the end of attempts and tasks) is the runtime's to say. */
const tellable: ReadonlySet<string> = new Set([
  'log',
  'span.started',
  'span.ended',
  'http.exchanged',
  'exchange.diverged',
  'process.exited',
  'exception.caught',
  'loop.ended',
  'item.skipped',
  'text.garbled',
  'progress',
]);

/** The event if it is one that a worker may send and that fits its schema, without what only the store gives; undefined otherwise. */
export function acceptEvent(event: PartialEvent): PartialEvent | undefined {
  if (!tellable.has(event.type)) return undefined;
  const { seq: _seq, task_id: _task, attempt: _attempt, ...own }: PartialEvent & Record<string, unknown> = { ...event };
  return validateTraceEvent({ ...own, seq: 1, task_id: '-', attempt: 1 }) ? own : undefined;
}
