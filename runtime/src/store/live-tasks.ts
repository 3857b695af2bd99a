import { type TraceEvent, emptyTask, foldEvents, isFinal } from '@hermes-runtime/schemas';
import { taskOfEvent } from './new-event.ts';
import type { StoredTask } from './task-row.ts';

/** Events that change what a list shows; the others wait for the next of these to reach the row. */
const rowChanges = /^(?:task|attempt)\./;

/**
 * The folds of the tasks that are not finished, so that a commit need not read a task's history again.
 * Changes are staged during a transaction and become true with it.
 */
export class LiveTasks {
  readonly #live = new Map<string, StoredTask>();
  readonly #load: (taskId: string) => StoredTask | undefined;
  #staged = new Map<string, Staged>();

  constructor(load: (taskId: string) => StoredTask | undefined) {
    this.#load = load;
  }

  get(taskId: string): StoredTask | undefined {
    return this.#live.get(taskId);
  }

  /** The task's id and the position of its next event; of the one that begins it, too. */
  place(taskId: string, seq: number): { readonly task: number; readonly position: number } {
    const staged = this.#staged.get(taskId);
    if (staged) return { task: staged.id, position: staged.events + 1 };
    const known = this.#live.get(taskId) ?? this.#load(taskId);
    const fresh = known ?? { id: seq, events: 0, view: emptyTask };
    this.#staged.set(taskId, { ...fresh, added: [], changesRow: false });
    return { task: fresh.id, position: fresh.events + 1 };
  }

  stage(event: TraceEvent): void {
    const staged = this.#staged.get(taskOfEvent(event) ?? '');
    if (!staged) return;
    staged.added.push(event);
    staged.events += 1;
    staged.changesRow ||= rowChanges.test(event.type);
  }

  /** Folds what was staged, once for each task, and answers the tasks whose row must be written. */
  fold(): readonly StoredTask[] {
    const changed: StoredTask[] = [];
    for (const staged of this.#staged.values()) {
      staged.view = foldEvents(staged.view, staged.added);
      staged.added = [];
      if (staged.changesRow) changed.push(staged);
    }
    return changed;
  }

  commit(): void {
    for (const [taskId, { id, events, view }] of this.#staged) {
      if (isFinal(view.status)) this.#live.delete(taskId);
      else this.#live.set(taskId, { id, events, view });
    }
    this.#staged = new Map();
  }

  rollback(): void {
    this.#staged = new Map();
  }
}

type Staged = { -readonly [K in keyof StoredTask]: StoredTask[K] } & { added: TraceEvent[]; changesRow: boolean };
