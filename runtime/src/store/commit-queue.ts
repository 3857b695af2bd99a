import * as l10n from '@vscode/l10n';
import type { TraceEvent } from '@hermes-runtime/schemas';
import type { Clock } from '../ports.ts';
import type { NewEvent } from './new-event.ts';
import { type EncodedEvent, encodeBody } from './record.ts';
import type { StoredRecording } from './recordings.ts';
import { StoreError } from './store-error.ts';

export type AppendOptions = {
  /** Kept with the events, in the same transaction: the key answers with their task from now on. */
  readonly idempotency?: { readonly key: string; readonly digest: string };
  /** Notes that an attempt of the task with this id is about to begin: after a crash it counts as one that did. */
  readonly claim?: { readonly id: number; readonly attempt: number };
  /** Kept with the events: the traffic that a replay is served from. */
  readonly recording?: StoredRecording;
  /**
   * `hold` for facts about a task that was accepted: without space they wait in memory and are written once there is some.
   * @default 'reject'
   */
  readonly whenFull?: 'reject' | 'hold';
};

export type Batch = { readonly events: readonly EncodedEvent[]; readonly options: AppendOptions };

export type CommitQueueOptions = {
  readonly clock: Clock;
  /** Writes the batches in one transaction, all or none. Throws `StoreError`. */
  readonly write: (batches: readonly Batch[]) => readonly (readonly TraceEvent[])[];
  readonly onCommit: (events: readonly TraceEvent[]) => void;
  readonly onFull: (error: StoreError) => void;
};

/** How long a log line may wait for company, in milliseconds. */
const soonMs = 20;
/** How often a full disk is tried again, in milliseconds. */
const retryMs = 250;
/** Held log lines beyond this are dropped and counted: a full disk must not fill the memory too. */
const heldEventsLimit = 50_000;

/**
 * Group commit: what is submitted in one turn of the event loop is written in one transaction, in the order in which it came,
 * and is acknowledged only after it.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  #waiting: Waiting[] = [];
  #soon: EncodedEvent[] = [];
  #state: 'open' | 'full' | 'closed' = 'open';
  #cancelTurn: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  #dropped = 0;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  get state(): 'open' | 'full' | 'closed' {
    return this.#state;
  }

  /** Log events that were dropped because the disk was full for too long. */
  get dropped(): number {
    return this.#dropped;
  }

  async append(events: readonly NewEvent[], options: AppendOptions = {}): Promise<readonly TraceEvent[]> {
    if (this.#state === 'closed') throw closedError();
    const encoded = events.map((event) => encodeBody(event));
    this.#queueSoon();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ events: encoded, options, resolve, reject });
      this.#flushThisTurn();
    });
  }

  /** For events that nobody waits for: written within 20 ms, or earlier with the next that somebody does. */
  appendSoon(event: NewEvent): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'full' && this.#soon.length >= heldEventsLimit) {
      this.#dropped += 1;
      return;
    }
    this.#soon.push(encodeBody(event));
    if (this.#state === 'open') this.#cancelTimer ??= this.#options.clock.after(soonMs, () => this.flush());
  }

  /** Writes what is there, now. What had to be held stays. */
  flush(): void {
    this.#cancelTurn?.();
    this.#cancelTurn = undefined;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#queueSoon();
    const batches = this.#waiting;
    if (batches.length === 0) return;
    this.#waiting = [];
    try {
      const written = this.#options.write(batches);
      this.#state = 'open';
      for (const [index, batch] of batches.entries()) batch.resolve(written[index] ?? []);
      const events = written.flat();
      if (events.length > 0) this.#options.onCommit(events);
    } catch (error) {
      this.#refuse(batches, error);
    }
  }

  /** Writes what is left; what cannot be written is rejected. */
  close(): void {
    if (this.#state === 'closed') return;
    this.flush();
    this.#state = 'closed';
    this.#cancelTimer?.();
    for (const batch of this.#waiting) batch.reject(closedError());
    this.#waiting = [];
  }

  #queueSoon(): void {
    if (this.#soon.length === 0) return;
    const events = this.#soon;
    this.#soon = [];
    // Nobody waits for these; a failure other than a full disk reaches whoever appends next.
    this.#waiting.push({ events, options: { whenFull: 'hold' }, resolve: () => undefined, reject: () => undefined });
  }

  #flushThisTurn(): void {
    if (this.#cancelTurn) return;
    const immediate = setImmediate(() => this.flush());
    this.#cancelTurn = () => clearImmediate(immediate);
  }

  #refuse(batches: readonly Waiting[], error: unknown): void {
    const held: Waiting[] = [];
    const isFull = error instanceof StoreError && error.code === 'store_full';
    for (const batch of batches) {
      if (isFull && batch.options.whenFull === 'hold') held.push(batch);
      else batch.reject(error);
    }
    this.#waiting = [...held, ...this.#waiting];
    if (!isFull) return;
    if (this.#state === 'open') this.#options.onFull(error);
    this.#state = 'full';
    if (held.length > 0) this.#cancelTimer ??= this.#options.clock.after(retryMs, () => this.flush());
  }
}

type Waiting = Batch & {
  readonly resolve: (events: readonly TraceEvent[]) => void;
  readonly reject: (error: unknown) => void;
};

function closedError(): StoreError {
  return new StoreError('store_closed', l10n.t('The store is closed.'));
}
