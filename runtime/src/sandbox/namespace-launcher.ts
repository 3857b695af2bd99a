import { type BubblewrapFeatures, bubblewrapArgs } from './bubblewrap-args.ts';
import { type Egress, openEgress } from './egress.ts';
import { type Launcher, type LauncherParts, memoryLimitOf, wrapInLimits } from './launcher-parts.ts';
import { type LaunchPlan, namespaceLayout } from './launch-plan.ts';
import { namespaceTree } from './namespace-tree.ts';
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
      let tell: (stream: 'stdout' | 'stderr', bytes: Buffer) => void = () => {};
      const first = Promise.withResolvers<number>();
      const egress = openEgressFor(plan, parts, first.promise, (reason) => tell('stderr', Buffer.from(`network: ${reason}\n`)));
      const worker = startWorkerProcess({
        command: [features.program, '--args', '4', '--', ...command],
        env: { ...plan.env, HOME: namespaceLayout.scratch, TMPDIR: namespaceLayout.scratch, [markerName]: parts.markers.next() },
        cwd: '/',
        input: plan.input,
        outputs: [parts.fifos.take(), parts.fifos.take()],
        extraPipes: 3,
        debugger: plan.debugger,
        feed: ([argsPipe, filterPipe]) => {
          argsPipe?.end(`${args.join('\0')}\0`);
          filterPipe?.end(filter);
        },
        tree: (pid, [, , status]) => {
          if (status === undefined) throw new Error('bubblewrap has no status pipe');
          return namespaceTree(pid, status, first.resolve);
        },
        memoryBytes: memoryLimitOf(plan),
        group: parts.newGroup(plan),
        parts,
        ...(egress && { ready: egress.ready }),
      });
      if (egress === undefined) return worker;
      return {
        ...worker,
        exited: worker.exited.finally(egress.close),
        onOutput: (callback) => {
          tell = callback;
          worker.onOutput(callback);
        },
      };
    },
    dispose: () => {},
  };
}

function openEgressFor(
  plan: LaunchPlan,
  parts: LauncherParts,
  sandbox: Promise<number>,
  onRefused: (reason: string) => void,
): Egress | undefined {
  if (plan.hosts.length === 0) return undefined;
  if (parts.nsenter === undefined) throw new Error('nsenter is needed to hold a list of hosts');
  return openEgress({ nsenter: parts.nsenter, sandbox, hosts: plan.hosts, onRefused });
}
