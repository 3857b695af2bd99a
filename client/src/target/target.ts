import type { Task, TraceEvent } from '@hermes-runtime/schemas';
import { AgentList } from '../agents/agent-list.ts';
import { type Reply, type RuntimeApi, runtimeApi } from '../runtime/runtime-api.ts';
import { TaskList } from '../tasks/task-list.ts';
import { reasonOf } from './connection-reason.ts';
import type { TargetAddress } from './target-address.ts';

/** `refused`: it answers, and does not take the token; only a person can mend that. */
export type TargetState = 'connecting' | 'connected' | 'unreachable' | 'refused';

export type TargetOptions = {
  readonly address: TargetAddress;
  readonly token: string;
  /** Its state or its agents look different now. */
  readonly onChange: () => void;
  readonly onTasks: () => void;
  /** It was reached, for the first time or again. */
  readonly onConnected: () => void;
  readonly onEvent: (event: TraceEvent) => void;
};

const taskLimit = 200;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Another machine that this window is connected to: its agents and tasks, live for as long as it can be reached. */
export class Target {
  readonly address: TargetAddress;
  readonly api: RuntimeApi;
  readonly agents: AgentList;
  readonly tasks: TaskList;
  readonly #options: TargetOptions;
  readonly #closing = new AbortController();
  /** Submitted from here; the answer comes before the first event. */
  readonly #own = new Set<string>();
  #state: TargetState = 'connecting';
  #message = '';
  #wake: (() => void) | undefined;

  constructor(options: TargetOptions) {
    this.#options = options;
    this.address = options.address;
    this.api = runtimeApi({ type: 'url', url: options.address.url, token: options.token });
    this.tasks = new TaskList({
      history: async (id) => valueOf(await this.api.taskEvents(id)),
      onChange: () => options.onTasks(),
    });
    this.agents = new AgentList({ fetch: async () => valueOf(await this.api.agents()), onChange: () => options.onChange() });
    void this.#stay();
  }

  get state(): TargetState {
    return this.#state;
  }

  /** Why it is not connected, or does not work; empty when all is well. */
  get message(): string {
    return this.#message;
  }

  has(taskId: string): boolean {
    return this.#own.has(taskId) || this.tasks.get(taskId) !== undefined;
  }

  claim(taskId: string): void {
    this.#own.add(taskId);
  }

  task(taskId: string): Task | undefined {
    return this.tasks.get(taskId);
  }

  /** Tries at once, as after a push or when a person asks. */
  retry(): void {
    this.#wake?.();
  }

  dispose(): void {
    this.#closing.abort();
    this.#wake?.();
    this.tasks.dispose();
  }

  /** A broken stream is taken up again where it ended, so nothing is missed and nothing is told twice. */
  async #stay(): Promise<void> {
    const { signal } = this.#closing;
    let seq: number | undefined;
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      // One connection after the other.
      // oxlint-disable-next-line no-await-in-loop
      const reached = await this.#snapshot(seq).catch((error: unknown) => this.#enter('unreachable', reasonOf(error)));
      if (reached !== undefined) {
        pauseMs = firstPauseMs;
        seq = reached;
        const onEvent = (event: TraceEvent): void => {
          seq = event.seq;
          this.#apply(event);
        };
        // oxlint-disable-next-line no-await-in-loop -- The next connection waits for the end of this one.
        await this.api.watch(seq, onEvent, signal).catch(() => undefined /* Cut: the next look says whether it is still there. */);
        if (!signal.aborted && this.#state === 'connected') this.#enter('connecting', '');
      }
      // oxlint-disable-next-line no-await-in-loop -- The pause is between connections.
      if (!signal.aborted) await this.#pause(this.#state === 'refused' ? undefined : pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** What there is; answers from where events are to be read, or undefined where it lets nobody in. */
  async #snapshot(before: number | undefined): Promise<number | undefined> {
    const [unwell, agents] = [await this.api.health(), await this.api.agents()];
    if (!agents.ok) return this.#enter(agents.status === 401 || agents.status === 403 ? 'refused' : 'unreachable', agents.error.message);
    // A store that is behind what was seen is another one.
    const goesOn = before !== undefined && before <= agents.lastSeq;
    const tasks = goesOn ? undefined : await this.api.tasks(taskLimit);
    if (tasks?.ok === false) return this.#enter('unreachable', tasks.error.message);
    this.#enter('connected', unwell ?? '');
    this.agents.reset(agents.value);
    if (tasks) this.tasks.reset(tasks.value);
    this.#options.onConnected();
    return tasks ? Math.min(agents.lastSeq, tasks.lastSeq) : before;
  }

  #apply(event: TraceEvent): void {
    this.tasks.apply(event);
    this.agents.apply(event);
    this.#options.onEvent(event);
  }

  #enter(state: TargetState, message: string): undefined {
    if (state === this.#state && message === this.#message) return;
    this.#state = state;
    this.#message = message;
    if (!this.#closing.signal.aborted) this.#options.onChange();
  }

  /** Without a time it waits for a person. */
  async #pause(ms: number | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}

function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(reply.error.message);
}
