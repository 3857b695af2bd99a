import type { AgentSummary, Task, TraceEvent } from '@hermes-runtime/schemas';
import { type Signal, signal } from '@preact/signals';
import { fetchAgents, fetchTask, fetchTasks, followEvents } from './host.ts';

/** Where the reader is: a list, or one task. The address bar holds it, so that Back works and a link can be sent. */
export type Page =
  | { readonly name: 'tasks' }
  | { readonly name: 'agents' }
  | { readonly name: 'overview' }
  | { readonly name: 'task'; readonly taskId: string };

export function pageOf(hash: string): Page {
  const task = /^#\/tasks\/([\w-]+)$/.exec(hash)?.[1];
  if (task !== undefined) return { name: 'task', taskId: task };
  if (hash === '#/overview') return { name: 'overview' };
  return { name: hash === '#/agents' ? 'agents' : 'tasks' };
}

/** What the console's lists show: the API's own folds, fetched once and then kept right by events. */
export class ConsoleModel {
  readonly page: Signal<Page> = signal(pageOf(location.hash));
  readonly tasks: Signal<readonly Task[]> = signal([]);
  readonly agents: Signal<readonly AgentSummary[]> = signal([]);
  readonly state: Signal<'loading' | 'live' | 'disconnected'> = signal('loading');
  readonly error: Signal<string | undefined> = signal(undefined);
  /** See `TaskPage.target`. */
  readonly target: Signal<string | undefined> = signal(undefined);
  /** Where older tasks go on; undefined when all are here. */
  readonly older: Signal<string | undefined> = signal(undefined);
  /** Tasks whose resource is being fetched; an event that comes meanwhile asks for one more fetch. */
  readonly #fetching = new Map<string, { isStale: boolean }>();

  async open(): Promise<() => void> {
    const onHash = (): void => {
      this.page.value = pageOf(location.hash);
    };
    addEventListener('hashchange', onHash);
    const [{ tasks, lastSeq, cursor, target }] = await Promise.all([fetchTasks({ limit: '200' }), this.#refreshAgents()]);
    this.tasks.value = tasks;
    this.older.value = cursor;
    this.target.value = target;
    this.state.value = 'live';
    const stop = followEvents(
      `/api/v1/events?after=${lastSeq}`,
      (event) => this.#take(event),
      (isConnected) => {
        this.state.value = isConnected ? 'live' : 'disconnected';
      },
    );
    return () => {
      removeEventListener('hashchange', onHash);
      stop();
    };
  }

  /** Adds the next page of older tasks. */
  async showOlder(): Promise<void> {
    if (this.older.value === undefined) return;
    const { tasks, cursor } = await fetchTasks({ limit: '200', cursor: this.older.value });
    const known = new Set(this.tasks.value.map(({ task_id }) => task_id));
    this.tasks.value = [...this.tasks.value, ...tasks.filter(({ task_id }) => !known.has(task_id))];
    this.older.value = cursor;
  }

  /** Facts inside a running task do not change a row; what starts, waits and ends does. */
  #take(event: TraceEvent): void {
    if (event.type.startsWith('agent.')) this.#inBackground(this.#refreshAgents());
    else if ('task_id' in event && (event.type.startsWith('task.') || event.type === 'attempt.started'))
      this.#inBackground(this.#refreshTask(event.task_id));
  }

  async #refreshTask(taskId: string): Promise<void> {
    const running = this.#fetching.get(taskId);
    if (running) {
      running.isStale = true;
      return;
    }
    const mark = { isStale: false };
    this.#fetching.set(taskId, mark);
    const task = await fetchTask(taskId).finally(() => this.#fetching.delete(taskId));
    const known = this.tasks.value.some((other) => other.task_id === taskId);
    this.tasks.value = known ? this.tasks.value.map((other) => (other.task_id === taskId ? task : other)) : [task, ...this.tasks.value];
    if (mark.isStale) await this.#refreshTask(taskId);
  }

  async #refreshAgents(): Promise<void> {
    this.agents.value = await fetchAgents();
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.error.value = error instanceof Error ? error.message : String(error);
    });
  }
}
