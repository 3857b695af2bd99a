import type { DebugReady, ExchangeDiverged, Failure, TraceEvent } from '@hermes-runtime/schemas';

/** What became of waiting for a debuggee: where it waits, or why it never will. */
export type Debuggee =
  | { readonly status: 'ready'; readonly event: DebugReady }
  | { readonly status: 'ended'; readonly failure: Failure | undefined };

/** Tasks that were submitted to be debugged, until each waits for its debugger or has ended. */
export class DebugWaits {
  readonly #waiting = new Map<string, (debuggee: Debuggee) => void>();
  /** What came before anybody asked: the stream is quicker than the answer to the submission. */
  readonly #early = new Map<string, Debuggee>();
  /** Debuggees of this window that run. */
  readonly #running = new Set<string>();
  readonly #onDiverged: (event: ExchangeDiverged) => void;

  /** `onDiverged` is told once of a debuggee that asks for what was not recorded. */
  constructor(onDiverged: (event: ExchangeDiverged) => void = () => undefined) {
    this.#onDiverged = onDiverged;
  }

  apply(event: TraceEvent): void {
    if (event.type === 'exchange.diverged' && event.reason !== 'subprocess' && this.#running.delete(event.task_id)) this.#onDiverged(event);
    const debuggee = debuggeeIn(event);
    if (!debuggee || !('task_id' in event)) return;
    if (debuggee.status === 'ended') this.#running.delete(event.task_id);
    const resolve = this.#waiting.get(event.task_id);
    if (resolve) {
      this.#waiting.delete(event.task_id);
      resolve(debuggee);
    } else if (debuggee.status === 'ready') {
      this.#early.set(event.task_id, debuggee);
    } else {
      this.#early.delete(event.task_id);
    }
  }

  async ready(taskId: string): Promise<Debuggee> {
    const early = this.#early.get(taskId);
    this.#early.delete(taskId);
    const debuggee = early ?? (await new Promise<Debuggee>((resolve) => this.#waiting.set(taskId, resolve)));
    if (debuggee.status === 'ready') this.#running.add(taskId);
    return debuggee;
  }
}

function debuggeeIn(event: TraceEvent): Debuggee | undefined {
  switch (event.type) {
    case 'attempt.debug_ready':
      return { status: 'ready', event };
    case 'task.failed':
    case 'task.timed_out':
      return { status: 'ended', failure: event.failure };
    case 'task.succeeded':
    case 'task.canceled':
      return { status: 'ended', failure: undefined };
    default:
      return undefined;
  }
}
