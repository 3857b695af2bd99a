import type { AttemptOutcome } from '../ports.ts';

/** How an attempt ended, and the traffic that is kept of it. */
export type AttemptResult = {
  readonly outcome: AttemptOutcome;
  /** As JSON; undefined where there was none, or nobody wants it. */
  readonly recording?: string | undefined;
};
