import type {
  AgentRef,
  AttemptStarted,
  DebugReady,
  ExceptionCaught,
  ExchangeDiverged,
  GivenAnswer,
  Failure,
  HttpExchanged,
  ItemSkipped,
  LogWritten,
  LoopEnded,
  ProcessExited,
  ProgressMade,
  ReplayCompared,
  ReplayMode,
  SpanEnded,
  SpanStarted,
  TaskQueued,
  TaskStatus,
  TaskWaiting,
  TextGarbled,
} from '../generated/types.ts';
import type { AttemptStatus } from './status.ts';

export type AttemptView = {
  readonly attempt: number;
  readonly status: AttemptStatus;
  /** The event that started it: language, rung, network, what is not enforced. */
  readonly started?: AttemptStarted;
  /** Where a debugger can join; kept once the attempt has ended. */
  readonly debug?: DebugReady;
  /** Unix time in milliseconds. */
  readonly finished_at?: number;
  readonly failure?: Failure;
};

/** What the runtime saw during the latest attempt, in the store's order. */
export type Facts = {
  readonly exchanges: readonly HttpExchanged[];
  readonly diverged: readonly ExchangeDiverged[];
  readonly loops: readonly LoopEnded[];
  readonly caught: readonly ExceptionCaught[];
  readonly garbled: readonly TextGarbled[];
  readonly skipped: readonly ItemSkipped[];
  readonly processes: readonly ProcessExited[];
  readonly spans: readonly (SpanStarted | SpanEnded)[];
  readonly logs: readonly LogWritten[];
  readonly progress?: ProgressMade;
};

/** A task as every screen shows it: nothing but a fold of its events. Times are Unix milliseconds. */
export type TaskView = {
  readonly task_id: string;
  readonly status: TaskStatus;
  readonly agent: AgentRef;
  readonly input: unknown;
  readonly source?: TaskQueued['source'];
  readonly replay_of?: string;
  readonly replay_mode?: ReplayMode;
  /** Of a replay: what a person answers by hand where nothing was recorded. */
  readonly given?: readonly GivenAnswer[];
  /** The receipt of a replay. */
  readonly replay?: ReplayCompared;
  /** Whether it was submitted to be debugged. */
  readonly debug?: boolean;
  readonly output?: unknown;
  readonly failure?: Failure;
  readonly queued_at: number;
  readonly started_at?: number;
  readonly finished_at?: number;
  /** From queued to the end, by a clock that cannot be set back. */
  readonly ms?: number;
  readonly waiting?: Pick<TaskWaiting, 'reason' | 'until'>;
  readonly attempts: readonly AttemptView[];
  readonly facts: Facts;
  readonly last_seq: number;
};

const noFacts: Facts = { exchanges: [], diverged: [], loops: [], caught: [], garbled: [], skipped: [], processes: [], spans: [], logs: [] };

export const emptyTask: TaskView = {
  task_id: '',
  status: 'queued',
  agent: { name: '', version: '', digest: '', path: '' },
  input: null,
  queued_at: 0,
  attempts: [],
  facts: noFacts,
  last_seq: 0,
};
