import { type Task, type TaskView, type TraceEvent, emptyTask, foldEvents, isFinal, taskOf } from '@hermes-runtime/schemas';

export type TaskListOptions = {
  /** All events of a task so far, for one that was under way when this window came. */
  readonly history: (taskId: string) => Promise<readonly TraceEvent[]>;
  /** Tasks that look different now. `undefined`: all of them. */
  readonly onChange: (ids: ReadonlySet<string> | undefined) => void;
};

/** Bursts of events are folded at once; a row still changes well within 100 ms. */
const flushMs = 40;

type Entry = { task: Task; view?: TaskView; stale: boolean };

/**
 * The tasks of this window. An ended task is what the runtime said of it; one under way is the fold of its events,
 * so the tree, the panel and the lens can never disagree with the runtime.
 */
export class TaskList {
  readonly #options: TaskListOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #waiting = new Map<string, TraceEvent[]>();
  readonly #fetching = new Set<string>();
  readonly #ending = new Map<string, (() => void)[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: TaskListOptions) {
    this.#options = options;
  }

  /** Starts over with what the runtime lists. */
  reset(tasks: readonly Task[]): void {
    this.#entries.clear();
    this.#waiting.clear();
    for (const task of tasks) {
      this.#entries.set(task.task_id, { task, stale: false });
      if (!isFinal(task.status)) void this.#fetch(task.task_id);
    }
    this.#options.onChange(undefined);
  }

  apply(event: TraceEvent): void {
    if (!('task_id' in event)) return;
    const id = event.task_id;
    const entry = this.#entries.get(id);
    if (entry && event.seq <= entry.task.last_seq && !entry.view) return;
    const events = this.#waiting.get(id);
    if (events) events.push(event);
    else this.#waiting.set(id, [event]);
    // What a person waits for is shown at once: the row after Run, and the end.
    if (event.type === 'task.queued') this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), flushMs);
  }

  /** Newest first. */
  tasks(): readonly Task[] {
    return [...this.#entries.keys()].flatMap((id) => this.get(id) ?? []).toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
  }

  get(id: string): Task | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    if (entry.stale && entry.view) {
      entry.task = taskOf(entry.view);
      entry.stale = false;
    }
    return entry.task;
  }

  /** Resolves once the task has ended, as far as this window has heard. */
  async whenEnded(id: string): Promise<void> {
    const task = this.get(id);
    if (task && isFinal(task.status)) return;
    await new Promise<void>((resolve) => {
      this.#ending.set(id, [...(this.#ending.get(id) ?? []), resolve]);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changed = new Set<string>();
    for (const [id, events] of this.#waiting) {
      const view = this.#entries.get(id)?.view ?? (events[0]?.type === 'task.queued' ? emptyTask : undefined);
      if (!view) {
        void this.#fetch(id);
        continue;
      }
      this.#waiting.delete(id);
      this.#put(id, foldEvents(view, events));
      changed.add(id);
    }
    if (changed.size > 0) this.#options.onChange(changed);
  }

  /** Events that come meanwhile wait, and those that both have are dropped by their seq. */
  async #fetch(id: string): Promise<void> {
    if (this.#fetching.has(id)) return;
    this.#fetching.add(id);
    try {
      const view = foldEvents(emptyTask, await this.#options.history(id));
      this.#put(id, foldEvents(view, this.#waiting.get(id) ?? []));
      this.#waiting.delete(id);
      this.#options.onChange(new Set([id]));
    } catch {
      // The runtime went away; the next connection starts over.
      this.#waiting.delete(id);
    } finally {
      this.#fetching.delete(id);
    }
  }

  #put(id: string, view: TaskView): void {
    const entry = this.#entries.get(id);
    if (entry) Object.assign(entry, { view, stale: true });
    else this.#entries.set(id, { task: taskOf(view), view, stale: false });
    if (!isFinal(view.status)) return;
    for (const resolve of this.#ending.get(id) ?? []) resolve();
    this.#ending.delete(id);
  }
}
