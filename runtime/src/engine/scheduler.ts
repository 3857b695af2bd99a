import type { Failure, TaskStatus } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AttemptOutcome, Clock } from '../ports.ts';
import type { NewEvent } from '../store/new-event.ts';
import type { Store } from '../store/store.ts';
import type { ActiveTask } from './active-task.ts';
import { type AttemptEnd, afterAttempt } from './after-attempt.ts';
import type { AttemptResult } from './attempt-result.ts';
import type { CancelOptions, EngineLoad } from './engine.ts';
import { ReadyQueue } from './ready-queue.ts';
import { isTriedOnce } from './served-replay.ts';

export type SchedulerDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Attempts that run at once, over all agents. */
  readonly slots: number;
  /** Whether what runs goes on when this process ends, so that closing leaves it alone. */
  readonly outlives: boolean;
  /** Never rejects. */
  readonly runAttempt: (task: ActiveTask, signal: AbortSignal) => Promise<AttemptResult>;
  /** The receipt of a replay that ends with these events. */
  readonly receipt: (task: ActiveTask, ending: readonly NewEvent[]) => NewEvent | undefined;
  /** After a task's end is durable. */
  readonly onEnded: (task: ActiveTask) => void;
};

/** How long attempts that are stopped may take to be gone and recorded, in milliseconds. */
const stopMs = 5_000;
/** Node's timers cannot wait longer, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Owns every task that has not ended: what runs when, what is tried again, and how each ends, exactly once. */
export class Scheduler {
  readonly #deps: SchedulerDeps;
  readonly #tasks = new Map<string, ActiveTask>();
  readonly #ready = new ReadyQueue<ActiveTask>();
  readonly #running = new Set<ActiveTask>();
  /** Those of them that take no slot: a debugger may hold them for hours, and a person waits for them. */
  readonly #beside = new Set<ActiveTask>();
  #state: 'stopped' | 'started' | 'closing' | 'closed' = 'stopped';

  constructor(deps: SchedulerDeps) {
    this.#deps = deps;
  }

  start(): void {
    if (this.#state !== 'stopped') return;
    this.#state = 'started';
    this.#fill();
  }

  has(taskId: string): boolean {
    return this.#tasks.has(taskId);
  }

  /** A task whose next attempt may begin now. */
  add(task: ActiveTask): void {
    this.#tasks.set(task.task_id, task);
    task.phase = { type: 'ready' };
    if (task.debug && this.#state === 'started') {
      this.#beside.add(task);
      this.#begin(task);
      return;
    }
    this.#ready.add(task);
    this.#fill();
  }

  /** A task whose next attempt is due later. Measured by the monotonic clock: setting the wall clock moves nothing. */
  wait(task: ActiveTask, delayMs: number): void {
    this.#tasks.set(task.task_id, task);
    const stop = this.#deps.clock.after(Math.min(delayMs, longestTimer), () => {
      if (delayMs > longestTimer) this.wait(task, delayMs - longestTimer);
      else this.add(task);
    });
    task.phase = { type: 'waiting', stop };
  }

  /** Undefined where the task is not active. Resolves once its end is durable. */
  async cancel(taskId: string, options: CancelOptions): Promise<TaskStatus | undefined> {
    const task = this.#tasks.get(taskId);
    if (!task) return undefined;
    const { phase } = task;
    switch (phase.type) {
      case 'ready':
      case 'waiting': {
        if (phase.type === 'ready') this.#ready.remove(task);
        else phase.stop();
        const { store, clock } = this.#deps;
        const ended = this.#end(task, [{ type: 'task.canceled', time: clock.now(), task_id: taskId, ...options, ms: task.age.ms() }]);
        task.phase = { type: 'ending', ended };
        await ended;
        return store.statusOf(taskId);
      }
      case 'running':
        task.cancel ??= options;
        phase.abort.abort();
        await phase.ended;
        break;
      case 'ending':
        await phase.ended;
        break;
    }
    return this.#deps.store.statusOf(taskId);
  }

  load(): EngineLoad {
    const waiting = [...this.#tasks.values()].filter(({ phase }) => phase.type === 'waiting').length;
    return { queued: this.#ready.size, running: this.#running.size, waiting, slots: this.#deps.slots };
  }

  /** Begins nothing more; what still runs after `drainMs` is stopped and recorded as lost, or left alone where it outlives us. */
  async close(drainMs: number): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closing';
    for (const { phase } of this.#tasks.values()) if (phase.type === 'waiting') phase.stop();
    const held = [...this.#running].filter(({ cancel }) => !this.#deps.outlives || cancel !== undefined);
    const ending = held.flatMap(({ phase }) => ('ended' in phase ? [phase.ended] : []));
    const { after } = this.#deps.clock;
    const stopAll = (): void => {
      for (const { phase } of held) if (phase.type === 'running') phase.abort.abort();
    };
    const stopDrain = drainMs > 0 ? after(drainMs, stopAll) : stopAll();
    // An outcome that a full disk holds back must not hold back the end of the runtime as well.
    const givenUp = Promise.withResolvers<undefined>();
    const stopWaiting = after(drainMs + stopMs, () => givenUp.resolve(undefined));
    await Promise.race([Promise.allSettled(ending), givenUp.promise]);
    stopDrain?.();
    stopWaiting();
    this.#state = 'closed';
  }

  #fill(): void {
    while (this.#state === 'started' && this.#running.size - this.#beside.size < this.#deps.slots) {
      const task = this.#ready.take();
      if (!task) return;
      this.#begin(task);
    }
  }

  #begin(task: ActiveTask): void {
    this.#running.add(task);
    const abort = new AbortController();
    task.phase = { type: 'running', abort, ended: this.#run(task, abort.signal) };
  }

  /** Never rejects. */
  async #run(task: ActiveTask, signal: AbortSignal): Promise<void> {
    const { store, clock, log, runAttempt } = this.#deps;
    const { task_id, attempt } = task;
    try {
      const resumed: NewEvent[] =
        attempt > 1 && store.statusOf(task_id) === 'waiting' ? [{ type: 'task.resumed', time: clock.now(), task_id }] : [];
      // Durable before the agent's first line: an attempt that may have had an effect is never taken for one that did not begin.
      await store.append(resumed, { whenFull: 'hold', claim: { id: task.id, attempt } });
      const { outcome, recording } = await runAttempt(task, signal);
      // It goes on elsewhere; the next process takes it up and records how it ended.
      if (this.#isLeft(task)) return;
      const end = stopped(task, outcome, signal);
      const { events, next } = afterAttempt({
        task_id,
        attempt,
        end,
        policy: isTriedOnce(task) ? undefined : task.agent.file.retry,
        cancel: task.cancel ?? (end.status === 'canceled' ? { by: 'debugger' } : undefined),
        now: clock.now(),
        ms: task.age.ms(),
      });
      if (next.type === 'ended') {
        await this.#end(task, await this.#withReceipt(task, events), recording);
        return;
      }
      await store.append(events, { whenFull: 'hold' });
      task.attempt = next.attempt;
      await this.#again(task, next.delay_ms);
    } catch (error) {
      // The disk refuses: nothing more can be promised for this task here. The next start finds it as it was stored.
      log.error('engine.outcome_not_stored', { task_id, attempt, error });
      this.#tasks.delete(task_id);
    } finally {
      this.#running.delete(task);
      // What took no slot gives none back.
      if (!this.#beside.delete(task)) this.#ready.release(task);
      this.#fill();
    }
  }

  #isLeft(task: ActiveTask): boolean {
    return this.#deps.outlives && this.#state === 'closed' && !task.cancel;
  }

  /** Somebody may have asked to cancel while the retry was being stored. */
  async #again(task: ActiveTask, delayMs: number): Promise<void> {
    if (task.cancel) {
      const { clock } = this.#deps;
      await this.#end(task, [{ type: 'task.canceled', time: clock.now(), task_id: task.task_id, ...task.cancel, ms: task.age.ms() }]);
    } else if (this.#state === 'started') this.wait(task, delayMs);
    else this.#tasks.delete(task.task_id);
  }

  /** The receipt counts what the attempt said last, which may still be on its way to the disk. */
  async #withReceipt(task: ActiveTask, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
    if (task.replay_mode === undefined) return events;
    await this.#deps.store.append([], { whenFull: 'hold' });
    const receipt = this.#deps.receipt(task, events);
    return receipt === undefined ? events : [...events.slice(0, -1), receipt, ...events.slice(-1)];
  }

  async #end(task: ActiveTask, events: readonly NewEvent[], recording?: string): Promise<void> {
    await this.#deps.store.append(events, {
      whenFull: 'hold',
      ...(recording !== undefined && { recording: { task: task.id, attempt: task.attempt, text: recording } }),
    });
    this.#tasks.delete(task.task_id);
    this.#deps.onEnded(task);
  }
}

/** An attempt that was stopped without anybody cancelling its task did not end by itself: it is lost, and may be tried again. */
function stopped({ attempt, cancel, debug }: ActiveTask, outcome: AttemptOutcome, signal: AbortSignal): AttemptEnd {
  if (outcome.status === 'failed' && outcome.failure.code === 'attempt_lost') return { status: 'lost', failure: outcome.failure };
  // A debugger can end what it is attached to.
  const ownEnd = outcome.status === 'succeeded' || ((outcome.status !== 'canceled' || debug) && !signal.aborted);
  return ownEnd || cancel ? outcome : { status: 'lost', failure: lostFailure(attempt) };
}

export function lostFailure(attempt: number): Failure {
  return {
    code: 'attempt_lost',
    message: `The runtime stopped while attempt ${attempt} ran, so its outcome is not known. Run the agent again if that is safe.`,
  };
}
