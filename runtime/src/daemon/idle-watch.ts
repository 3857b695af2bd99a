import type { Clock } from '../ports.ts';

export type IdleWatch = { readonly close: () => void };

export type IdleOptions = {
  readonly clock: Clock;
  /** Nothing to do and nobody connected, now. */
  readonly isIdle: () => Promise<boolean>;
  readonly onIdle: () => void;
  /** How long it must have been idle, in milliseconds. */
  readonly idleMs: number;
};

/** Calls back once when nothing has happened for long enough. Time is the monotonic clock's: a clock that is set changes nothing. */
export function watchIdle({ clock, isIdle, onIdle, idleMs }: IdleOptions): IdleWatch {
  const everyMs = Math.max(50, Math.min(30_000, idleMs / 4));
  let since = clock.monotonic();
  let cancel = (): void => undefined;
  let closed = false;
  const look = async (): Promise<void> => {
    if (!(await isIdle())) since = clock.monotonic();
    if (closed) return;
    if (clock.monotonic() - since >= idleMs) return onIdle();
    cancel = clock.after(everyMs, () => void look());
  };
  // A look that fails would be a bug in `isIdle`, which answers false rather than throwing.
  cancel = clock.after(everyMs, () => void look());
  return {
    close: () => {
      closed = true;
      cancel();
    },
  };
}
