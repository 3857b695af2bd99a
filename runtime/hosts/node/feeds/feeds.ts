import type { RecordedFeed } from '@hermes-runtime/schemas';

/** What clock and randomness give to the agent's own code: kept, or given again. */
export type Feeds = {
  /** The value that the agent gets: the recorded one where there is one left, else the real one. */
  readonly give: (name: string, real: () => unknown) => unknown;
  /** Whether a call is still to be looked at; false once nothing is kept or given any more. */
  readonly wants: (name: string) => boolean;
  /** Sends what is not sent yet. */
  readonly flush: () => void;
};

export type FeedOptions = {
  /** Set in a replay. */
  readonly recorded: readonly RecordedFeed[] | undefined;
  /** Set where the task is recorded. */
  readonly send: ((feeds: readonly RecordedFeed[]) => void) | undefined;
};

const batchSize = 1000;
/** More are not kept: whoever draws so many cannot be replayed by their order. */
const maxKept = 50_000;

export function createFeeds({ recorded, send }: FeedOptions): Feeds {
  const left = new Map<string, unknown[]>();
  // Taken from the end.
  for (const { name, value } of recorded?.toReversed() ?? []) {
    const values = left.get(name) ?? [];
    values.push(value);
    left.set(name, values);
  }
  let unsent: RecordedFeed[] = [];
  let kept = 0;
  const flush = (): void => {
    if (unsent.length > 0) {
      send?.(unsent);
      unsent = [];
    }
  };
  return {
    wants: (name) => (send !== undefined && kept < maxKept) || (left.get(name)?.length ?? 0) > 0,
    give: (name, real) => {
      const value = left.get(name)?.pop() ?? real();
      if (send !== undefined && kept < maxKept) {
        kept += 1;
        unsent.push({ name, value });
        if (unsent.length >= batchSize) {
          flush();
        }
      }
      return value;
    },
    flush,
  };
}
