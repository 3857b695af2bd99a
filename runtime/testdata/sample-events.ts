import type { AgentRef } from '@hermes-runtime/schemas';
import type { NewEvent } from '../src/store/new-event.ts';

export const sampleAgent: AgentRef = { name: 'weather', version: '1.0.0', digest: 'd1', path: '/agents/weather' };

export function queued(task_id: string, more: { input?: unknown; time?: number; agent?: AgentRef; exactReplayOf?: string } = {}): NewEvent {
  const replay = more.exactReplayOf === undefined ? {} : { replay_of: more.exactReplayOf, replay_mode: 'exact' as const };
  return { type: 'task.queued', time: more.time ?? 1_000, task_id, agent: more.agent ?? sampleAgent, input: more.input ?? { city: '北京' }, ...replay };
}

export function attemptStarted(task_id: string, attempt = 1, time = 1_100): NewEvent {
  return {
    type: 'attempt.started',
    time,
    task_id,
    attempt,
    language: 'python',
    rung: 'job-only',
    network: 'open',
    not_enforced: [],
    trace: 'calls',
    instrumented: true,
  };
}

export function logged(task_id: string, text: string, time = 1_200): NewEvent {
  return { type: 'log', time, task_id, attempt: 1, level: 'info', stream: 'stdout', text };
}

export function succeeded(task_id: string, output: unknown = { ok: true }, time = 1_300): NewEvent[] {
  return [
    { type: 'attempt.succeeded', time, task_id, attempt: 1, ms: 200 },
    { type: 'task.succeeded', time, task_id, output, ms: 300 },
  ];
}
