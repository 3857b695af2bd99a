import {
  type AttemptContext,
  type AttemptOutcome,
  type AttemptSpec,
  type Clock,
  type Log,
  RefusedError,
  type RuntimeClient,
} from '@hermes-runtime/runtime';
import type { Failure, SubmitTask } from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import { deliver } from './deliver.ts';
import { outcomeReader } from './outcome-reader.ts';
import { pause } from './pause.ts';
import { withReferences } from './secret-references.ts';

export type RemoteAttemptDeps = {
  readonly client: RuntimeClient;
  readonly clock: Clock;
  readonly log: Log;
  /** How the runtime is called in messages. */
  readonly url: string;
  /** An attempt whose runtime does not answer for so long is lost, in milliseconds. */
  readonly lostAfterMs: number;
  /** Aborted when the orchestrator ends: the attempt goes on without it. */
  readonly leaving: AbortSignal;
};

/** Answers that may be others in a moment, or once somebody has mended the configuration. */
const notNow: ReadonlySet<number> = new Set([401, 403, 408, 421, 429, 502, 503, 504, 507]);
/** A runtime that has just started does not know its agents yet, in milliseconds. */
const startingMs = 5_000;
const mostDeliveries = 3;
const firstWaitMs = 100;
const longestWaitMs = 2_000;

/**
 * Runs one attempt as one task of the runtime. The idempotency key `task/attempt` stands for it, so however often it is sent, and
 * by however many lives of the orchestrator, it runs once. A broken stream is taken up where it broke.
 */
export async function runRemotely(deps: RemoteAttemptDeps, spec: AttemptSpec, context: AttemptContext): Promise<AttemptOutcome> {
  const { clock, log, leaving, lostAfterMs } = deps;
  const { signal } = context;
  const began = clock.monotonic();
  const ms = (): number => Math.round(clock.monotonic() - began);
  const link = new RemoteTask(deps, spec, context);
  const onAbort = (): void => link.cancelSoon();
  signal.addEventListener('abort', onAbort);
  let brokenAt: number | undefined;
  let wait = firstWaitMs;
  try {
    for (;;) {
      if (signal.aborted && !link.wasSent) return { status: 'canceled', ms: ms() };
      // oxlint-disable-next-line no-await-in-loop -- One connection after the other.
      const failure = await link.follow(() => {
        brokenAt = undefined;
        wait = firstWaitMs;
      });
      if ('status' in failure) return failure;
      if (leaving.aborted) return { status: 'canceled', ms: ms() };
      brokenAt ??= clock.monotonic();
      log.warning('remote.broken', { task_id: spec.task_id, attempt: spec.attempt, error: failure.reason });
      const silent = clock.monotonic() - brokenAt;
      if (failure.refusal !== undefined && silent >= Math.min(startingMs, lostAfterMs)) return failure.refusal;
      if (silent >= lostAfterMs) return lost(deps, failure.reason, ms());
      // oxlint-disable-next-line no-await-in-loop -- The pause between two of them.
      await pause(clock, wait, leaving);
      wait = Math.min(wait * 2, longestWaitMs);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** `refusal`: what the runtime says, if it goes on saying it. */
type Broken = { readonly reason: string; readonly refusal?: AttemptOutcome };

/** The runtime's task for one attempt: found by its key, followed from the event that was seen last. */
class RemoteTask {
  /** Whether the runtime may have it. */
  wasSent = false;
  readonly #deps: RemoteAttemptDeps;
  readonly #spec: AttemptSpec;
  readonly #context: AttemptContext;
  readonly #reader: ReturnType<typeof outcomeReader>;
  #id: string | undefined;
  #deliveries = 0;

  constructor(deps: RemoteAttemptDeps, spec: AttemptSpec, context: AttemptContext) {
    this.#deps = deps;
    this.#spec = spec;
    this.#context = context;
    this.#reader = outcomeReader(context.onEvent, () => context.signal.aborted);
  }

  /** Follows it to its end, or until the connection breaks. Never rejects. */
  async follow(onOpen: () => void): Promise<AttemptOutcome | Broken> {
    const { leaving } = this.#deps;
    try {
      this.wasSent = true;
      const stream = await this.#open();
      onOpen();
      const id = stream.headers['x-hermes-task-id'];
      if (typeof id === 'string') this.#id ??= id;
      if (this.#context.signal.aborted) this.cancelSoon();
      for await (const { data } of stream.events) {
        if (leaving.aborted) break;
        const outcome = this.#reader.take(data);
        if (outcome !== undefined) return await this.#withTraffic(outcome);
      }
      return { reason: 'the stream ended before the task did' };
    } catch (error) {
      if (error instanceof RefusedError && !notNow.has(error.status)) {
        const refusal = refused(this.#deps, error);
        if (error.code === 'code_gone' && (await this.#delivered())) return { reason: error.message };
        return error.code === 'unknown_agent' ? { reason: error.message, refusal } : refusal;
      }
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Tells the runtime; its answer is the end of the stream. A word that is lost is said again when the stream is taken up. */
  cancelSoon(): void {
    const { client, log, leaving } = this.#deps;
    if (this.#id === undefined) return;
    client
      .call('POST', `/api/v1/tasks/${this.#id}/cancel`, { body: {}, signal: leaving })
      .catch((error: unknown) => log.warning('remote.cancel_failed', { task_id: this.#spec.task_id, error }));
  }

  /** The runtime has not got the files, or no longer. Answers whether it is worth asking again. */
  async #delivered(): Promise<boolean> {
    const { client, log, leaving } = this.#deps;
    const { agent, task_id } = this.#spec;
    this.#deliveries += 1;
    if (agent.snapshot === '' || this.#deliveries > mostDeliveries) return false;
    try {
      const { status } = await deliver(client, agent, leaving);
      return status !== 'rejected';
    } catch (error) {
      log.warning('remote.not_delivered', { task_id, digest: agent.ref.digest, error });
      return true;
    }
  }

  async #open(): ReturnType<RuntimeClient['stream']> {
    const { client, leaving } = this.#deps;
    if (this.#id === undefined) return client.stream('POST', '/api/v1/tasks', { body: submission(this.#spec), signal: leaving });
    const lastEventId = this.#reader.lastEventId();
    return client.stream('GET', `/api/v1/tasks/${this.#id}/events`, { signal: leaving, ...(lastEventId !== undefined && { lastEventId }) });
  }

  /** What a replay of a failed attempt needs; the runtime has kept it, or has not. */
  async #withTraffic(outcome: AttemptOutcome): Promise<AttemptOutcome> {
    const { client, log, leaving } = this.#deps;
    const { onRecorded } = this.#context;
    if (this.#spec.record !== true || onRecorded === undefined || outcome.status === 'succeeded' || this.#id === undefined) return outcome;
    try {
      const { body } = await client.call('GET', `/api/v1/tasks/${this.#id}/case`, { signal: leaving });
      if (validateCase(body)) {
        for (const [index, exchange] of body.exchanges.entries())
          onRecorded({ type: 'exchange', exchange, bodies: index === 0 ? body.bodies : {} });
        onRecorded({ type: 'feeds', feeds: body.feeds });
      }
    } catch (error) {
      log.warning('remote.case_failed', { task_id: this.#spec.task_id, error });
    }
    return outcome;
  }
}

function submission(spec: AttemptSpec): SubmitTask {
  const { agent, task_id, attempt } = spec;
  const { input, secrets } = withReferences(spec);
  return {
    agent_name: agent.ref.name,
    // A folder of this machine says nothing there.
    ...(agent.snapshot === '' && { agent_path: agent.ref.path }),
    agent_version: agent.ref.version,
    agent_digest: agent.ref.digest,
    input,
    secrets,
    idempotency_key: `${task_id}/${attempt}`,
    single_attempt: true,
  };
}

/** The runtime has answered, and would answer the same again. */
function refused({ url }: RemoteAttemptDeps, { status, code, message }: RefusedError): AttemptOutcome {
  const failure: Failure = { code: codeOf(status, code), message: `The runtime at ${url} refused the attempt: ${message} (${code})` };
  return { status: 'failed', failure, ms: 0 };
}

function codeOf(status: number, code: string): Failure['code'] {
  if (code === 'unknown_task') return 'attempt_lost';
  return status === 404 || status === 409 ? 'agent_gone' : 'internal';
}

function lost({ url, lostAfterMs }: RemoteAttemptDeps, reason: string, ms: number): AttemptOutcome {
  const message = `The runtime at ${url} has not answered for ${Math.round(lostAfterMs / 1000)} s (${reason}), so the outcome is not known.`;
  return { status: 'failed', failure: { code: 'attempt_lost', message }, ms };
}
