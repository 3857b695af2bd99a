import type { AgentSummary, Task, TraceEvent } from '@hermes-runtime/schemas';
import { socketEndpoint } from './endpoint.ts';
import { type Reply, type RuntimeApi, runtimeApi } from './runtime-api.ts';
import type { StartResult } from './start-runtime.ts';

/** `stopped` at first, after *Stop*, and once a runtime went away; `failed` when it could not start. */
export type LinkState = 'stopped' | 'starting' | 'connected' | 'failed';

export type LinkOptions = {
  /** Where a runtime would listen. */
  readonly socket: string;
  /** Starts one, or finds the one that runs. */
  readonly start: () => Promise<StartResult>;
  /** Folders whose agents the runtime is to serve, absolute. */
  readonly roots: () => readonly string[];
  /** The version this editor ships: another one is left to `start`, which knows whether it may be replaced. */
  readonly version: string;
  readonly onState: (state: LinkState, message: string) => void;
  /** Everything as it stands, at each new connection. */
  readonly onSnapshot: (agents: readonly AgentSummary[], tasks: readonly Task[], api: RuntimeApi) => void;
  readonly onEvent: (event: TraceEvent, api: RuntimeApi) => void;
  /** All folders have been looked at. */
  readonly onSettled: (api: RuntimeApi) => void | Promise<void>;
};

/** How many tasks a window lists. */
const taskLimit = 500;

/** How long a runtime may take to leave. */
const goneMs = 10_000;

/**
 * This window's link to the runtime of this user: one subscription, from which everything that is shown follows.
 * Closing it changes nothing for running tasks.
 */
export class RuntimeLink {
  readonly #options: LinkOptions;
  #state: LinkState = 'stopped';
  #message = '';
  #api: RuntimeApi | undefined;
  #pending: Promise<RuntimeApi | undefined> | undefined;
  #watching: AbortController | undefined;
  #restarts = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  get message(): string {
    return this.#message;
  }

  get api(): RuntimeApi | undefined {
    return this.#api;
  }

  /** Connects if a runtime runs; starts none. */
  async join(): Promise<RuntimeApi | undefined> {
    if (this.#api) return this.#api;
    return (this.#pending ??= this.#connect(async () => this.#find()).finally(() => (this.#pending = undefined)));
  }

  /** Connects, and starts a runtime where none runs. Asked twice, it starts once. */
  async ensure(): Promise<RuntimeApi | undefined> {
    if (this.#api) return this.#api;
    // A join on its way may well succeed, and is awaited so that two connections never stand side by side.
    const joined = await this.#pending;
    if (joined) return joined;
    return (this.#pending ??= this.#connect(async () => (await this.#find()) ?? (await this.#startOne())).finally(
      () => (this.#pending = undefined),
    ));
  }

  async stop(): Promise<void> {
    const api = this.#api;
    this.#leave();
    if (api) await stopAndWait(api);
    this.#enter('stopped', '');
  }

  /** Tells the runtime the folders again, as after a folder was added. */
  async sendRoots(api: RuntimeApi): Promise<void> {
    const roots = this.#options.roots();
    await Promise.all(roots.map(async (root) => api.addRoot(root, 'at once')));
    void this.#settle(api, roots);
  }

  dispose(): void {
    this.#leave();
  }

  async #connect(find: () => Promise<RuntimeApi | undefined>): Promise<RuntimeApi | undefined> {
    try {
      const api = await find();
      if (!api) return undefined;
      await this.sendRoots(api);
      const [agents, tasks] = await Promise.all([api.agents(), api.tasks(taskLimit)]);
      if (!agents.ok || !tasks.ok) throw new Error(refusal(agents) ?? refusal(tasks) ?? '');
      this.#api = api;
      this.#options.onSnapshot(agents.value, tasks.value, api);
      this.#enter('connected', '');
      // Lists and stream overlap: what is in both is recognised by its seq.
      void this.#watch(api, Math.min(agents.lastSeq, tasks.lastSeq));
      return api;
    } catch (error) {
      this.#enter('failed', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** No event tells of an agent that waits for an interpreter, so the list is read once more when all have been looked at. */
  async #settle(api: RuntimeApi, roots: readonly string[]): Promise<void> {
    try {
      await Promise.all(roots.map(async (root) => api.addRoot(root, 'settled')));
      await this.#options.onSettled(api);
    } catch {
      // The runtime went away; the next connection asks again.
    }
  }

  async #find(): Promise<RuntimeApi | undefined> {
    const api = runtimeApi(socketEndpoint(this.#options.socket));
    const info = await api.info().catch(() => undefined /* Nobody listens. */);
    return info?.version === this.#options.version ? api : undefined;
  }

  async #startOne(): Promise<RuntimeApi | undefined> {
    this.#enter('starting', '');
    const started = await this.#options.start();
    if (!started.ok) throw new Error(started.message);
    return runtimeApi(socketEndpoint(started.socket));
  }

  async #watch(api: RuntimeApi, seq: number): Promise<void> {
    const watching = new AbortController();
    this.#watching = watching;
    const end = await api
      .watch(seq, (event) => this.#options.onEvent(event, api), watching.signal)
      .catch(() => ({ type: 'cut' as const }) /* No connection at all: the same as one that broke. */);
    if (watching.signal.aborted) return;
    this.#leave();
    this.#enter('stopped', '');
    // In order means that someone stopped it. Cut off means that it died: once is bad luck and is mended, again is not.
    if (end.type !== 'cut' || this.#restarts > 2) return;
    this.#restarts += 1;
    await this.ensure();
  }

  #leave(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#api = undefined;
  }

  #enter(state: LinkState, message: string): void {
    this.#state = state;
    this.#message = message;
    this.#options.onState(state, message);
  }
}

/** It answers before it has left, and holds the store until then; who starts another one too early is refused. */
async function stopAndWait(api: RuntimeApi): Promise<void> {
  const pid = (await api.info().catch(() => undefined /* It is gone already. */))?.pid;
  await api.stop().catch(() => undefined /* It may close before it has answered; gone is what was asked. */);
  const end = Date.now() + goneMs;
  if (pid === undefined) return;
  while (isAlive(pid) && Date.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- Each look waits for the one before.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process.
    return false;
  }
}

function refusal(reply: Reply<unknown>): string | undefined {
  return reply.ok ? undefined : reply.error.message;
}
