import type { AttemptOutcome, Clock } from '../ports.ts';

export type WatchOptions = {
  readonly clock: Clock;
  /** Aborted to cancel. */
  readonly signal: AbortSignal;
  /** The attempt's own time limit; undefined where none runs, as under a debugger. */
  readonly timeoutMs: number | undefined;
  /** Called when it is stopped long after its limit (`overdue`), and when it did not answer to that or to a cancel (`unanswered`). */
  readonly onGivenUp: (why: 'overdue' | 'unanswered') => void;
  /** Called with what an attempt says about its end after it was given up. */
  readonly onLate: (outcome: AttemptOutcome) => void;
};

/** How long after its limit an attempt may still be on its way to an end, starting included, in milliseconds. */
const graceMs = 10 * 60_000;
/** How long an attempt that is stopped may take to be gone, in milliseconds. */
const stopMs = 60_000;
/** Node's timers cannot wait longer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs an attempt that ends, whatever its runner does: runners hold the limits themselves, but a task that waits for one that never
 * answers would hold its slot for ever. Long after its limit it is stopped, and what does not stop is given up as lost.
 */
export async function watchAttempt(run: (signal: AbortSignal) => Promise<AttemptOutcome>, options: WatchOptions): Promise<AttemptOutcome> {
  const { clock, signal, timeoutMs, onGivenUp, onLate } = options;
  const began = clock.monotonic();
  const abort = new AbortController();
  const givenUp = Promise.withResolvers<AttemptOutcome>();
  let isOverdue = false;
  let stopTimer = (): void => undefined;
  const lost = (message: string): AttemptOutcome => ({
    status: 'failed',
    failure: { code: 'attempt_lost', message },
    ms: Math.round(clock.monotonic() - began),
  });
  const giveUp = (): void => {
    onGivenUp('unanswered');
    givenUp.resolve(lost('The attempt was stopped and did not answer any more, so its outcome is not known. Its processes may still run.'));
  };
  const stop = (): void => {
    stopTimer();
    stopTimer = clock.after(stopMs, giveUp);
    abort.abort();
  };
  const limit = timeoutMs === undefined ? Number.POSITIVE_INFINITY : timeoutMs + graceMs;
  if (limit <= longestTimer) {
    stopTimer = clock.after(limit, () => {
      isOverdue = true;
      onGivenUp('overdue');
      stop();
    });
  }
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const running = run(abort.signal);
  try {
    const outcome = await Promise.race([running, givenUp.promise]);
    // Nobody canceled it: that it was stopped here is why it ended.
    return isOverdue && outcome.status === 'canceled'
      ? lost('The attempt did not end long after its time limit and was stopped.')
      : outcome;
  } finally {
    stopTimer();
    signal.removeEventListener('abort', stop);
    // Only what comes after this is late; a failure of the runner then has nobody left to tell.
    void givenUp.promise.then(() => running.then(onLate, () => undefined));
  }
}
