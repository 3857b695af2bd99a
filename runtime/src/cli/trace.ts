import { foldEvents, emptyTask, isFinal, type TaskView, type TraceEvent } from '@hermes-runtime/schemas';
import { validateTraceEvent } from '@hermes-runtime/schemas/messages';
import { connect } from '../daemon/connect.ts';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { writeResult } from './output.ts';
import { followTask } from './task-stream.ts';
import { tracePrinter } from './trace-printer.ts';
import { lookOf } from './trace/look.ts';
import { renderTrace } from './trace/render-trace.ts';

export type TraceCommandOptions = { readonly json?: boolean };

/** `hermes-runtime trace`: a task as it was, or as it goes, until it ends. With `--json`, as far as it is. */
export async function trace(reference: string, { json }: TraceCommandOptions): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const id = encodeURIComponent(reference);
    const { body: task } = await client.call('GET', `/api/v1/tasks/${id}`);
    const events = await storedEvents(client, id);
    if (json === true) {
      writeResult(JSON.stringify({ task, events }));
      return exitCodes.ok;
    }
    const view = foldEvents(emptyTask, events);
    if (isFinal(view.status)) writeResult(renderTrace(view, lookOf(process.stdout, process.env), { now: Date.now() }).join('\n'));
    else await follow(client, id);
    return exitCodes.ok;
  } finally {
    client.close();
  }
}

export async function storedEvents(client: RuntimeClient, id: string): Promise<readonly TraceEvent[]> {
  const { body } = await client.call('GET', `/api/v1/tasks/${id}/events`);
  const events: unknown = typeof body === 'object' && body !== null && 'events' in body ? body.events : [];
  return Array.isArray(events) ? events.filter((event) => validateTraceEvent(event)) : [];
}

async function follow(client: RuntimeClient, id: string): Promise<TaskView> {
  const printer = tracePrinter(process.stdout, () => []);
  const view = await followTask(await client.stream('GET', `/api/v1/tasks/${id}/events`), (_event, current) => printer.show(current));
  printer.finish(view);
  return view;
}
