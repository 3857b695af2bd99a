import type { AttemptStarted, ReadyFrame } from '@hermes-runtime/schemas';
import type { AttemptSpec } from '../ports.ts';
import type { LaunchPlan } from '../sandbox/launch-plan.ts';
import type { WorkerPlan } from './worker-plan.ts';

export type StartedFacts = {
  readonly plan: WorkerPlan;
  readonly ready: ReadyFrame;
  readonly pid: number;
  readonly warm: boolean;
  readonly time: number;
};

/** The first event of an attempt: under which conditions it runs. */
export function startedEvent(attempt: AttemptSpec, facts: StartedFacts): Omit<AttemptStarted, 'seq' | 'task_id' | 'attempt'> {
  const { plan, ready } = facts;
  const { language } = plan.launch;
  return {
    type: 'attempt.started',
    time: facts.time,
    language,
    language_version: ready.language_version,
    rung: plan.rung,
    network: plan.network,
    not_enforced: [...plan.notEnforced],
    trace: attempt.trace,
    environment: plan.environmentDigest,
    instrumented: language !== 'shell' && attempt.trace !== 'off' && ready.instrumented !== false,
    ...(ready.not_instrumented === undefined ? {} : { not_instrumented: ready.not_instrumented }),
    pid: facts.pid,
    warm: facts.warm,
    ...(plan.launch.debugger && { opened_for_debugger: openedForDebugger(language) }),
  };
}

/** Node's debuggers know no Unix sockets, so the runtime opens a port of its own; the worker's network stays as it is. */
function openedForDebugger(language: LaunchPlan['language']): NonNullable<AttemptStarted['opened_for_debugger']> {
  return ['descriptor', 'memory', 'processes', 'time_limit', ...(language === 'nodejs' ? (['loopback_port'] as const) : [])];
}
