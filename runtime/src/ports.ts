import type {
  AgentFile,
  AgentRef,
  Failure,
  PartialEvent,
  Problem,
  RecordedBody,
  RecordedExchange,
  RecordedFeed,
} from '@hermes-runtime/schemas';

/** The one source of time; tests move it by hand. */
export type Clock = {
  /** Unix time in milliseconds; may be set back. */
  readonly now: () => number;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** Calls back once after `ms`; the answer cancels. */
  readonly after: (ms: number, callback: () => void) => () => void;
};

/** Rungs of the sandbox ladder, strongest first. */
export type Rung = 'namespaces' | 'seatbelt' | 'job-only';

export type TraceLevel = 'off' | 'calls' | 'full';

/** One version of an agent, fixed: descriptor and files can no longer change. */
export type AgentVersion = {
  readonly ref: AgentRef;
  readonly file: AgentFile;
  /** The folder that holds the files of this digest, absolute, read-only by convention. Empty where they are on another machine. */
  readonly snapshot: string;
  /** The author's folder, absolute: code is compiled under these paths, so tracebacks and breakpoints point there. */
  readonly folder: string;
};

export type AttemptSpec = {
  readonly task_id: string;
  /** From 1. */
  readonly attempt: number;
  readonly agent: AgentVersion;
  /** Defaults applied, secrets resolved: never stored, never logged. */
  readonly input: unknown;
  /** Values that must not leave the worker: replaced by a placeholder in every event. */
  readonly secrets: readonly string[];
  readonly idempotency_key: string;
  readonly timeout_ms: number;
  readonly trace: TraceLevel;
  /** What stands for each of `secrets` in what is recorded: ASCII, for it may stand in a header. Parallel to `secrets`. */
  readonly placeholders?: readonly string[];
  /** Keep exchanges with their bodies, and what clock and randomness gave: told by `onRecorded`. */
  readonly record?: boolean;
  /** Serve these exchanges instead of the network, which is off. */
  readonly replay?: ReplayPlan;
  /** Start paused, wait for a debugger, let no time run out. */
  readonly debug?: boolean;
};

/** What a replay is served from. */
export type ReplayPlan = {
  /** `exact`: method, URL and body must be equal. `place`: else the same method, URL path and place, in order. */
  readonly rule: 'exact' | 'place';
  readonly exchanges: readonly RecordedExchange[];
  readonly bodies: Readonly<Record<string, RecordedBody>>;
  readonly feeds: readonly RecordedFeed[];
};

/** What a recording adds to an attempt, as it comes. */
export type Recorded =
  | { readonly type: 'exchange'; readonly exchange: RecordedExchange; readonly bodies: Readonly<Record<string, RecordedBody>> }
  | { readonly type: 'feeds'; readonly feeds: readonly RecordedFeed[] };

export type AttemptOutcome =
  | { readonly status: 'succeeded'; readonly output: unknown; readonly ms: number }
  | { readonly status: 'failed' | 'timed_out'; readonly failure: Failure; readonly ms: number }
  | { readonly status: 'canceled'; readonly ms: number };

export type AttemptContext = {
  /** Aborted to cancel: the whole process tree is gone before the promise settles. */
  readonly signal: AbortSignal;
  /** Called in order, `attempt.started` first; never after the promise has settled. */
  readonly onEvent: (event: PartialEvent) => void;
  /** Called in order while the attempt runs, where `record` was asked for. */
  readonly onRecorded?: (recorded: Recorded) => void;
};

/** What became of loading a version: the real error, or the warnings that came with it. */
export type LoadOutcome =
  | { readonly status: 'loaded' }
  | { readonly status: 'rejected'; readonly failure: Failure }
  | {
      readonly status: 'waiting';
      readonly waiting_for: 'interpreter' | 'dependencies';
      readonly missing: readonly string[];
      readonly failure: Failure;
    };

/** The only door to running agent code. */
export type AttemptRunner = {
  /** Starts the version once (imports, not `execute`) and keeps it warm. Coalesces calls for the same digest. */
  readonly load: (agent: AgentVersion) => Promise<LoadOutcome>;
  readonly run: (attempt: AttemptSpec, context: AttemptContext) => Promise<AttemptOutcome>;
  /** Lets warm workers of a version go once their attempts have ended. */
  readonly retire: (digest: string) => void;
  readonly rung: () => Rung;
  /** Attempts go on when this process ends, however that is; `run` for the same task and attempt takes one up again. */
  readonly outlives?: boolean;
  readonly close: () => Promise<void>;
};

/** Where versions come from. `undefined` while nothing serves under the name. */
export type AgentSource = {
  readonly find: (name: string, path?: string) => FoundAgent;
  /** Looks at the disk before a task, so that what was saved until now is what it gets. */
  readonly fresh?: (name: string, path?: string) => Promise<void>;
  /** An exact version whose snapshot is still there: what a task of an earlier process runs on. */
  readonly version?: (ref: AgentRef) => AgentVersion | undefined;
  /** A version that was brought by its digest alone. */
  readonly delivered?: (digest: string) => AgentVersion | undefined;
};

export type FoundAgent =
  | { readonly status: 'found'; readonly agent: AgentVersion }
  | { readonly status: 'ambiguous'; readonly paths: readonly string[] }
  | { readonly status: 'unusable'; readonly failure: Failure; readonly problems: readonly Problem[] }
  | { readonly status: 'missing'; readonly known: readonly string[] };
