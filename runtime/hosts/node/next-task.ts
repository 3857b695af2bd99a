import type { FrameChannel } from './frame-channel.ts';
import { readRecordedFrame, readTaskFrame, type RecordedFrame, type TaskFrame } from './host-frames.ts';

type NextTask = { readonly task: TaskFrame; readonly recorded: RecordedFrame };

/** The task, and what a replay of one is served from: that comes first. */
export async function nextTask(channel: FrameChannel, before: RecordedFrame = { exchanges: [], bodies: {} }): Promise<NextTask> {
  const frame = await channel.next();
  const recorded = readRecordedFrame(frame);
  return recorded === undefined
    ? { task: readTaskFrame(frame), recorded: before }
    : nextTask(channel, {
        exchanges: [...before.exchanges, ...recorded.exchanges],
        bodies: { ...before.bodies, ...recorded.bodies },
      });
}
