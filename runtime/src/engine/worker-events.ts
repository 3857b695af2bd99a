import type { PartialEvent, TraceEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';
import type { NewEvent } from '../store/new-event.ts';

/** What an attempt may say. Its end, and everything about the task, is the engine's to say. */
const said: ReadonlySet<string> = new Set<TraceEvent['type']>([
  'attempt.started',
  'exception.caught',
  'attempt.debug_ready',
  'exchange.diverged',
  'http.exchanged',
  'item.skipped',
  'log',
  'loop.ended',
  'process.exited',
  'progress',
  'span.ended',
  'span.started',
  'text.garbled',
]);

/** Whether an event of this type is said by an attempt, not by the engine. */
export function isSaidByAttempt(type: string): boolean {
  return said.has(type);
}

/** An attempt's event as the store takes it; undefined where it is none, so that no reader ever meets a malformed one. */
export function eventOfAttempt(event: PartialEvent, task_id: string, attempt: number): NewEvent | undefined {
  if (!isSaidByAttempt(event.type)) return undefined;
  const whole: unknown = { ...event, task_id, attempt, seq: 1 };
  if (!validateTraceEvent(whole)) return undefined;
  const { seq: _, ...unnumbered } = whole;
  return unnumbered;
}
