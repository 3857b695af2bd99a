import type { TraceEvent } from '@hermes-runtime/schemas';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import { expositionOf } from './exposition.ts';
import { counter, gauge, histogram, observedCounter } from './instruments.ts';

export type RuntimeMetrics = {
  /** What `GET /metrics` answers. */
  readonly text: () => string;
  readonly close: () => void;
};

export type RuntimeMetricsOptions = { readonly store: Store; readonly engine: Engine; readonly version: string };

/** Names of agents that get a label of their own; the rest share `other`, so that nobody can blow up the monitoring. */
const agentLabels = 200;

/** From a warm shell script to an hour of work, in seconds. */
const durationBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** Counts what is committed, from the start of this process, and asks for the rest when scraped. */
export function createRuntimeMetrics({ store, engine, version }: RuntimeMetricsOptions): RuntimeMetrics {
  const agents = new Set<string>();
  const labelOf = (name: string): string => {
    if (!agents.has(name) && agents.size >= agentLabels) return 'other';
    agents.add(name);
    return name;
  };

  const submitted = counter('hermes_tasks_submitted_total', 'Tasks that were accepted.');
  const ended = counter('hermes_tasks_total', 'Tasks that ended, by agent and status.');
  const durations = histogram('hermes_task_duration_seconds', 'From queued to the end of a task, by agent.', durationBounds);
  const attempts = counter('hermes_attempts_total', 'Attempts that ended, by status.');
  const findings = counter('hermes_findings_total', 'What the runtime saw and results did not say, by kind.');

  const count = (event: TraceEvent): void => {
    switch (event.type) {
      case 'task.queued':
        submitted.add({ agent: labelOf(event.agent.name) });
        break;
      case 'task.succeeded':
      case 'task.failed':
      case 'task.timed_out':
      case 'task.canceled': {
        const summary = store.summaryOf(event.task_id);
        const agent = labelOf(summary?.agent_name ?? 'unknown');
        ended.add({ agent, status: event.type.slice('task.'.length) });
        durations.observe({ agent }, event.ms / 1000);
        for (const finding of summary?.findings ?? []) findings.add({ kind: finding.kind }, finding.count);
        break;
      }
      case 'attempt.succeeded':
      case 'attempt.failed':
      case 'attempt.timed_out':
      case 'attempt.canceled':
      case 'attempt.lost':
        attempts.add({ status: event.type.slice('attempt.'.length) });
        break;
      default:
      // Other events are not counted: their number says nothing by itself.
    }
  };
  const stop = store.onCommit((events) => {
    for (const event of events) count(event);
  });

  const metrics = [
    gauge('hermes_build_info', 'Always 1; the version is in the label.', () => 1, { version }),
    submitted,
    ended,
    durations,
    attempts,
    findings,
    gauge('hermes_tasks_queued', 'Tasks that wait for a slot.', () => engine.load().queued),
    gauge('hermes_tasks_running', 'Tasks that have a slot.', () => engine.load().running),
    gauge('hermes_tasks_waiting', 'Tasks that wait for their next attempt.', () => engine.load().waiting),
    gauge('hermes_slots', 'Attempts that can run at once.', () => engine.load().slots),
    gauge('hermes_store_bytes', 'Bytes that the store uses: database and payloads.', () => store.bytes()),
    gauge('hermes_store_writable', '1 while the store takes new tasks.', () => (store.problem() === undefined ? 1 : 0)),
    observedCounter('hermes_log_events_dropped_total', 'Log events that were dropped because the disk stayed full.', () => store.dropped()),
    gauge('process_resident_memory_bytes', 'Resident memory of the runtime, its agents not included.', () => process.memoryUsage.rss()),
    gauge('process_start_time_seconds', 'Unix time at which the process started.', startTime),
  ];
  return { text: () => expositionOf(metrics), close: stop };
}

function startTime(): number {
  return performance.timeOrigin / 1000;
}
