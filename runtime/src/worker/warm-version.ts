import type { AgentEnvironment } from '../environment/agent-environment.ts';
import type { Log } from '../logging/log.ts';
import type { AgentVersion, Clock } from '../ports.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { attemptLimits } from './attempt-limits.ts';
import { createShellSlot } from './shell-slot.ts';
import { type Slot, createSlot } from './slot.ts';
import { type SlotPool, createSlotPool } from './slot-pool.ts';
import { type WorkerPlan, type WorkerPlanOptions, workerPlan } from './worker-plan.ts';

/** One version at one trace level: how it is started, and its warm slots. */
export type WarmVersion = {
  readonly digest: string;
  readonly plan: WorkerPlan;
  readonly pool: SlotPool;
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
  // Forking is only known to be safe for Python on Linux; elsewhere a process serves one task.
  const singleUse = plan.launch.language !== 'python' || process.platform !== 'linux' || options.debug;
  const limits = attemptLimits(agent.file);
  const { clock, log } = options;
  const start = (): Slot => {
    const process = options.sandbox.start(plan.launch);
    if (plan.launch.language === 'shell') return createShellSlot({ process, languageVersion: environment.languageVersion, clock, log });
    return createSlot({ process, load: plan.load, limits, singleUse, clock, log });
  };
  const pool = createSlotPool({ start, singleUse, clock, maxIdle: options.maxIdle, idleMs });
  return { digest, plan, pool };
}
