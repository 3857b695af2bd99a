import type { AgentFiles } from '../agent-files.ts';
import type { RecordedFrame, TaskFrame } from '../host-frames.ts';
import { createScrub } from '../recording/scrub.ts';
import type { Reporter } from '../reporter.ts';
import type { TaskScope } from '../trace/task-scope.ts';
import type { AgentWatch } from '../watch-agent.ts';
import { createDivergences, type Divergences } from './divergences.ts';
import { createMatcher } from './match.ts';
import { refuseProcesses } from './refuse-processes.ts';
import { createReplayer } from './replayer.ts';
import { serveSockets } from './served-sockets.ts';

export type ReplayDeps = {
  readonly task: TaskFrame;
  readonly recorded: RecordedFrame;
  readonly report: Reporter['report'];
  readonly files: AgentFiles;
  readonly scope: TaskScope;
  readonly watch: AgentWatch;
  readonly isDebugged: boolean;
};

/** Serves the one task of this process from its recording; undefined where the task is no replay. */
export function installReplay({ task, recorded, report, files, scope, watch, isDebugged }: ReplayDeps): Divergences | undefined {
  if (task.replay === undefined) {
    return undefined;
  }
  const divergences = createDivergences(report, { isDebugged });
  const replayer = createReplayer({
    scrub: createScrub(task.secrets, task.placeholders),
    matcher: createMatcher(task.replay.rule, recorded.exchanges),
    bodies: recorded.bodies,
    divergences,
  });
  watch.observe(replayer.observe);
  serveSockets(files, replayer.connect);
  refuseProcesses({ divergences, files, scope });
  return divergences;
}
