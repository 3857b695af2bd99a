import type { Failure } from '@hermes-runtime/schemas';
import type { Place } from '../agent-files.ts';
import { AgentFailure } from '../failure.ts';
import type { Reporter } from '../reporter.ts';
import type { Turn } from '../trace/task-scope.ts';
import type { DivergenceReason } from './match.ts';

export type Divergence = {
  readonly client: string;
  readonly method: string;
  readonly url: string;
  readonly reason: DivergenceReason | 'subprocess';
  readonly asked?: string;
  readonly recorded?: string;
  readonly at: Place | undefined;
  readonly turn: Turn | undefined;
};

/** Where a replay left its recording. The attempt fails by the first one, whatever the agent makes of the error. */
export type Divergences = {
  /** Reports it; the answer is thrown at the agent. */
  readonly note: (divergence: Divergence) => Error;
  readonly first: () => Failure | undefined;
  /** Rejects some time after the first one, for an agent that catches its error and goes on. */
  readonly over: Promise<never>;
};

export const divergenceCode = 'HERMES_REPLAY_DIVERGENCE';

/** Time for what the agent does at its own end, in milliseconds. */
const graceMs = 250;
const maxBodyCharacters = 2000;

const sentences: Readonly<Record<Divergence['reason'], string>> = {
  not_recorded: 'no such request was recorded',
  body_differs: 'it was recorded with another body',
  used_up: 'it was recorded, and all its answers have been given',
  truncated: 'its answer was too large to be recorded',
  subprocess: 'programs are not started in a replay',
};

export type DivergencesOptions = {
  /** A person who has stopped the agent there is not to lose it. */
  readonly isDebugged: boolean;
};

export function createDivergences(report: Reporter['report'], { isDebugged }: DivergencesOptions): Divergences {
  const over = Promise.withResolvers<never>();
  // It may come when nobody waits any more.
  over.promise.catch(() => undefined);
  let first: Failure | undefined;
  return {
    note: ({ asked, recorded, at, turn, ...known }) => {
      const where = at === undefined ? '' : ` (${at.file}:${at.line})`;
      const message = `${known.method} ${known.url}${where} has no answer in the recording: ${sentences[known.reason]}.`;
      report({
        type: 'exchange.diverged',
        ...known,
        ...(asked !== undefined && { asked: asked.slice(0, maxBodyCharacters) }),
        ...(recorded !== undefined && { recorded: recorded.slice(0, maxBodyCharacters) }),
        ...(at && { at }),
        ...(turn && { iteration: turn }),
      });
      if (first === undefined) {
        const failure: Failure = { code: 'divergence', message, ...(at && { at }) };
        first = failure;
        if (!isDebugged) {
          setTimeout(() => over.reject(new AgentFailure(failure)), graceMs);
        }
      }
      return Object.assign(new Error(message), { name: 'ReplayDivergence', code: divergenceCode });
    },
    first: () => first,
    over: over.promise,
  };
}
