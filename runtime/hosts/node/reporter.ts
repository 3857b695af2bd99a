import type { FrameChannel } from './frame-channel.ts';
import type { TaskFrame } from './host-frames.ts';
import { createRedactor } from './secrets.ts';

/** An event before the harness adds its time. */
export type NewEvent = { readonly type: string; readonly time?: number; readonly [field: string]: unknown };

/** Sends the facts of the one task, secrets replaced. What happens while the agent loads is kept until the task begins. */
export type Reporter = {
  readonly report: (event: NewEvent) => void;
  /** Sends what a recording adds; its secrets are replaced already, by other placeholders. */
  readonly record: (frame: { readonly type: 'exchange' | 'feeds'; readonly [field: string]: unknown }) => void;
  /** Names the task; what was kept is sent first. */
  readonly begin: (task: TaskFrame) => void;
  /** Sends the one outcome and `end`; nothing is sent after it. */
  readonly finish: (frame: { readonly type: 'result' | 'failed'; readonly [field: string]: unknown }, exitCode: number) => void;
};

const maxKeptEvents = 1000;

export function createReporter(channel: FrameChannel): Reporter {
  const kept: NewEvent[] = [];
  let id: string | undefined;
  let redact = createRedactor([]);
  let state: 'loading' | 'running' | 'ended' = 'loading';
  const send = (event: NewEvent): void => {
    channel.send({ type: 'event', id, event: redact(event) });
  };
  return {
    report: (event) => {
      const timed = { ...event, time: event.time ?? now() };
      if (state === 'running') {
        send(timed);
      } else if (state === 'loading' && kept.length < maxKeptEvents) {
        kept.push(timed);
      }
    },
    record: (frame) => {
      if (state === 'running') {
        channel.send({ ...frame, id });
      }
    },
    begin: (task) => {
      id = task.id;
      redact = createRedactor(task.secrets);
      state = 'running';
      kept.splice(0).forEach(send);
    },
    finish: (frame, exitCode) => {
      if (state !== 'running') {
        return;
      }
      state = 'ended';
      channel.send({ ...redact(frame), id });
      channel.send({ type: 'end', id, exit_code: exitCode, max_rss_kb: process.resourceUsage().maxRSS });
    },
  };
}

/** Unix time in milliseconds, with a fraction: two events of one millisecond keep their distance. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
