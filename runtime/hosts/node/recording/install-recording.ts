import type { AgentFiles } from '../agent-files.ts';
import { createFeeds, type Feeds } from '../feeds/feeds.ts';
import { installFeeds } from '../feeds/install-feeds.ts';
import type { TaskFrame } from '../host-frames.ts';
import type { Reporter } from '../reporter.ts';
import type { AgentWatch } from '../watch-agent.ts';
import { createRecorder } from './recorder.ts';
import { createScrub } from './scrub.ts';

export type RecordingDeps = {
  readonly task: TaskFrame;
  readonly record: Reporter['record'];
  readonly watch: AgentWatch;
  readonly files: AgentFiles;
};

/** Called only for a task that is recorded or replayed: others pay nothing. */
export function installRecording({ task, record, watch, files }: RecordingDeps): Feeds {
  const scrub = createScrub(task.secrets, task.placeholders);
  if (task.record) {
    watch.observe(createRecorder({ scrub, send: (exchange, bodies) => record({ type: 'exchange', exchange, bodies }) }));
  }
  const feeds = createFeeds({
    recorded: task.replay?.feeds,
    send: task.record ? (values) => record({ type: 'feeds', feeds: values }) : undefined,
  });
  installFeeds(feeds, files);
  return feeds;
}
