import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Guard, startGuard } from './guard.ts';
import { type Launcher, type LauncherParts, memoryLimitOf, wrapInLimits } from './launcher-parts.ts';
import { markedTree } from './marked-tree.ts';
import { startWorkerProcess } from './start-worker-process.ts';
import { markerName } from './worker-marker.ts';

/** The weakest rung: a clean environment, limits, and a tree that can be ended; files and network are open. */
export function createJobLauncher(parts: LauncherParts): Launcher {
  let guard: Guard | undefined;
  return {
    pathOf: (mount) => mount.source,
    start: (plan) => {
      guard ??= startGuard(parts.markers.prefix);
      const marker = parts.markers.next();
      const scratch = mkdtempSync(join(parts.folder, 'scratch-'));
      const worker = startWorkerProcess({
        command: wrapInLimits(plan, parts, { countProcesses: false }),
        env: { ...plan.env, HOME: scratch, TMPDIR: scratch, [markerName]: marker },
        cwd: plan.workingFolder,
        input: plan.input,
        outputs: [parts.fifos.take(), parts.fifos.take()],
        extraPipes: 0,
        debugger: plan.debugger,
        feed: () => {},
        tree: (pid) => markedTree(pid, marker, scratch),
        memoryBytes: memoryLimitOf(plan),
        group: parts.newGroup(plan),
        parts,
      });
      return { ...worker, exited: worker.exited.finally(() => rmSync(scratch, { recursive: true, force: true })) };
    },
    dispose: () => guard?.dispose(),
  };
}
