import type { DebugStop } from '../debugger/attempt-debugging.ts';
import type { AttemptContext, Clock } from '../ports.ts';
import type { SlotAttempt, SlotEnding } from './slot.ts';

/** Between the polite request to stop and the end of the whole tree, in milliseconds. */
const graceMs = 500;

export type SupervisedEnding = SlotEnding & { readonly stoppedBy: 'timeout' | 'cancel' | DebugStop | undefined };

/** Calls back when an attempt's time is up; the answer ends the watch. */
export type WatchTime = (stop: (why: DebugStop) => void) => () => void;

/** Lets an attempt run until it ends, its time is up, or someone cancels it. When it was stopped, nothing of it is left. */
export async function superviseAttempt(
  attempt: SlotAttempt,
  options: { readonly clock: Clock; readonly watchTime: WatchTime; readonly signal: AttemptContext['signal'] },
): Promise<SupervisedEnding> {
  let stoppedBy: SupervisedEnding['stoppedBy'];
  let cancelGrace = (): void => {};
  const stop = (why: NonNullable<SupervisedEnding['stoppedBy']>): void => {
    if (stoppedBy !== undefined) return;
    stoppedBy = why;
    attempt.interrupt();
    cancelGrace = options.clock.after(graceMs, attempt.kill);
  };
  const onAbort = (): void => stop('cancel');
  const cancelTimer = options.watchTime(stop);
  options.signal.addEventListener('abort', onAbort, { once: true });
  if (options.signal.aborted) onAbort();
  try {
    const ending = await attempt.ended;
    if (stoppedBy !== undefined) await attempt.gone;
    return { ...ending, stoppedBy };
  } finally {
    cancelTimer();
    cancelGrace();
    options.signal.removeEventListener('abort', onAbort);
  }
}
