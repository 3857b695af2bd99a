import type { TraceEvent } from '../generated/types.ts';

/** Every type of event by name: a browser's EventSource listens to each by itself. */
const isEventType: Readonly<Record<TraceEvent['type'], true>> = {
  'task.queued': true,
  'attempt.started': true,
  'attempt.debug_ready': true,
  log: true,
  'span.started': true,
  'span.ended': true,
  'http.exchanged': true,
  'exchange.diverged': true,
  'process.exited': true,
  'exception.caught': true,
  'loop.ended': true,
  'item.skipped': true,
  'text.garbled': true,
  progress: true,
  'attempt.succeeded': true,
  'attempt.failed': true,
  'attempt.timed_out': true,
  'attempt.canceled': true,
  'attempt.lost': true,
  'attempt.retry_scheduled': true,
  'task.waiting': true,
  'task.resumed': true,
  'replay.compared': true,
  'task.succeeded': true,
  'task.failed': true,
  'task.timed_out': true,
  'task.canceled': true,
  'agent.loaded': true,
  'agent.reloaded': true,
  'agent.rejected': true,
  'agent.removed': true,
};

export const traceEventTypes: readonly string[] = Object.keys(isEventType);
