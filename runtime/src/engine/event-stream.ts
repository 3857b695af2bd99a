import { type TraceEvent, isFinal } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import { taskOfEvent } from '../store/new-event.ts';
import type { Store } from '../store/store.ts';
import type { EventFilter } from './engine.ts';

export type EventStreams = {
  readonly subscribe: (after: number, filter?: EventFilter, options?: { readonly signal?: AbortSignal }) => AsyncIterable<TraceEvent>;
  /** Ends every subscription, after what is stored. */
  readonly close: () => void;
};

/** Events read at a time. */
const pageSize = 256;

/**
 * Reads the store from a cursor and waits at its end: history and live are the same walk, so there is neither gap nor duplicate,
 * and what a slow reader has not taken stays on the disk.
 */
export function eventStreams(store: Store, log: Log): EventStreams {
  const sleepers = new Set<Sleeper>();
  let state: 'open' | 'closed' = 'open';
  const wake = (isFor: (sleeper: Sleeper) => boolean): void => {
    for (const sleeper of sleepers) {
      if (!isFor(sleeper)) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };
  const stopListening = store.onCommit((events) => {
    if (sleepers.size === 0) return;
    const tasks = new Set(events.map((event) => taskOfEvent(event)));
    wake(({ task_id }) => task_id === undefined || tasks.has(task_id));
  });

  /** Resolves with the next commit that matters, the end of the subscription, or the end of all. */
  const sleep = async (task_id: string | undefined, signal: AbortSignal | undefined): Promise<void> => {
    const woken = Promise.withResolvers<undefined>();
    const sleeper = { task_id, wake: () => woken.resolve(undefined) };
    sleepers.add(sleeper);
    signal?.addEventListener('abort', sleeper.wake, { once: true });
    await woken.promise;
    signal?.removeEventListener('abort', sleeper.wake);
    sleepers.delete(sleeper);
  };

  async function* walk(
    after: number,
    { task_id, types }: EventFilter,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<TraceEvent, void, undefined> {
    // A cursor of another store, as after an empty one took its place: what was never given out cannot have been seen.
    let cursor = Math.min(after, store.lastSeq());
    while (!isAborted(signal)) {
      // Asked before reading: an end that comes in between is read first and noticed in the next turn.
      const isOver = state === 'closed' || (task_id !== undefined && hasEnded(store, task_id));
      const page = store.read({ after: cursor, limit: pageSize, ...(task_id !== undefined && { task_id }), ...(types && { types }) });
      if (page.damaged.length > 0) log.error('engine.records_damaged', { seqs: page.damaged });
      for (const event of page.events) {
        yield event;
        if (isAborted(signal)) return;
      }
      cursor = page.next;
      if (page.more) continue;
      if (isOver) return;
      // oxlint-disable-next-line no-await-in-loop -- Waiting for the next commit is the point.
      if (store.lastSeq() <= cursor || task_id !== undefined) await sleep(task_id, signal);
    }
  }

  return {
    subscribe: (after, filter = {}, { signal } = {}) => walk(after, filter, signal),
    close: () => {
      state = 'closed';
      stopListening();
      wake(() => true);
    },
  };
}

type Sleeper = { readonly task_id: string | undefined; readonly wake: () => void };

/** A call, because the compiler takes a property for unchanged over a `yield`. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function hasEnded(store: Store, taskId: string): boolean {
  const status = store.statusOf(taskId);
  return status === undefined || isFinal(status);
}
