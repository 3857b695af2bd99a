import { spawnSync } from 'node:child_process';
import { type BubblewrapFeatures, bubblewrapArgs, bubblewrapDescriptors } from './bubblewrap-args.ts';
import type { LaunchPlan } from './launch-plan.ts';

export type BubblewrapProbe =
  | { readonly status: 'works'; readonly features: BubblewrapFeatures }
  | { readonly status: 'absent' }
  | { readonly status: 'refused'; readonly reason: string };

const probePlan: LaunchPlan = {
  language: 'shell',
  command: ['/bin/true'],
  workingFolder: '/',
  mounts: [],
  emptyFolders: [],
  network: 'none',
  hosts: [],
  limits: { memory_mb: 64, processes: 8, output_bytes: 1024 },
  env: {},
  input: 'none',
  debugger: false,
};

/** Starts a sandbox once, for real: a kernel or a profile that refuses namespaces is found here and not by a task. */
export function probeBubblewrap(program: string | undefined, etc: string): BubblewrapProbe {
  if (program === undefined) return { status: 'absent' };
  let reason = '';
  for (const [disableUserns, sizedTmpfs] of [
    [true, true],
    [false, true],
    [false, false],
  ] as const) {
    const features = { program, disableUserns, sizedTmpfs };
    const tried = spawnSync(program, [...bubblewrapArgs(probePlan, features, etc, { seccomp: false }), '--', ...probePlan.command], {
      stdio: ['ignore', 'ignore', 'pipe', ...Array<'ignore'>(bubblewrapDescriptors.status - 3).fill('ignore'), 'pipe'],
      env: {},
      cwd: '/',
      timeout: 10_000,
    });
    if (tried.status === 0) return { status: 'works', features };
    reason ||= (tried.stderr?.toString() || tried.error?.message || `exit code ${tried.status}`).trim();
  }
  return { status: 'refused', reason };
}
