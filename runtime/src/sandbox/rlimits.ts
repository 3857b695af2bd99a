import type { LaunchPlan } from './launch-plan.ts';

/** No file in scratch may grow past this, in bytes. */
export const fileSizeLimit: number = 64 * 1024 * 1024;

const openFiles = 512;
const mebibyte = 1024 * 1024;

/**
 * Address space is not memory: an interpreter reserves far more than it touches.
 * These margins let each start and allocate its limit; the watchdog and the control group count what is really used.
 */
const addressSpaceMargin = 512 * mebibyte;
const nodeDataMargin = 600 * mebibyte;

/** V8 and libuv start this many threads before the agent's first line; they count as processes. */
const threadsOfNode = 16;

/** The harness, its wrapper and one fork. */
const processesOfHarness = 3;

/** What debugpy, or the thread that carries Node's inspector, takes beside the agent, in MiB. */
export const debuggerMemory = 128;
const threadsOfDebugger = 16;

export type RlimitOptions = {
  /** False where the count would be of all the user's processes, not of this worker's. */
  readonly countProcesses: boolean;
};

/** The wrapper that sets resource limits and then becomes the command. */
export function rlimitCommand(plan: LaunchPlan, prlimit: string, options: RlimitOptions): string[] {
  const memory = (plan.limits.memory_mb + (plan.debugger ? debuggerMemory : 0)) * mebibyte;
  const limits = [`--core=0`, `--nofile=${openFiles}`, `--fsize=${fileSizeLimit}`];
  if (plan.language === 'python') limits.push(`--as=${memory + addressSpaceMargin}`);
  if (plan.language === 'nodejs') limits.push(`--data=${memory + nodeDataMargin}`);
  if (plan.language === 'shell') limits.push(`--data=${memory + addressSpaceMargin}`);
  if (options.countProcesses) limits.push(`--nproc=${processLimit(plan)}`);
  return [prlimit, ...limits, ...plan.command];
}

/** How many tasks the kernel may count for this worker: the agent's own and the harness's. */
export function processLimit(plan: LaunchPlan): number {
  const own = (plan.language === 'nodejs' ? threadsOfNode : 0) + (plan.debugger ? threadsOfDebugger : 0);
  return plan.limits.processes + processesOfHarness + own;
}
