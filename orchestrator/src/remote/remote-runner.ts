import { setMaxListeners } from 'node:events';
import {
  type AgentVersion,
  type AttemptOutcome,
  type AttemptRunner,
  type AttemptSpec,
  type Clock,
  type LoadOutcome,
  type Log,
  RefusedError,
  type RuntimeClient,
} from '@hermes-runtime/runtime';
import { deliver } from './deliver.ts';
import { runRemotely } from './remote-attempt.ts';

export type RemoteRunnerOptions = {
  readonly client: RuntimeClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly url: string;
  /** @default 60,000 */
  readonly lostAfterMs?: number;
  /** The sandbox rung of that runtime, as it was last heard. */
  readonly rung: () => ReturnType<AttemptRunner['rung']>;
};

/** Runs attempts on another runtime, through its own task API. They go on when this process ends. */
export function remoteRunner(options: RemoteRunnerOptions): AttemptRunner {
  const leaving = new AbortController();
  // Every attempt that runs there listens.
  setMaxListeners(0, leaving.signal);
  const running = new Set<Promise<AttemptOutcome>>();
  const deps = { ...options, lostAfterMs: options.lostAfterMs ?? 60_000, leaving: leaving.signal };
  return {
    outlives: true,
    load: async (agent) => delivered(options, agent, leaving.signal),
    run: async (spec, context) => {
      const reason = notThere(spec);
      if (reason !== undefined) return { status: 'failed', failure: { code: 'sandbox_unavailable', message: reason }, ms: 0 };
      const run = runRemotely(deps, spec, context);
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    retire: () => undefined,
    rung: options.rung,
    close: async () => {
      leaving.abort();
      await Promise.allSettled(running);
    },
  };
}

/** A runtime that cannot be reached now gets the files with the first attempt: what was pushed serves meanwhile. */
async function delivered({ client, url, log }: RemoteRunnerOptions, agent: AgentVersion, signal: AbortSignal): Promise<LoadOutcome> {
  try {
    return await deliver(client, agent, signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof RefusedError && error.status < 500)
      return { status: 'rejected', failure: { code: 'import_error', message: `The runtime at ${url} does not take it: ${reason}` } };
    log.warning('remote.not_delivered', { agent: agent.ref.name, digest: agent.ref.digest, reason });
    return { status: 'loaded' };
  }
}

/** What belongs to the machine of the person who asks: he fetches the case and runs it there. */
function notThere({ replay, debug }: AttemptSpec): string | undefined {
  if (debug === true) return 'Tasks are debugged where the debugger is. Fetch the case of this task, and debug it on your machine.';
  if (replay !== undefined)
    return 'Recorded traffic is replayed on your own machine: fetch the case of this task, or run it again live (--mode again).';
  return undefined;
}
