import type { TraceEvent } from '../generated/types.ts';
import { type AttemptStatus, isFinal } from './status.ts';
import { type AttemptView, type Facts, type TaskView, emptyTask } from './task-view.ts';

type Draft = { -readonly [K in keyof TaskView]: TaskView[K] };
type FactsDraft = { -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? T[] : Facts[K] };

/** The task after one more event. Events come in the order of `seq`; one that was seen already changes nothing. */
export function foldTask(view: TaskView, event: TraceEvent): TaskView {
  return foldEvents(view, [event]);
}

/** The task after several events: the lists are copied once, not once for each event. */
export function foldEvents(view: TaskView, events: readonly TraceEvent[]): TaskView {
  const draft: Draft = { ...view };
  const facts = draftOf(view.facts);
  for (const event of events) {
    if (event.seq <= draft.last_seq) continue;
    draft.last_seq = event.seq;
    // A late result is a fact in the store, but the outcome was recorded once and stays.
    if (!isFinal(draft.status)) applyEvent(draft, facts, event);
  }
  draft.facts = facts;
  return draft;
}

function applyEvent(task: Draft, facts: FactsDraft, event: TraceEvent): void {
  switch (event.type) {
    case 'task.queued':
      task.task_id = event.task_id;
      task.agent = event.agent;
      task.input = event.input;
      task.queued_at = event.time;
      if (event.source !== undefined) task.source = event.source;
      if (event.replay_of !== undefined) task.replay_of = event.replay_of;
      if (event.replay_mode !== undefined) task.replay_mode = event.replay_mode;
      if (event.given !== undefined) task.given = event.given;
      if (event.debug !== undefined) task.debug = event.debug;
      break;
    case 'attempt.started':
      task.status = 'running';
      task.started_at ??= event.time;
      delete task.waiting;
      task.attempts = [...task.attempts, { attempt: event.attempt, status: 'running', started: event }];
      Object.assign(facts, draftOf(emptyTask.facts));
      delete facts.progress;
      break;
    case 'attempt.debug_ready':
      task.attempts = task.attempts.map((a) => (a.attempt === event.attempt ? { ...a, debug: event } : a));
      break;
    case 'attempt.succeeded':
      endAttempt(task, event.attempt, { status: 'succeeded', finished_at: event.time });
      break;
    case 'attempt.canceled':
      endAttempt(task, event.attempt, { status: 'canceled', finished_at: event.time });
      break;
    case 'attempt.failed':
      endAttempt(task, event.attempt, { status: 'failed', finished_at: event.time, failure: event.failure });
      break;
    case 'attempt.timed_out':
      endAttempt(task, event.attempt, { status: 'timed_out', finished_at: event.time, failure: event.failure });
      break;
    case 'attempt.lost':
      endAttempt(task, event.attempt, { status: 'lost', finished_at: event.time, failure: event.failure });
      break;
    case 'task.waiting':
      task.status = 'waiting';
      task.waiting = event.until === undefined ? { reason: event.reason } : { reason: event.reason, until: event.until };
      break;
    case 'task.resumed':
      task.status = 'running';
      delete task.waiting;
      break;
    case 'replay.compared':
      task.replay = event;
      break;
    case 'task.succeeded':
      task.output = event.output;
      endTask(task, 'succeeded', event);
      break;
    case 'task.failed':
      task.failure = event.failure;
      endTask(task, 'failed', event);
      break;
    case 'task.timed_out':
      task.failure = event.failure;
      endTask(task, 'timed_out', event);
      break;
    case 'task.canceled':
      endTask(task, 'canceled', event);
      break;
    default:
      applyFact(facts, event);
  }
}

function applyFact(facts: FactsDraft, event: TraceEvent): void {
  switch (event.type) {
    case 'http.exchanged':
      facts.exchanges.push(event);
      break;
    case 'exchange.diverged':
      facts.diverged.push(event);
      break;
    case 'loop.ended':
      facts.loops.push(event);
      break;
    case 'exception.caught':
      facts.caught.push(event);
      break;
    case 'text.garbled':
      facts.garbled.push(event);
      break;
    case 'item.skipped':
      facts.skipped.push(event);
      break;
    case 'process.exited':
      facts.processes.push(event);
      break;
    case 'span.started':
    case 'span.ended':
      facts.spans.push(event);
      break;
    case 'log':
      facts.logs.push(event);
      break;
    case 'progress':
      facts.progress = event;
      break;
    default:
    // An event of a newer runtime, or one about an agent: it says nothing about this task's state.
  }
}

function endAttempt(task: Draft, attempt: number, end: { status: AttemptStatus } & Partial<AttemptView>): void {
  const known = task.attempts.some((a) => a.attempt === attempt);
  const attempts = known ? task.attempts : [...task.attempts, { attempt, status: 'starting' as const }];
  task.attempts = attempts.map((a) => (a.attempt === attempt ? { ...a, ...end } : a));
}

function endTask(task: Draft, status: TaskView['status'], event: { readonly time: number; readonly ms: number }): void {
  task.status = status;
  task.finished_at = event.time;
  task.ms = event.ms;
  delete task.waiting;
}

function draftOf(facts: Facts): FactsDraft {
  return {
    ...facts,
    exchanges: [...facts.exchanges],
    diverged: [...facts.diverged],
    loops: [...facts.loops],
    caught: [...facts.caught],
    garbled: [...facts.garbled],
    skipped: [...facts.skipped],
    processes: [...facts.processes],
    spans: [...facts.spans],
    logs: [...facts.logs],
  };
}
