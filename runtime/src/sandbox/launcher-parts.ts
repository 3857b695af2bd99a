import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports.ts';
import type { ControlGroup, ControlGroups } from './control-group.ts';
import type { FifoPool } from './fifo-pool.ts';
import type { LaunchPlan, Mount } from './launch-plan.ts';
import type { WorkerMarkers } from './worker-marker.ts';
import type { WorkerProcess } from './worker-process.ts';
import { debuggerMemory, processLimit, rlimitCommand } from './rlimits.ts';

/** What one rung does with a plan. */
export type Launcher = {
  readonly pathOf: (mount: Mount) => string;
  readonly start: (plan: LaunchPlan) => WorkerProcess;
  readonly dispose: () => void;
};

/** What both rungs of Linux are built from. */
export type LauncherParts = {
  readonly folder: string;
  readonly clock: Clock;
  readonly fifos: FifoPool;
  /** Descriptors of the runtime that no worker may have, and what they get in their place. */
  readonly inherited: readonly number[];
  readonly nothing: number;
  readonly markers: WorkerMarkers;
  /** Enters the network of a sandbox; without it no list of hosts can be held. */
  readonly nsenter: string | undefined;
  readonly prlimit: string | undefined;
  readonly newGroup: (plan: LaunchPlan) => ControlGroup | undefined;
};

/** What an interpreter holds before the agent's first line, in MiB: `limits.memory_mb` is the agent's own. */
const interpreterMemory = { python: 32, nodejs: 96, shell: 16 } as const;

export function memoryLimitOf(plan: LaunchPlan): number {
  return (plan.limits.memory_mb + interpreterMemory[plan.language] + (plan.debugger ? debuggerMemory : 0)) * 1024 * 1024;
}

/** The kernel kills at this, a little above the watchdog's mark, for what grows faster than a quarter of a second. */
const groupMargin = 1.1;

export function groupFactory(groups: ControlGroups | undefined): LauncherParts['newGroup'] {
  return (plan) =>
    groups?.create(randomBytes(6).toString('hex'), {
      memory_bytes: Math.round(memoryLimitOf(plan) * groupMargin),
      // The sandbox itself is two processes.
      processes: processLimit(plan) + 2,
    });
}

/** Without `prlimit` the shell sets what it can and becomes the command. */
export function wrapInLimits(plan: LaunchPlan, parts: LauncherParts, options: { readonly countProcesses: boolean }): readonly string[] {
  if (parts.prlimit !== undefined) return rlimitCommand(plan, parts.prlimit, options);
  return ['/bin/sh', '-c', 'ulimit -c 0; ulimit -n 512; exec "$@"', 'sh', ...plan.command];
}
