import { emptyTask, foldEvents, type TaskView, type TraceEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';
import type { EventStream } from '../daemon/runtime-client.ts';

/** Folds a task's stream; `onEvent` sees every event with the view after it. Answers the last view. */
export async function followTask(stream: EventStream, onEvent: (event: TraceEvent, view: TaskView) => void): Promise<TaskView> {
  let view = emptyTask;
  for await (const { data } of stream.events) {
    const event: unknown = JSON.parse(data);
    if (!validateTraceEvent(event)) continue;
    view = foldEvents(view, [event]);
    onEvent(event, view);
  }
  return view;
}
