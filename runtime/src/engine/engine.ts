import type { Case, Failure, LastTask, SubmitTask, Task, TaskStatus, TraceEvent, ValueProblem } from '@hermes-runtime/schemas';
import type { CaseFound } from '../replay/case-of-task.ts';
import type { NewEvent } from '../store/new-event.ts';

/**
 * Takes tasks, decides what runs when, and tells what became of them.
 * The only place, beside the pipeline reducer, that decides; everything shown is a fold of the events it appends.
 */
export type Engine = {
  /** Ends what a dead runtime left running, then begins to run tasks. Call once, after the agents were scanned; tasks may be submitted before. */
  readonly start: () => Promise<void>;
  /** Resolves once the task is durable. Rejects with `SubmitError`, and then there is no task, or with `StoreError` (`store_full`). */
  readonly submit: (request: SubmitTask) => Promise<Submitted>;
  /** Resolves once the end is durable and no process of the task is left. A finished task stays as it is. */
  readonly cancel: (taskId: string, options?: CancelOptions) => Promise<CancelOutcome>;
  /** By whole id or unique prefix. */
  readonly find: (idOrPrefix: string) => FoundTask;
  /** Rejects with `StoreError` (`record_damaged`) where the disk no longer says what was written. */
  readonly get: (taskId: string) => Task | undefined;
  /** Newest first. */
  readonly list: (query?: TaskQuery) => TaskPage;
  /** What is stored of one task, in order, `seq` above `after`. */
  readonly eventsOf: (taskId: string, after?: number) => readonly TraceEvent[];
  /**
   * History after `after`, then live, without gap or duplicate. With `task_id` it ends after the task's terminal event.
   * A slow reader holds no memory: events wait in the store. Ends when `signal` aborts and when the engine closes.
   */
  readonly subscribe: (after: number, filter?: EventFilter, options?: { readonly signal?: AbortSignal }) => AsyncIterable<TraceEvent>;
  /** The `seq` of the newest stored event: what a list shows, a subscription from here continues. */
  readonly lastSeq: () => number;
  /** What a replay of an ended task needs; by id, or by the reference that `keepCase` gave. */
  readonly caseOf: (taskId: string) => CaseFound;
  /** Keeps a case from elsewhere; answers what `replay_of` takes. */
  readonly keepCase: (value: Case) => string;
  /** Appends what happened to an agent, for the registry. Resolves once durable. */
  readonly record: (events: readonly AgentEvent[]) => Promise<readonly TraceEvent[]>;
  /** How an agent did lately, by its folder: for lens, tree and `GET /api/v1/agents`. */
  readonly outcomesOf: (agentPath: string) => AgentOutcomes;
  readonly readiness: () => Readiness;
  readonly load: () => EngineLoad;
  /** Takes no more tasks, lets running ones end for at most `drain_ms`, then stops them: they are `lost`, and tried again at the next start if attempts are left. */
  readonly close: (options?: { readonly drain_ms?: number }) => Promise<void>;
};

export type Submitted = {
  readonly task_id: string;
  readonly status: TaskStatus;
  /** False where an earlier task with the same idempotency key and input answers. */
  readonly created: boolean;
  /** The task's first event; a stream begins after `seq - 1`. */
  readonly seq: number;
};

export type CancelOptions = { readonly by?: string; readonly reason?: string };

export type CancelOutcome =
  /** `canceled`, or how the task had ended before, or ended while it was being cancelled. */
  { readonly status: TaskStatus } | { readonly status: 'missing' };

export type FoundTask =
  | { readonly status: 'found'; readonly task_id: string }
  | { readonly status: 'ambiguous'; readonly task_ids: readonly string[] }
  | { readonly status: 'missing' };

export type TaskQuery = {
  readonly status?: TaskStatus | readonly TaskStatus[];
  /** The agent's name. */
  readonly agent?: string;
  readonly agent_path?: string;
  /** Unix time in milliseconds: tasks created at or after it. */
  readonly since?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
  /** @default 100, at most 1,000. */
  readonly limit?: number;
};

export type TaskPage = {
  readonly tasks: readonly Task[];
  /** Absent on the last page. */
  readonly next?: string;
  /** Ids of tasks that belong on this page and cannot be read any more: their records are damaged. */
  readonly damaged: readonly string[];
  /** As `lastSeq()` when the page was made. */
  readonly last_seq: number;
};

export type EventFilter = {
  readonly task_id?: string;
  readonly types?: readonly string[];
};

export type AgentEvent = NewEvent & { readonly type: 'agent.loaded' | 'agent.reloaded' | 'agent.rejected' | 'agent.removed' };

export type AgentOutcomes = {
  readonly last_task?: LastTask;
  /** Of the last 100 succeeded tasks, from queued to the end. */
  readonly p50_ms?: number;
  readonly p95_ms?: number;
};

export type Readiness =
  | { readonly ready: true }
  /** `code` is stable (`store_full`, `store_damaged`, `closing`), `message` says what to do. */
  | { readonly ready: false; readonly code: string; readonly message: string };

export type EngineLoad = { readonly queued: number; readonly running: number; readonly waiting: number; readonly slots: number };

export type SubmitErrorCode =
  | 'unknown_agent'
  | 'ambiguous_agent'
  | 'agent_unusable'
  | 'version_not_served'
  | 'not_runnable'
  | 'invalid_input'
  | 'idempotency_conflict'
  | 'unknown_task'
  | 'not_ended'
  | 'traffic_gone'
  | 'code_gone'
  | 'closing';

/** Why there is no task. The HTTP layer gives each code its status. */
export class SubmitError extends Error {
  override readonly name = 'SubmitError';
  readonly code: SubmitErrorCode;
  /** For `invalid_input`: all that does not fit, each with its JSON Pointer. */
  readonly problems: readonly ValueProblem[];
  /** For `unknown_agent` the known names, for `ambiguous_agent` the folders. */
  readonly candidates: readonly string[];
  /** For `agent_unusable`: why the agent did not load. */
  readonly failure: Failure | undefined;

  constructor(
    code: SubmitErrorCode,
    message: string,
    more: { readonly problems?: readonly ValueProblem[]; readonly candidates?: readonly string[]; readonly failure?: Failure } = {},
  ) {
    super(message);
    this.code = code;
    this.problems = more.problems ?? [];
    this.candidates = more.candidates ?? [];
    this.failure = more.failure;
  }
}
