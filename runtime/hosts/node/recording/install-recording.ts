import type { TaskFrame } from '../host-frames.ts';
import type { Reporter } from '../reporter.ts';
import type { AgentWatch } from '../watch-agent.ts';
import { createRecorder } from './recorder.ts';
import { createScrub } from './scrub.ts';

export type RecordingDeps = {
  readonly task: TaskFrame;
  readonly record: Reporter['record'];
  readonly watch: AgentWatch;
};

/** Called only for a task that is to be recorded: others pay nothing. */
export function installRecording({ task, record, watch }: RecordingDeps): void {
  const scrub = createScrub(task.secrets, task.placeholders);
  watch.observe(createRecorder({ scrub, send: (exchange, bodies) => record({ type: 'exchange', exchange, bodies }) }));
}
