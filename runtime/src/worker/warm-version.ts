import type { AgentEnvironment } from '../environment/agent-environment.ts';
import type { Log } from '../logging/log.ts';
import type { AgentVersion, Clock } from '../ports.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { attemptLimits } from './attempt-limits.ts';
import { createSlot } from './slot.ts';
import { type SlotPool, createSlotPool } from './slot-pool.ts';
import { type WorkerPlan, type WorkerPlanOptions, workerPlan } from './worker-plan.ts';

/** One version at one trace level: how it is started, and its warm slots. A shell agent has none, it starts with its task. */
export type WarmVersion = {
  readonly digest: string;
  readonly plan: WorkerPlan;
  readonly environment: AgentEnvironment;
  readonly pool: SlotPool | undefined;
};

export type WarmVersionOptions = WorkerPlanOptions & {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly maxIdle: number;
};

const idleMs = 300_000;

export function createWarmVersion(agent: AgentVersion, environment: AgentEnvironment, options: WarmVersionOptions): WarmVersion {
  const plan = workerPlan(agent, environment, options);
  const { digest } = agent.ref;
  if (plan.launch.language === 'shell') return { digest, plan, environment, pool: undefined };
  // Forking is only known to be safe for Python on Linux; elsewhere a process serves one task.
  const singleUse = plan.launch.language !== 'python' || process.platform !== 'linux';
  const limits = attemptLimits(agent.file);
  const pool = createSlotPool({
    start: () =>
      createSlot({
        process: options.sandbox.start(plan.launch),
        load: plan.load,
        limits,
        singleUse,
        clock: options.clock,
        log: options.log,
      }),
    singleUse,
    clock: options.clock,
    maxIdle: options.maxIdle,
    idleMs,
  });
  return { digest, plan, environment, pool };
}
