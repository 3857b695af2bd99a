export type QueuedTask = {
  readonly task_id: string;
  /** The order inside a priority: the seq of the task's first event. */
  readonly id: number;
  /** 1 is first, 5 is last. */
  readonly priority: number;
  /** Tasks with the same lane share the limit: the agent's folder. */
  readonly lane: string;
  /** How many of the lane run at once. */
  readonly concurrency: number;
};

/**
 * Tasks that could run now. Strict by priority, first come first served inside one, and no lane above its own limit.
 * A lane at its limit does not hold up the others.
 */
export class ReadyQueue<T extends QueuedTask> {
  readonly #lanes = new Map<string, Lane<T>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(task: T): void {
    const lane = this.#lane(task.lane);
    lane.limit = task.concurrency;
    const waiting = lane.waiting[task.priority - 1];
    if (!waiting) throw new RangeError(`priority ${task.priority} of task ${task.task_id} is not 1 to 5`);
    insert(waiting, task);
    this.#size += 1;
  }

  /** Takes the next task and counts it as running until `release`. */
  take(): T | undefined {
    let best: { lane: Lane<T>; task: T } | undefined;
    for (const lane of this.#lanes.values()) {
      const task = lane.running < lane.limit ? headOf(lane) : undefined;
      if (task && (!best || isBefore(task, best.task))) best = { lane, task };
    }
    if (!best) return undefined;
    this.#drop(best.lane, best.task);
    best.lane.running += 1;
    return best.task;
  }

  /** A canceled task leaves without having run. */
  remove(task: T): boolean {
    const lane = this.#lanes.get(task.lane);
    const removed = lane !== undefined && this.#drop(lane, task);
    if (lane) this.#forget(task.lane, lane);
    return removed;
  }

  release(task: T): void {
    const lane = this.#lanes.get(task.lane);
    if (!lane) return;
    lane.running -= 1;
    this.#forget(task.lane, lane);
  }

  #lane(name: string): Lane<T> {
    const known = this.#lanes.get(name);
    if (known) return known;
    const lane: Lane<T> = { limit: 1, running: 0, waiting: [[], [], [], [], []] };
    this.#lanes.set(name, lane);
    return lane;
  }

  #drop(lane: Lane<T>, task: T): boolean {
    const waiting = lane.waiting[task.priority - 1] ?? [];
    const index = waiting.indexOf(task);
    if (index === -1) return false;
    waiting.splice(index, 1);
    this.#size -= 1;
    return true;
  }

  /** Agents come and go; what is empty is not kept. */
  #forget(name: string, lane: Lane<T>): void {
    if (lane.running === 0 && lane.waiting.every((tasks) => tasks.length === 0)) this.#lanes.delete(name);
  }
}

type Lane<T> = {
  /** As the newest task's version says. */
  limit: number;
  running: number;
  /** By priority, each in the order of ids. */
  readonly waiting: readonly T[][];
};

function headOf<T extends QueuedTask>(lane: Lane<T>): T | undefined {
  return lane.waiting.find((tasks) => tasks.length > 0)?.[0];
}

function isBefore(a: QueuedTask, b: QueuedTask): boolean {
  return a.priority === b.priority ? a.id < b.id : a.priority < b.priority;
}

/** Nearly always at the end; a task that is tried again goes back to its place. */
function insert<T extends QueuedTask>(tasks: T[], task: T): void {
  let index = tasks.length;
  while (index > 0 && (tasks[index - 1]?.id ?? 0) > task.id) index -= 1;
  tasks.splice(index, 0, task);
}
