import { type BubblewrapFeatures, bubblewrapArgs } from './bubblewrap-args.ts';
import { type LauncherParts, memoryLimitOf, wrapInLimits } from './launcher-parts.ts';
import { namespaceLayout } from './launch-plan.ts';
import { namespaceTree } from './namespace-tree.ts';
import type { Launcher } from './sandbox.ts';
import { seccompFilter } from './seccomp-filter.ts';
import { startWorkerProcess } from './start-worker-process.ts';
import { markerName } from './worker-marker.ts';

/** The strongest rung: an allow-list file system, no capabilities, a filter of system calls. */
export function createNamespaceLauncher(features: BubblewrapFeatures, etc: string, parts: LauncherParts): Launcher {
  const filters = {
    open: seccompFilter(process.arch, { unixSockets: false }),
    none: seccompFilter(process.arch, { unixSockets: true }),
  };
  return {
    pathOf: (mount) => mount.target,
    start: (plan) => {
      const filter = filters[plan.network];
      const args = bubblewrapArgs(plan, features, etc, { seccomp: filter !== undefined });
      const command = wrapInLimits(plan, parts, { countProcesses: true });
      return startWorkerProcess({
        command: [features.program, '--args', '4', '--', ...command],
        env: { ...plan.env, HOME: namespaceLayout.scratch, TMPDIR: namespaceLayout.scratch, [markerName]: parts.markers.next() },
        cwd: '/',
        input: plan.input,
        outputs: [parts.fifos.take(), parts.fifos.take()],
        extraPipes: 3,
        feed: ([argsPipe, filterPipe]) => {
          argsPipe?.end(`${args.join('\0')}\0`);
          filterPipe?.end(filter);
        },
        tree: (pid, [, , status]) => {
          if (status === undefined) throw new Error('bubblewrap has no status pipe');
          return namespaceTree(pid, status);
        },
        memoryBytes: memoryLimitOf(plan),
        group: parts.newGroup(plan),
        clock: parts.clock,
      });
    },
    dispose: () => {},
  };
}
