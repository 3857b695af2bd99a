// Generated from schemas/json by npm run generate.

export type FailureCode =
  | 'agent_gone'
  | 'attempt_lost'
  | 'canceled'
  | 'debugger_missing'
  | 'debugger_not_attached'
  | 'dependencies_missing'
  | 'divergence'
  | 'exception'
  | 'exit_code'
  | 'import_error'
  | 'internal'
  | 'interpreter_missing'
  | 'killed'
  | 'memory_exceeded'
  | 'no_execute'
  | 'no_result'
  | 'not_json'
  | 'output_exceeded'
  | 'output_mismatch'
  | 'result_too_deep'
  | 'result_too_large'
  | 'sandbox_unavailable'
  | 'secret_missing'
  | 'store_full'
  | 'timeout';
/**
 * The whole agent.yaml of the version that serves; where it was asked for.
 */
export type AgentFile = {
  /**
   * The agent's name: lower case letters, digits and hyphens, 1 to 63 characters.
   */
  name: string;
  /**
   * The agent's version, as in semantic versioning: `1.0.0`, `2.1.0-beta.1`.
   */
  version: string;
  /**
   * One sentence that says what the agent does.
   */
  description?: string;
  input_schema?: JsonSchema;
  output_schema?: JsonSchema1;
  runtime?: RuntimeBlock;
  /**
   * The steps of an agent that is made of agents. Exactly one of `runtime` and `steps`.
   *
   * @minItems 1
   */
  steps?: [{}, ...{}[]];
  /**
   * The output of an agent made of steps, with `${{ }}` expressions.
   */
  output?: {};
  /**
   * How long one attempt may take, in seconds. The smaller of this and the runtime's own limit wins.
   */
  timeout_seconds?: number;
  /**
   * A CEL expression over `input` and `output`: a result that says it failed, is a failure.
   */
  fail_when?: string;
  retry?: RetryPolicy;
  /**
   * How many tasks of this agent run at once.
   */
  concurrency?: number;
  permissions?: Permissions;
  limits?: Limits;
  /**
   * When the agent runs by itself.
   */
  schedule?: {
    /**
     * Five or six cron fields, as in `0 9 * * 1-5`.
     */
    cron: string;
    /**
     * An IANA time zone such as `Asia/Shanghai`. UTC if left out.
     */
    timezone?: string;
    /**
     * The input of each scheduled task.
     */
    input?: {};
  }[];
  /**
   * Inputs to choose from when the agent is run by hand. With `output`, an example is a test.
   */
  examples?: {
    /**
     * What the choice is called.
     */
    name?: string;
    /**
     * The input. It must fit `input_schema`.
     */
    input: {};
    /**
     * The output that is expected. It must fit `output_schema`.
     */
    output?: {
      [k: string]: unknown;
    };
  }[];
} & {
  [k: string]: unknown;
};
/**
 * JSON Schema (2020-12 unless `$schema` says 2019-09 or draft-07) of what `execute()` takes.
 */
export type JsonSchema = {} | boolean;
/**
 * JSON Schema of what `execute()` returns. A result that does not fit fails the task.
 */
export type JsonSchema1 = {} | boolean;
/**
 * An agent: what it is called, what it takes, what it gives, and how it runs.
 */
export type AgentFile1 = {
  /**
   * The agent's name: lower case letters, digits and hyphens, 1 to 63 characters.
   */
  name: string;
  /**
   * The agent's version, as in semantic versioning: `1.0.0`, `2.1.0-beta.1`.
   */
  version: string;
  /**
   * One sentence that says what the agent does.
   */
  description?: string;
  input_schema?: JsonSchema;
  output_schema?: JsonSchema1;
  runtime?: RuntimeBlock;
  /**
   * The steps of an agent that is made of agents. Exactly one of `runtime` and `steps`.
   *
   * @minItems 1
   */
  steps?: [{}, ...{}[]];
  /**
   * The output of an agent made of steps, with `${{ }}` expressions.
   */
  output?: {};
  /**
   * How long one attempt may take, in seconds. The smaller of this and the runtime's own limit wins.
   */
  timeout_seconds?: number;
  /**
   * A CEL expression over `input` and `output`: a result that says it failed, is a failure.
   */
  fail_when?: string;
  retry?: RetryPolicy;
  /**
   * How many tasks of this agent run at once.
   */
  concurrency?: number;
  permissions?: Permissions;
  limits?: Limits;
  /**
   * When the agent runs by itself.
   */
  schedule?: {
    /**
     * Five or six cron fields, as in `0 9 * * 1-5`.
     */
    cron: string;
    /**
     * An IANA time zone such as `Asia/Shanghai`. UTC if left out.
     */
    timezone?: string;
    /**
     * The input of each scheduled task.
     */
    input?: {};
  }[];
  /**
   * Inputs to choose from when the agent is run by hand. With `output`, an example is a test.
   */
  examples?: {
    /**
     * What the choice is called.
     */
    name?: string;
    /**
     * The input. It must fit `input_schema`.
     */
    input: {};
    /**
     * The output that is expected. It must fit `output_schema`.
     */
    output?: {
      [k: string]: unknown;
    };
  }[];
} & {
  [k: string]: unknown;
};
/**
 * `exact`: recorded traffic, network off, placeholders for secrets. `my_code`: the same traffic for the code as it is now, matched by place. `again`: live, same input. `edited`: live, another input.
 */
export type ReplayMode = 'exact' | 'my_code' | 'again' | 'edited';
export type TaskStatus = 'queued' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'timed_out' | 'canceled';
/**
 * One stored fact, about a task or about an agent.
 */
export type TraceEvent =
  | TaskQueued
  | AttemptStarted
  | LogWritten
  | SpanStarted
  | SpanEnded
  | HttpExchanged
  | ProcessExited
  | ExceptionCaught
  | LoopEnded
  | ItemSkipped
  | TextGarbled
  | ProgressMade
  | AttemptSucceeded
  | AttemptFailed
  | AttemptTimedOut
  | AttemptCanceled
  | AttemptLost
  | AttemptRetryScheduled
  | TaskWaiting
  | TaskResumed
  | TaskSucceeded
  | TaskFailed
  | TaskTimedOut
  | TaskCanceled
  | AgentLoaded
  | AgentReloaded
  | AgentRejected
  | AgentRemoved
  | ExchangeDiverged
  | DebugReady
  | ReplayCompared1;
/**
 * What a worker sends on fd 3: a u32 big-endian length, then this as JSON. The host sends one task frame: {type:'task', id, input, trace, secrets, idempotency_key, task_id, attempt, deadline, record, replay, debug}.
 */
export type WorkerFrame =
  | ReadyFrame
  | RejectedFrame
  | EventFrame
  | ResultFrame
  | FailedFrame
  | ExchangeFrame
  | FeedsFrame
  | DebugFrame
  | EndFrame;

/**
 * An agent as the runtime serves it.
 */
export interface AgentSummary {
  name: string;
  version: string;
  description?: string;
  /**
   * The agent's folder, absolute.
   */
  path: string;
  digest?: string;
  language: 'python' | 'nodejs' | 'shell' | 'steps' | 'unknown';
  /**
   * `rejected` with `digest`: the last good version still serves.
   */
  status: 'loaded' | 'rejected' | 'waiting';
  waiting_for?: 'interpreter' | 'dependencies';
  problems: Problem[];
  failure?: Failure;
  rung?: string;
  input_schema?: unknown;
  output_schema?: unknown;
  examples?: {
    name?: string;
    input: {};
    /**
     * Where it is given, the example is a test.
     */
    output?: unknown;
  }[];
  descriptor?: AgentFile;
  secret_fields?: string[];
  missing_dependencies?: string[];
  last_task?: LastTask;
  p50_ms?: number;
  p95_ms?: number;
}
/**
 * Something wrong in a file. Positions are LSP's: zero-based lines, UTF-16 characters.
 */
export interface Problem {
  /**
   * The file, relative to the folder that was checked, with `/`.
   */
  path: string;
  /**
   * The rule's name; `docs/problems/<code>.md` explains it.
   */
  code: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  range: Range;
  related?: RelatedPlace[];
  /**
   * What a quick fix needs, by rule.
   */
  data?: {};
}
export interface Range {
  start: Position;
  end: Position;
}
export interface Position {
  line: number;
  character: number;
}
export interface RelatedPlace {
  path: string;
  range: Range;
  message: string;
}
/**
 * Why an attempt or a task did not succeed.
 */
export interface Failure {
  code: FailureCode;
  /**
   * What went wrong, with the thing, the reason and the next step. English.
   */
  message: string;
  /**
   * The class of what was thrown, as in `KeyError`.
   */
  exception_type?: string;
  at?: Place;
  /**
   * The language's own traceback, harness frames removed.
   */
  traceback?: string;
  /**
   * A JSON Pointer into input or output.
   */
  path?: string;
  /**
   * What does not fit the schema, one entry for each place.
   */
  problems?: ValueProblem[];
  exit_code?: number;
  signal?: string;
}
/**
 * A line of the agent's own code.
 */
export interface Place {
  /**
   * Relative to the agent's folder, with `/`.
   */
  file: string;
  /**
   * From 1.
   */
  line: number;
}
export interface ValueProblem {
  /**
   * A JSON Pointer; empty for the whole value.
   */
  path: string;
  keyword?: string;
  message: string;
}
/**
 * How the agent runs. Exactly one of `runtime` and `steps`.
 */
export interface RuntimeBlock {
  /**
   * The language of the entrypoint.
   */
  type: 'python' | 'nodejs' | 'shell';
  /**
   * The file with `execute()`, relative to the agent's folder.
   */
  entrypoint: string;
  /**
   * Packages that the agent needs: `requests==2.31.0` for Python, `undici@7.0.0` for Node. Nothing is installed unasked.
   */
  dependencies?: string[];
}
/**
 * What happens after a failed attempt. Left out: one attempt.
 */
export interface RetryPolicy {
  /**
   * How many attempts a task has in all.
   */
  max_attempts?: number;
  /**
   * The wait before the second attempt, in seconds.
   */
  initial_delay_seconds?: number;
  /**
   * Each wait is the one before, times this.
   */
  backoff?: number;
  /**
   * No wait is longer than this, in seconds.
   */
  max_delay_seconds?: number;
}
/**
 * What the agent may touch. Without this block the network is open and only the agent's own folder is readable; with it, exactly what it lists.
 */
export interface Permissions {
  /**
   * Hosts that the agent may reach. An empty list is no network at all.
   */
  network?: string[];
  /**
   * Folders, relative to the agent's own, that it may read.
   */
  read?: string[];
  /**
   * Folders, relative to the agent's own, that it may write.
   */
  write?: string[];
}
/**
 * How much one attempt may use.
 */
export interface Limits {
  /**
   * Memory, in MiB.
   */
  memory_mb?: number;
  /**
   * The size of the result and of what is printed, in MiB each.
   */
  output_mb?: number;
  /**
   * Processes and threads at once.
   */
  processes?: number;
}
export interface LastTask {
  task_id: string;
  status: string;
  ms?: number;
  finished_at?: string;
  findings?: number;
}
/**
 * What a replay needs, in one file (`*.case.json`, or gzipped `*.case.json.gz`). Holds no secret.
 */
export interface Case {
  schema: 'hermes-runtime-case/1';
  task_id: string;
  /**
   * Unix time in milliseconds.
   */
  recorded_at: number;
  agent: AgentRef;
  /**
   * sha-256 of each file of that version, by path. Empty where the version is gone.
   */
  files: {
    [k: string]: string;
  };
  descriptor: AgentFile1;
  interpreter: CaseInterpreter;
  /**
   * As the task had it, defaults not applied, secrets as placeholders.
   */
  input: unknown;
  status: 'succeeded' | 'failed' | 'timed_out' | 'canceled';
  /**
   * The last attempt: whose traffic this is.
   */
  attempt: number;
  output?: unknown;
  failure?: Failure;
  /**
   * How many findings the task had.
   */
  findings?: number;
  exchanges: RecordedExchange[];
  /**
   * By sha-256.
   */
  bodies: {
    [k: string]: RecordedBody;
  };
  feeds: RecordedFeed[];
  /**
   * `not_kept`: the task made requests, and nobody kept them (its retention is over, or its trace was off). Then only a live replay is possible.
   */
  traffic: 'kept' | 'not_kept';
  expect?: CaseExpectation;
}
export interface AgentRef {
  name: string;
  version: string;
  /**
   * sha-256 of the snapshot that the task runs.
   */
  digest: string;
  /**
   * The agent's folder, absolute.
   */
  path: string;
}
export interface CaseInterpreter {
  language: 'python' | 'nodejs' | 'shell';
  version: string;
  /**
   * Digest of the installed dependencies; absent where there are none.
   */
  environment?: string;
}
/**
 * One HTTP request and what came of it, whole enough to be served again. Secrets stand as `hermes-secret-<name>`, which is ASCII because it may stand in a header.
 */
export interface RecordedExchange {
  /**
   * As `exchange` of `http.exchanged`.
   */
  n: number;
  client: string;
  method: string;
  url: string;
  at?: Place;
  /**
   * From 1: which try of this method, URL, body and place.
   */
  try: number;
  /**
   * Unix time in milliseconds.
   */
  started: number;
  ms: number;
  request: RecordedRequest;
  response?: RecordedResponse;
  error?: RecordedError;
  /**
   * Not recorded: a person gave this answer by hand, whatever the request's body is.
   */
  given?: boolean;
}
export interface RecordedRequest {
  /**
   * As sent. Not part of the key.
   */
  headers: [string, string][];
  /**
   * sha-256 of the body, in `bodies`. Absent where it was empty, or too large to keep (`truncated`).
   */
  body?: string;
  /**
   * sha-256 of the body with secrets and a multipart boundary replaced: the key, with method and URL.
   */
  digest: string;
  truncated?: boolean;
}
/**
 * Absent where the error came before the headers.
 */
export interface RecordedResponse {
  status: number;
  reason?: string;
  /**
   * As received, secrets replaced.
   */
  headers: [string, string][];
  /**
   * sha-256 of the body, in `bodies`. Absent where it was empty, or too large to keep (`truncated`).
   */
  body?: string;
  /**
   * `wire`: the bytes as they came, still compressed. `decoded`: what the client library gave (Node's fetch).
   */
  encoding?: 'wire' | 'decoded';
  /**
   * Sizes of the pieces in which a streamed body came.
   */
  chunks?: number[];
  /**
   * The body was over the cap and is not kept: a replay that asks for it diverges.
   */
  truncated?: boolean;
  /**
   * A secret was in it and was replaced.
   */
  scrubbed?: boolean;
}
/**
 * The operating system's error, raised again below the client library, which then makes its own.
 */
export interface RecordedError {
  phase: 'connect' | 'send' | 'headers' | 'body';
  /**
   * The OS-level class or code, as in `ConnectionResetError`, `ECONNRESET`, `TimeoutError`.
   */
  type: string;
  errno?: number;
  message: string;
  /**
   * The library's own class where it must be raised directly, as in `ReadTimeout` of httpx.
   */
  client_type?: string;
}
/**
 * Bytes as text where they are UTF-8, else as base64.
 */
export interface RecordedBody {
  text?: string;
  base64?: string;
}
/**
 * One value of clock or randomness that the agent's own code asked for, in order for each name.
 */
export interface RecordedFeed {
  /**
   * As in `time.time`, `random.random`, `Date.now`, `crypto.randomUUID`.
   */
  name: string;
  value: unknown;
}
/**
 * Makes the case a test: what a replay with the code as it is then must come to.
 */
export interface CaseExpectation {
  status: 'succeeded' | 'failed' | 'timed_out';
  /**
   * Must be equal, if given.
   */
  output?: unknown;
  failure_code?: FailureCode;
  /**
   * By kind, how many there may be at most; a kind that is left out may not occur.
   */
  findings?: {
    [k: string]: number;
  };
}
export interface ErrorBody {
  error: {
    code: string;
    message: string;
    problems?: ValueProblem[];
  };
}
/**
 * In a replay, what a person answers by hand to a request that was not recorded. It is no recorded traffic, and every screen says so.
 */
export interface GivenAnswer {
  method: string;
  /**
   * As `exchange.diverged` tells it: secrets as placeholders. Any body of such a request is answered.
   */
  url: string;
  status: number;
  /**
   * Length and encoding of the body are the runtime's own affair.
   */
  headers?: {
    [k: string]: string;
  };
  /**
   * A text goes as it is, any other value as JSON. Nothing if left out.
   */
  body?: unknown;
}
/**
 * orchestrator-config.yaml: how `hermes-orchestrator serve` runs.
 */
export interface OrchestratorConfig {
  /**
   * Where the orchestrator's HTTP API listens.
   */
  server?: {
    /**
     * The address to listen on. Anything but loopback needs `tls`, or the word `insecure`.
     */
    host?: string;
    /**
     * The port to listen on.
     */
    port?: number;
    /**
     * Names by which other machines reach it, as in `Host`. Addresses and the machine's own name need not be listed.
     */
    allowed_hosts?: string[];
    /**
     * Origins whose pages may call the API. `*` is not honoured.
     */
    cors_allowed_origins?: string[];
    /**
     * The certificate by which the API is served over HTTPS.
     */
    tls?: {
      /**
       * The certificate chain, a PEM file; relative to this file.
       */
      cert: string;
      /**
       * Its private key, a PEM file; relative to this file.
       */
      key: string;
    };
    /**
     * Listen on other addresses than loopback without TLS: tokens and inputs can be read on the way. For a proxy that brings TLS.
     */
    insecure?: boolean;
  };
  /**
   * What decides when a task runs: one process and one store, or Temporal.
   */
  engine?: 'embedded' | 'temporal';
  /**
   * Where tasks, tokens and the audit are kept, and how long.
   */
  store?: {
    /**
     * The folder; relative to this file. Left out: the data folder of the user.
     */
    path?: string;
    /**
     * How long history is kept.
     */
    retention?: {
      /**
       * Finished tasks older than this are removed, in days.
       */
      days?: number;
      /**
       * The oldest finished tasks are removed above this size, in MiB.
       */
      max_mb?: number;
    };
  };
  /**
   * Agents that are served from this machine, beside those that are pushed.
   */
  agents?: {
    /**
     * The folder, or folders, with agents; relative to this file.
     */
    search_path?: string | [string, ...string[]];
  };
  /**
   * The runtime to which attempts go. Left out: they run here. HERMES_RUNTIME_URL wins.
   */
  runtime_url?: string;
  /**
   * A file that holds the token of that runtime; relative to this file. HERMES_RUNTIME_TOKEN wins.
   */
  runtime_token_file?: string;
  /**
   * An attempt is lost once that runtime has not answered for so long, in seconds.
   */
  runtime_lost_after_seconds?: number;
  /**
   * The orchestrator's own log: JSON lines.
   */
  logging?: {
    /**
     * How much is logged.
     */
    level?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'debug' | 'info' | 'warning' | 'error';
    /**
     * The log file. Left out: the state folder of the user.
     */
    file?: string;
    /**
     * The size at which the file is rotated, in MiB.
     */
    max_mb?: number;
    /**
     * How many rotated files are kept.
     */
    keep?: number;
  };
  /**
   * Where metrics are sent, and who may read them here.
   */
  metrics?: {
    /**
     * The address of hermes-metrics.
     */
    endpoint?: string;
    /**
     * Whether `/metrics` can be read without the token.
     */
    open?: boolean;
  };
}
/**
 * The traffic of one attempt, as the store keeps it with its task.
 */
export interface Recording {
  attempt: number;
  descriptor: AgentFile1;
  exchanges: RecordedExchange[];
  /**
   * By sha-256.
   */
  bodies: {
    [k: string]: RecordedBody;
  };
  feeds: RecordedFeed[];
}
/**
 * runtime-config.yaml: how `hermes-runtime serve` runs.
 */
export interface RuntimeConfig {
  /**
   * Where the HTTP API listens.
   */
  server?: {
    /**
     * The address to listen on. Anything but loopback needs a token and is said at start.
     */
    host?: string;
    /**
     * The port to listen on.
     */
    port?: number;
    /**
     * Origins whose pages may call the API. `*` is not honoured.
     */
    cors_allowed_origins?: string[];
  };
  /**
   * Where agents are found and how they run.
   */
  agent?: {
    /**
     * The folder, or folders, with agents; relative to this file.
     */
    search_path?: string | [string, ...string[]];
    /**
     * Whether a saved file is used by the next task.
     */
    hot_reload?: boolean;
    /**
     * What agents are kept from.
     */
    sandbox?: {
      /**
       * Whether agents run in a sandbox. Without it they have your own rights.
       */
      enabled?: boolean;
      /**
       * The longest that an attempt may take, in seconds.
       */
      timeout_seconds?: number;
      /**
       * Runtime types that are loaded. Others are refused with the reason.
       */
      allowed_runtimes?: ('python' | 'nodejs' | 'shell')[];
      /**
       * Paths, with `*` and `**`, that no agent may read or write, whatever its own file grants.
       */
      forbidden_paths?: string[];
      /**
       * The weakest rung on which agents may run. Below it no task starts.
       */
      require?: 'namespaces' | 'seatbelt' | 'job-only';
    };
  };
  /**
   * The runtime's own log: JSON lines.
   */
  logging?: {
    /**
     * How much is logged.
     */
    level?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'debug' | 'info' | 'warning' | 'error';
    /**
     * The log file. Left out: the state folder of the user.
     */
    file?: string;
    /**
     * The size at which the file is rotated, in MiB.
     */
    max_mb?: number;
    /**
     * How many rotated files are kept.
     */
    keep?: number;
  };
  /**
   * Where metrics are sent, and who may read them here.
   */
  metrics?: {
    /**
     * The address of hermes-metrics.
     */
    endpoint?: string;
    /**
     * Whether `/metrics` can be read without the token.
     */
    open?: boolean;
  };
  /**
   * How much of each attempt is seen.
   */
  trace?: 'off' | 'calls' | 'full';
  /**
   * Whose HTTP traffic is kept, with bodies and without secrets, so that a task can be replayed.
   */
  record?: 'off' | 'failed' | 'all';
  /**
   * How long history is kept.
   */
  retention?: {
    /**
     * Finished tasks older than this are removed, in days.
     */
    days?: number;
    /**
     * The oldest finished tasks are removed above this size, in MiB.
     */
    max_mb?: number;
  };
  /**
   * Log at DEBUG whatever `logging.level` says.
   */
  debug?: boolean;
}
export interface SubmitTask {
  agent_name: string;
  /**
   * The agent's folder; says which one where a name exists twice.
   */
  agent_path?: string;
  agent_version?: string;
  /**
   * Exactly these files: the version that serves, or one that is kept.
   */
  agent_digest?: string;
  /**
   * Fits the agent's input_schema. `{}` if left out.
   */
  input?: unknown;
  /**
   * 1 is first, 5 is last.
   */
  priority?: number;
  idempotency_key?: string;
  source?: 'cli' | 'editor' | 'console' | 'http';
  /**
   * Values of `secret://name` references, by name. Sealed, never stored in clear.
   */
  secrets?: {
    [k: string]: string;
  };
  /**
   * The task, by id, whose input (and, by mode, traffic and code) this one takes.
   */
  replay_of?: string;
  replay_mode?: ReplayMode;
  /**
   * One attempt, whatever the agent's `retry` says: who sends it tries again by himself.
   */
  single_attempt?: boolean;
  /**
   * Start paused and wait for a debugger (`attempt.debug_ready`).
   */
  debug?: boolean;
  /**
   * In `exact` and `my_code`: answers to requests that were not recorded, each given once, after all that was recorded.
   *
   * @maxItems 32
   */
  given?: GivenAnswer[];
}
/**
 * A task as `GET /api/v1/tasks/{id}` gives it.
 */
export interface Task {
  task_id: string;
  agent_name: string;
  agent_version: string;
  agent_digest: string;
  agent_path?: string;
  status: TaskStatus;
  /**
   * ISO 8601, UTC.
   */
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  input: unknown;
  /**
   * Null until the task has succeeded.
   */
  output: unknown;
  failure: Failure | null;
  findings: Finding[];
  agent_says: string;
  runtime_saw: string;
  attempts: AttemptSummary[];
  source?: string;
  replay_of?: string;
  last_seq: number;
  replay_mode?: ReplayMode;
  replay?: ReplayCompared;
  debug?: boolean;
}
/**
 * Something the runtime saw that the result does not say. A fold of events; no worker reports one.
 */
export interface Finding {
  kind: 'retried' | 'skipped' | 'dropped' | 'swallowed' | 'garbled' | 'unbalanced';
  /**
   * Tries, items, exceptions or values.
   */
  count: number;
  /**
   * Unix time in milliseconds of its first event.
   */
  time: number;
  at?: Place;
  /**
   * English; screens make their own.
   */
  title: string;
  seqs: number[];
  items: string[];
  /**
   * For `garbled`: whether the text left the agent.
   */
  written?: boolean;
  exception_type?: string;
  /**
   * A status or an exception's type, as in `403`.
   */
  reason?: string;
  /**
   * For `retried`: from the first request to the last answer, in milliseconds.
   */
  ms?: number;
}
export interface AttemptSummary {
  attempt: number;
  status: 'starting' | 'running' | 'succeeded' | 'failed' | 'timed_out' | 'canceled' | 'lost';
  /**
   * ISO 8601.
   */
  started_at?: string;
  finished_at?: string;
  failure?: Failure;
  rung?: string;
}
/**
 * The receipt, once a replay has ended.
 */
export interface ReplayCompared {
  type: 'replay.compared';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  replay_of: string;
  mode: ReplayMode;
  input: 'equal' | 'different' | 'unknown';
  code: 'equal' | 'different' | 'unknown';
  environment: 'equal' | 'different' | 'unknown';
  /**
   * Requests that left this machine.
   */
  live_effects: number;
  served: number;
  changed: number;
  diverged: number;
  /**
   * Recorded exchanges that were not asked for.
   */
  left: number;
  findings_before: number;
  findings_after: number;
  /**
   * Output or failure beside the recorded ones.
   */
  result?: 'equal' | 'different';
  /**
   * Clock and randomness that this language could not be fed.
   */
  not_fed?: string[];
  /**
   * Requests that were answered by hand; they are not among `served`.
   */
  given?: number;
}
export interface TaskQueued {
  type: 'task.queued';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  agent: AgentRef;
  /**
   * The input as sent, secrets as placeholders.
   */
  input: unknown;
  source?: 'cli' | 'editor' | 'console' | 'http';
  /**
   * 1 is first, 5 is last. 3 if left out.
   */
  priority?: number;
  idempotency_key?: string;
  replay_of?: string;
  replay_mode?: ReplayMode;
  single_attempt?: boolean;
  debug?: boolean;
  /**
   * Of a replay: what a person answers by hand where nothing was recorded.
   *
   * @maxItems 32
   */
  given?: GivenAnswer[];
}
export interface AttemptStarted {
  type: 'attempt.started';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  language: 'python' | 'nodejs' | 'shell';
  language_version?: string;
  rung: 'namespaces' | 'seatbelt' | 'job-only';
  /**
   * `open`, `none`, or the hosts that may be reached.
   */
  network: ('open' | 'none') | string[];
  /**
   * Limits and permissions that this rung cannot hold, by key of agent.yaml.
   */
  not_enforced: string[];
  trace: 'off' | 'calls' | 'full';
  /**
   * False where the code is not looked into: shell, `trace: off`, a syntax the transform cannot carry.
   */
  instrumented: boolean;
  /**
   * Files of the agent that were loaded untouched, each with the reason.
   */
  not_instrumented?: {
    file: string;
    reason: string;
  }[];
  pid?: number;
  warm?: boolean;
  /**
   * What a debugger has that the attempt otherwise has not: a descriptor of the worker, more memory and processes for itself, rest for the time limit, and, for Node, a loopback port of the runtime.
   */
  opened_for_debugger?: ('descriptor' | 'memory' | 'processes' | 'time_limit' | 'loopback_port')[];
  /**
   * Digest of the interpreter's version and of every installed package: equal for two attempts that could not differ by them.
   */
  environment?: string;
}
export interface LogWritten {
  type: 'log';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  level: 'debug' | 'info' | 'warning' | 'error';
  /**
   * `logger`: the language's logging library; `agent`: hermes_runtime.log().
   */
  stream: 'stdout' | 'stderr' | 'logger' | 'agent';
  text: string;
  at?: Place;
  iteration?: Iteration;
}
/**
 * The turn of a `for` loop in which the event happened.
 */
export interface Iteration {
  /**
   * The loop's id, as in its `loop.ended`.
   */
  loop: string;
  /**
   * From 1.
   */
  index: number;
}
export interface SpanStarted {
  type: 'span.started';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  span_id: string;
  parent_id?: string;
  name: string;
  at?: Place;
}
export interface SpanEnded {
  type: 'span.ended';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  span_id: string;
  ms: number;
  error?: string;
}
export interface HttpExchanged {
  type: 'http.exchanged';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  /**
   * From 1 in each attempt, in the order in which requests began.
   */
  exchange: number;
  /**
   * The library, as in `requests`, `httpx`, `fetch`.
   */
  client: string;
  method: string;
  /**
   * Secrets as placeholders.
   */
  url: string;
  status?: number;
  error?: ExchangeError;
  /**
   * Unix time in milliseconds; `time` is when it ended.
   */
  started: number;
  ms: number;
  request_bytes?: number;
  response_bytes?: number;
  /**
   * As the response declared it; absent if it did not.
   */
  charset?: string;
  content_type?: string;
  retry_after_seconds?: number;
  at?: Place;
  iteration?: Iteration;
  /**
   * Answered from a recording; nothing left this machine.
   */
  replayed?: boolean;
  /**
   * Answered from the recording of another request at the same place: its URL or body differs now.
   */
  changed?: boolean;
  /**
   * In a replay: answered by what a person gave, not by a recording.
   */
  given?: boolean;
}
/**
 * Instead of, or after, a status.
 */
export interface ExchangeError {
  type: string;
  message: string;
  phase?: 'connect' | 'send' | 'headers' | 'body';
}
export interface ProcessExited {
  type: 'process.exited';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  command: string[];
  exit_code?: number;
  signal?: string;
  ms: number;
  at?: Place;
  iteration?: Iteration;
}
/**
 * An exception that the agent's own code caught and did not raise again. `at` is the handler, `raised_at` the innermost line of the agent's own code that raised.
 */
export interface ExceptionCaught {
  type: 'exception.caught';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  exception_type: string;
  message: string;
  at: Place;
  raised_at?: Place;
  /**
   * Whether the handler reads the exception.
   */
  used: boolean;
  iteration?: Iteration;
}
export interface LoopEnded {
  type: 'loop.ended';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  loop: string;
  /**
   * The source, as in `entry in feed.entries[:10]`.
   */
  header: string;
  at: Place;
  /**
   * Turns that began.
   */
  started: number;
  /**
   * Turns that reached the end of the body.
   */
  done: number;
  /**
   * Turns that ended by `continue` outside a handler.
   */
  skipped: number;
  /**
   * Turns that ended in a handler which did not use its exception.
   */
  dropped: number;
  /**
   * Turns that ended in a handler which used it.
   */
  handled: number;
  /**
   * 1 if the loop was left by break, return or an exception.
   */
  left: number;
  /**
   * Unix time in milliseconds.
   */
  began: number;
  /**
   * The first 100 turns that did not reach the end of the body.
   */
  exits: LoopExit[];
  iteration?: Iteration;
}
export interface LoopExit {
  /**
   * From 1.
   */
  index: number;
  how: 'skipped' | 'dropped' | 'handled' | 'break' | 'return' | 'raise';
  at: Place;
  /**
   * What the turn was about: a short text of the loop variable.
   */
  item?: string;
  /**
   * The exception's type, for `dropped` and `handled`.
   */
  reason?: string;
}
export interface ItemSkipped {
  type: 'item.skipped';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  item: string;
  reason: string;
  at?: Place;
  iteration?: Iteration;
}
export interface TextGarbled {
  type: 'text.garbled';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  /**
   * `read`: bytes were decoded with the wrong charset. `written`: that text was sent or returned.
   */
  stage: 'read' | 'written';
  /**
   * An id: the same for the read and its writes.
   */
  garbled: string;
  /**
   * The charset that the response declared; absent if none.
   */
  declared?: string;
  /**
   * The charset that was used.
   */
  read_as: string;
  /**
   * The charset that the bytes fit, checked by re-decoding.
   */
  fits: string;
  /**
   * The text as the agent has it.
   */
  sample: string;
  /**
   * The same bytes, decoded with `fits`.
   */
  should_be: string;
  /**
   * Where it was read, or the request that it was written in.
   */
  exchange?: number;
  /**
   * JSON Pointer into the output, for a value that was returned.
   */
  path?: string;
  at?: Place;
  iteration?: Iteration;
}
export interface ProgressMade {
  type: 'progress';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  done?: number;
  total?: number;
  message?: string;
}
export interface AttemptSucceeded {
  type: 'attempt.succeeded';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  ms: number;
}
export interface AttemptFailed {
  type: 'attempt.failed';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  failure: Failure;
  ms: number;
}
export interface AttemptTimedOut {
  type: 'attempt.timed_out';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  failure: Failure;
  ms: number;
}
export interface AttemptCanceled {
  type: 'attempt.canceled';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  ms: number;
}
export interface AttemptLost {
  type: 'attempt.lost';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  failure: Failure;
}
/**
 * `attempt` is the one that comes next.
 */
export interface AttemptRetryScheduled {
  type: 'attempt.retry_scheduled';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  /**
   * Unix time in milliseconds.
   */
  retry_at: number;
  delay_ms: number;
}
export interface TaskWaiting {
  type: 'task.waiting';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  reason: 'retry' | 'concurrency';
  /**
   * Unix time in milliseconds.
   */
  until?: number;
}
export interface TaskResumed {
  type: 'task.resumed';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
}
export interface TaskSucceeded {
  type: 'task.succeeded';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  output: unknown;
  /**
   * From queued to now.
   */
  ms: number;
}
export interface TaskFailed {
  type: 'task.failed';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  failure: Failure;
  ms: number;
}
export interface TaskTimedOut {
  type: 'task.timed_out';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  failure: Failure;
  ms: number;
}
export interface TaskCanceled {
  type: 'task.canceled';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  by?: string;
  reason?: string;
  ms: number;
}
export interface AgentLoaded {
  type: 'agent.loaded';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  agent: AgentRef;
}
export interface AgentReloaded {
  type: 'agent.reloaded';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  agent: AgentRef;
  previous_digest: string;
}
export interface AgentRejected {
  type: 'agent.rejected';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  /**
   * The agent's folder, absolute.
   */
  path: string;
  name?: string;
  /**
   * The last good version, if one still serves.
   */
  serving_digest?: string;
  problems: Problem[];
  failure?: Failure;
}
export interface AgentRemoved {
  type: 'agent.removed';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  path: string;
  name?: string;
}
/**
 * In a replay, a request for which there is no recording: the attempt fails, whatever the agent does with the error.
 */
export interface ExchangeDiverged {
  type: 'exchange.diverged';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  client: string;
  method: string;
  url: string;
  /**
   * `used_up`: it was recorded, and all its answers have been given.
   */
  reason: 'not_recorded' | 'body_differs' | 'used_up' | 'truncated' | 'subprocess';
  /**
   * The request's body, shortened.
   */
  asked?: string;
  /**
   * The nearest recorded request's body, shortened.
   */
  recorded?: string;
  at?: Place;
  iteration?: Iteration;
}
/**
 * The attempt waits for a debugger before the agent's first line.
 */
export interface DebugReady {
  type: 'attempt.debug_ready';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  /**
   * From 1.
   */
  attempt: number;
  adapter: 'debugpy' | 'inspector';
  /**
   * A Unix socket of this machine for one client; `debugpy` speaks DAP there, `inspector` the WebSocket of Node's inspector.
   */
  socket: string;
  /**
   * With `inspector`: what the WebSocket must ask for. Nobody can guess it.
   */
  path?: string;
  /**
   * With `inspector`: the same on a loopback port of its own, for clients that know no Unix sockets; open until one has come.
   */
  websocket?: string;
  /**
   * Folders, as the debugger names them, whose frames are the runtime's own.
   */
  hidden?: string[];
}
/**
 * The receipt of a replay, the last event before its end.
 */
export interface ReplayCompared1 {
  type: 'replay.compared';
  /**
   * The store's order; grows by one or more from event to event.
   */
  seq: number;
  /**
   * Unix time in milliseconds.
   */
  time: number;
  task_id: string;
  replay_of: string;
  mode: ReplayMode;
  input: 'equal' | 'different' | 'unknown';
  code: 'equal' | 'different' | 'unknown';
  environment: 'equal' | 'different' | 'unknown';
  /**
   * Requests that left this machine.
   */
  live_effects: number;
  served: number;
  changed: number;
  diverged: number;
  /**
   * Recorded exchanges that were not asked for.
   */
  left: number;
  findings_before: number;
  findings_after: number;
  /**
   * Output or failure beside the recorded ones.
   */
  result?: 'equal' | 'different';
  /**
   * Clock and randomness that this language could not be fed.
   */
  not_fed?: string[];
  /**
   * Requests that were answered by hand; they are not among `served`.
   */
  given?: number;
}
/**
 * ui-config.json: the web console in front of an orchestrator or a runtime.
 */
export interface UiConfig {
  server?: {
    /**
     * The address to listen on. Anything but loopback needs a proxy with TLS in front.
     */
    host?: string;
    port?: number;
    /**
     * How browsers reach it, where a proxy stands in front, as in `https://hermes.example.org`.
     */
    public_url?: string;
  };
  /**
   * Where the API is. The environment's ORCHESTRATOR_URL wins.
   */
  orchestrator_url?: string;
  /**
   * A file that holds the API's token and that only its owner can read. The environment's HERMES_TOKEN wins. The token never reaches a browser.
   */
  token_file?: string;
}
export interface ReadyFrame {
  type: 'ready';
  pid?: number;
  language_version: string;
  load_ms?: number;
  /**
   * False where the code is not looked into.
   */
  instrumented?: boolean;
  /**
   * Files of the agent that were loaded untouched, each with the reason.
   */
  not_instrumented?: {
    file: string;
    reason: string;
  }[];
}
export interface RejectedFrame {
  type: 'rejected';
  failure: Failure;
}
export interface EventFrame {
  type: 'event';
  /**
   * The task channel's random id; a frame with another id is refused.
   */
  id: string;
  event: PartialEvent;
}
/**
 * A trace event without seq, task_id and attempt.
 */
export interface PartialEvent {
  type: string;
  time: number;
}
export interface ResultFrame {
  type: 'result';
  id: string;
  output: unknown;
}
export interface FailedFrame {
  type: 'failed';
  id: string;
  failure: Failure;
}
/**
 * Sent once an exchange has ended, where recording was asked for.
 */
export interface ExchangeFrame {
  type: 'exchange';
  id: string;
  exchange: RecordedExchange;
  bodies: {
    [k: string]: RecordedBody;
  };
}
export interface FeedsFrame {
  type: 'feeds';
  id: string;
  feeds: RecordedFeed[];
}
/**
 * `ready`: the debugger listens and the agent's code has not begun. `attached`: a client has said where to stop, and the agent is imported now. `ended`: the client ends this process.
 */
export interface DebugFrame {
  type: 'debug';
  id: string;
  state: 'ready' | 'attached' | 'ended';
}
export interface EndFrame {
  type: 'end';
  id: string;
  exit_code?: number;
  signal?: number;
  max_rss_kb?: number;
}
