import type { AgentFiles, Place } from './agent-files.ts';
import { placeOfThrown, stackPlaces } from './failure.ts';

/** Finds the agent's line for a thrown value. */
export type ErrorPlaces = {
  readonly of: (thrown: unknown) => Place | undefined;
  /** The innermost line of a stretch of code, where the thrown value came through it. */
  readonly within: (thrown: unknown, file: string, from: number, to: number) => Place | undefined;
  /** For errors that Node makes where the agent's line is no longer on the stack, as those of `fetch`. */
  readonly note: (error: unknown, place: Place) => void;
};

const deepestCause = 4;

export function createErrorPlaces(files: AgentFiles): ErrorPlaces {
  const noted = new WeakMap<Error, Place>();
  return {
    of: (thrown) => {
      const own = placeOfThrown(thrown, files);
      return own ?? causes(thrown).flatMap((cause) => noted.get(cause) ?? [])[0];
    },
    within: (thrown, file, from, to) =>
      stackPlaces(thrown, files).find((place) => place.file === file && place.line >= from && place.line <= to),
    note: (error, place) => {
      if (error instanceof Error) {
        noted.set(error, place);
      }
    },
  };
}

function causes(thrown: unknown): readonly Error[] {
  const found: Error[] = [];
  for (let cause = thrown; cause instanceof Error && found.length < deepestCause; cause = cause.cause) {
    found.push(cause);
  }
  return found;
}
