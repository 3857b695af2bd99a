import { type AgentVersion, type Clock, type ListedAgent, type Log, RefusedError, type RuntimeClient } from '@hermes-runtime/runtime';
import type { AgentRef, AgentSummary } from '@hermes-runtime/schemas';
import { validateAgentSummary } from '@hermes-runtime/schemas/messages';
import { type KeptDescriptors, remoteVersion } from './kept-descriptors.ts';
import { pause } from './pause.ts';

export type RemoteAgentsOptions = {
  readonly client: RuntimeClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: KeptDescriptors;
};

const agentEvents = 'agent.loaded,agent.reloaded,agent.rejected,agent.removed';
const firstWaitMs = 100;
const longestWaitMs = 5_000;

/** The agents of the runtime that attempts go to, as that runtime tells them: listed once, and again whenever one has changed. */
export class RemoteAgents {
  readonly #options: RemoteAgentsOptions;
  readonly #leaving = new AbortController();
  readonly #entries = new Map<string, ListedAgent>();
  #state: { readonly status: 'unreachable'; readonly reason: string } | { readonly status: 'reachable' };
  #rung = 'job-only';
  #watching: Promise<void> | undefined;

  constructor(options: RemoteAgentsOptions) {
    this.#options = options;
    this.#state = { status: 'unreachable', reason: 'it was not asked yet' };
  }

  get entries(): readonly ListedAgent[] {
    return [...this.#entries.values()];
  }

  /** The sandbox rung there, as it was last heard. */
  get rung(): string {
    return this.#rung;
  }

  /** Why the runtime cannot be reached now. */
  get problem(): string | undefined {
    return this.#state.status === 'unreachable' ? this.#state.reason : undefined;
  }

  /** Begins to watch; resolves once the runtime was asked for the first time, whatever became of it. */
  async start(): Promise<void> {
    const asked = Promise.withResolvers<undefined>();
    this.#watching = this.#watch(() => asked.resolve(undefined));
    await asked.promise;
  }

  /** Asks for what was saved until now. A runtime that does not answer leaves what is known. */
  async fresh(name: string, path?: string): Promise<void> {
    const { client, log } = this.#options;
    const query = new URLSearchParams({ fresh: '1', descriptor: '1', ...(path !== undefined && { path }) });
    try {
      const { body } = await client.call('GET', `/api/v1/agents/${encodeURIComponent(name)}?${query.toString()}`, {
        signal: this.#leaving.signal,
      });
      if (validateAgentSummary(body)) this.#put(body);
    } catch (error) {
      if (error instanceof RefusedError && error.code === 'unknown_agent') this.#forget(name, path);
      else if (!(error instanceof RefusedError)) log.debug('remote.not_fresh', { name, error });
    }
  }

  readonly version = (ref: AgentRef): AgentVersion | undefined => this.#options.kept.versionOf(ref);

  async close(): Promise<void> {
    this.#leaving.abort();
    await this.#watching;
  }

  /** Never rejects. */
  async #watch(onAsked: () => void): Promise<void> {
    const { signal } = this.#leaving;
    let wait = firstWaitMs;
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- One connection after the other.
      const wasReachable = await this.#follow(onAsked);
      onAsked();
      wait = wasReachable ? firstWaitMs : Math.min(wait * 2, longestWaitMs);
      // oxlint-disable-next-line no-await-in-loop -- The pause between two of them.
      await pause(this.#options.clock, wait, signal);
    }
  }

  /** Lists what there is, and again with each change, until the connection ends. Answers whether there was one. Never rejects. */
  async #follow(onListed: () => void): Promise<boolean> {
    const { client, log } = this.#options;
    const { signal } = this.#leaving;
    let reason = 'it closed the connection';
    try {
      let after = await this.#list();
      this.#state = { status: 'reachable' };
      onListed();
      const stream = await client.stream('GET', `/api/v1/events?types=${agentEvents}&after=${after}`, { signal });
      for await (const { id } of stream.events) if (Number(id) > Number(after)) after = await this.#list();
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    const wasReachable = this.problem === undefined;
    if (wasReachable && !signal.aborted) log.warning('remote.unreachable', { reason });
    this.#state = { status: 'unreachable', reason };
    return wasReachable;
  }

  /** Answers where a subscription goes on from here. */
  async #list(): Promise<string> {
    const { client } = this.#options;
    const { signal } = this.#leaving;
    const info = await client.call('GET', '/api/v1/runtime', { signal });
    const { headers, body } = await client.call('GET', '/api/v1/agents?descriptor=1', { signal });
    const summaries = Array.isArray(body) ? body.filter((summary: unknown) => validateAgentSummary(summary)) : [];
    this.#entries.clear();
    for (const summary of summaries) this.#put(summary);
    this.#rung = textIn(info.body, 'rung') ?? this.#rung;
    return String(headers['x-hermes-last-seq'] ?? '0');
  }

  #put(summary: AgentSummary): void {
    const entry = entryOf(summary);
    this.#entries.set(entry.folder, entry);
    if (entry.serving) this.#options.kept.keep(entry.serving.ref.digest, entry.serving.file);
  }

  #forget(name: string, path: string | undefined): void {
    for (const { folder, name: known } of this.entries)
      if (known === name && (path === undefined || folder === path)) this.#entries.delete(folder);
  }
}

function entryOf({ name, version, path, digest, descriptor, problems, ...summary }: AgentSummary): ListedAgent {
  return {
    folder: path,
    name,
    file: descriptor,
    serving: digest !== undefined && descriptor !== undefined ? remoteVersion({ name, version, digest, path }, descriptor) : undefined,
    state: stateOf(summary),
    problems,
  };
}

function stateOf({
  status,
  failure,
  waiting_for,
  missing_dependencies = [],
}: Pick<AgentSummary, 'status' | 'failure' | 'waiting_for' | 'missing_dependencies'>): ListedAgent['state'] {
  if (status === 'loaded') return { status };
  if (status === 'rejected') return { status, ...(failure && { failure }) };
  if (waiting_for === undefined || failure === undefined) return { status: 'loading' };
  return { status, waiting_for, missing: missing_dependencies, failure };
}

function textIn(value: unknown, key: string): string | undefined {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' ? text : undefined;
}
