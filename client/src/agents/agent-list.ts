import type { AgentSummary, TraceEvent } from '@hermes-runtime/schemas';

export type AgentListOptions = {
  /** The runtime's list as it stands; undefined when it cannot be had. */
  readonly fetch: () => Promise<readonly AgentSummary[] | undefined>;
  readonly onChange: (agents: readonly AgentSummary[]) => void;
};

/** The agents that the runtime serves. Events say that something changed; what it is now comes from the runtime's own list. */
export class AgentList {
  readonly #options: AgentListOptions;
  #agents: readonly AgentSummary[] = [];
  #state: 'idle' | 'fetching' | 'again' = 'idle';
  #waiting: (() => void)[] = [];

  constructor(options: AgentListOptions) {
    this.#options = options;
  }

  get all(): readonly AgentSummary[] {
    return this.#agents;
  }

  at(path: string): AgentSummary | undefined {
    return this.#agents.find((agent) => agent.path === path);
  }

  /** The agent in a folder, once the runtime has looked at it: a folder that was just added takes a moment. */
  async find(path: string, waitMs: number): Promise<AgentSummary | undefined> {
    const end = Date.now() + waitMs;
    while (!isLookedAt(this.at(path))) {
      const left = end - Date.now();
      if (left <= 0) return this.at(path);
      // Each change is looked at as it comes.
      // oxlint-disable-next-line no-await-in-loop
      await this.#nextChange(left);
    }
    return this.at(path);
  }

  reset(agents: readonly AgentSummary[]): void {
    this.#agents = agents;
    this.#options.onChange(agents);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  apply(event: TraceEvent): void {
    if (event.type.startsWith('agent.')) this.refresh();
  }

  /** Reads the list again, in the background. */
  refresh(): void {
    void this.#refresh();
  }

  /** Many events at once cost one or two requests. */
  async #refresh(): Promise<void> {
    if (this.#state !== 'idle') {
      this.#state = 'again';
      return;
    }
    this.#state = 'fetching';
    const agents = await this.#options.fetch().catch(() => undefined /* The runtime went away; the next connection starts over. */);
    const again = this.#isAskedAgain();
    this.#state = 'idle';
    if (agents) this.reset(agents);
    if (again) await this.#refresh();
  }

  #isAskedAgain(): boolean {
    return this.#state === 'again';
  }

  async #nextChange(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** One that waits for nothing it can name is being loaded, and its schema and examples are not known yet. */
function isLookedAt(agent: AgentSummary | undefined): boolean {
  return agent !== undefined && (agent.status !== 'waiting' || agent.waiting_for !== undefined);
}
