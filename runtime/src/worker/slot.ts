import { randomBytes } from 'node:crypto';
import type { Failure, ReadyFrame } from '@hermes-runtime/schemas';
import type { DebuggerState } from '../debugger/attempt-debugging.ts';
import type { Log } from '../logging/log.ts';
import type { AttemptContext, AttemptSpec, Clock } from '../ports.ts';
import type { WorkerExit, WorkerProcess } from '../sandbox/worker-process.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { type AttemptRecording, createAttemptRecording } from './attempt-recording.ts';
import { failureOfExit } from './failure-of-exit.ts';
import { type Received, openFrameChannel } from './frame-channel.ts';
import { recordedFrames } from './recorded-frames.ts';

/** The frame that tells a harness what to load. */
export type LoadFrame = {
  readonly folder: string;
  readonly snapshot: string;
  readonly entrypoint: string;
  readonly trace: AttemptSpec['trace'];
  readonly site_packages: readonly string[];
};

export type Loaded = { readonly status: 'ready'; readonly frame: ReadyFrame } | { readonly status: 'rejected'; readonly failure: Failure };

/** How one attempt in a slot came to its end, before anyone says what that means. */
export type SlotEnding = {
  readonly recording: AttemptRecording;
  /** Set when the process is gone; otherwise the slot lives on. */
  readonly exit: WorkerExit | undefined;
  readonly outOfMemory: boolean;
};

/** Who hears what an attempt says. */
export type Telling = Pick<AttemptContext, 'onEvent' | 'onRecorded'> & { readonly onDebugger?: (state: DebuggerState) => void };

export type SlotAttempt = {
  readonly ended: Promise<SlotEnding>;
  /** Settles when nothing of the attempt is left: with its process, or, where that lives on, at once. */
  readonly gone: Promise<unknown>;
  readonly interrupt: () => void;
  readonly kill: () => void;
};

/** One worker process with a harness in it; takes one task at a time. */
export type Slot = {
  readonly loaded: Promise<Loaded>;
  readonly run: (attempt: AttemptSpec, limits: AttemptLimits, context: Telling) => SlotAttempt;
  readonly pid: number;
  /** Where a debugger speaks, in a worker that was started with one. */
  readonly debugger: WorkerProcess['debugger'];
  /** How many attempts it has ended. */
  readonly used: () => number;
  readonly alive: () => boolean;
  readonly exited: Promise<WorkerExit>;
  /** Removes what the last task left; false when the slot must not be used again. */
  readonly clear: () => Promise<boolean>;
  readonly close: () => void;
};

export type SlotOptions = {
  readonly process: WorkerProcess;
  readonly load: LoadFrame;
  readonly limits: AttemptLimits;
  /** A harness that forks for each task lives on; others end with their task. */
  readonly singleUse: boolean;
  readonly clock: Clock;
  readonly log: Log;
};

/** The longest that imports may take. */
const loadTimeoutMs = 60_000;

export function createSlot(options: SlotOptions): Slot {
  const { process: worker, clock, log } = options;
  let alive = true;
  let used = 0;
  let receive: (received: Received) => void = () => {};
  let onOutput: (stream: 'stdout' | 'stderr', bytes: Buffer) => void = () => {};
  const channel = openFrameChannel(worker.channel, options.limits.frameBytes, (received) => {
    receive(received);
    // Whoever breaks the protocol once has no second chance, in a task or between two.
    if (received.type === 'violation') worker.kill();
  });
  worker.onOutput((stream, bytes) => onOutput(stream, bytes));
  const exited = worker.exited.finally(() => {
    alive = false;
    channel.close();
  });
  const loaded = load();

  async function load(): Promise<Loaded> {
    let lastWords = '';
    onOutput = (_stream, bytes) => {
      lastWords = (lastWords + bytes.toString('utf8')).slice(-2000);
    };
    const stopWatching = worker.watchMemory();
    const answer = new Promise<Loaded>((resolve) => {
      receive = (received) => resolve(loadedOf(received));
    });
    let timedOut = false;
    const cancelTimer = clock.after(loadTimeoutMs, () => {
      timedOut = true;
      worker.kill();
    });
    const loading = worker.ready.then(() => {
      channel.send({ type: 'load', ...options.load, single_use: options.singleUse });
      return answer;
    }, notReady);
    const outcome = await Promise.race([loading, exited.then((exit) => endedWhileLoading(exit, timedOut, lastWords, options))]);
    cancelTimer();
    stopWatching();
    receive = () => {};
    onOutput = () => {};
    if (outcome.status === 'rejected') worker.kill();
    return outcome;
  }

  function run(attempt: AttemptSpec, limits: AttemptLimits, { onEvent, onRecorded, onDebugger }: Telling): SlotAttempt {
    const id = randomBytes(16).toString('hex');
    const ended = Promise.withResolvers<SlotEnding>();
    const killsBefore = worker.memoryKills();
    const recording = createAttemptRecording({
      id,
      limits,
      secrets: attempt.secrets,
      clock,
      log,
      onEvent,
      onRecorded,
      onDebugger,
      onChange,
    });
    const stopWatching = worker.watchMemory();
    receive = recording.receive;
    onOutput = recording.output;

    function onChange(): void {
      if (recording.breach() !== undefined) worker.kill();
      else if (recording.end() !== undefined) settle(undefined);
    }

    function settle(exit: WorkerExit | undefined): void {
      worker.drain();
      recording.close();
      stopWatching();
      receive = () => {};
      onOutput = () => {};
      used += 1;
      const outOfMemory = exit?.outOfMemory === true || worker.memoryKills() > killsBefore;
      if (exit === undefined && options.singleUse) worker.kill();
      ended.resolve({ recording, exit, outOfMemory });
    }

    void exited.then(settle, ended.reject);
    for (const frame of recordedFrames(attempt.replay)) channel.send(frame);
    channel.send({
      type: 'task',
      id,
      task_id: attempt.task_id,
      attempt: attempt.attempt,
      input: attempt.input,
      trace: attempt.trace,
      secrets: attempt.secrets,
      placeholders: attempt.placeholders,
      record: attempt.record,
      replay: attempt.replay && { rule: attempt.replay.rule, feeds: attempt.replay.feeds },
      idempotency_key: attempt.idempotency_key,
      deadline: clock.now() + attempt.timeout_ms,
      max_result_bytes: limits.resultBytes,
    });
    const gone = options.singleUse ? exited : ended.promise;
    return { ended: ended.promise, gone, interrupt: () => worker.interrupt('SIGINT'), kill: worker.kill };
  }

  const { pid, debugger: debuggerStream, clearScratch: clear, kill: close } = worker;
  return { loaded, run, pid, debugger: debuggerStream, used: () => used, alive: () => alive, exited, clear, close };
}

function loadedOf(received: Received): Loaded {
  if (received.type === 'violation') return rejected(`The worker sent ${received.reason} while it was loading.`);
  if (received.frame.type === 'ready') return { status: 'ready', frame: received.frame };
  if (received.frame.type === 'rejected') return { status: 'rejected', failure: received.frame.failure };
  return rejected(`The worker sent a "${received.frame.type}" frame while it was loading.`);
}

/** Also for a shell: what was promised to the agent is not there. */
export function notReady(error: unknown): Loaded {
  const reason = error instanceof Error ? error.message : String(error);
  return { status: 'rejected', failure: { code: 'sandbox_unavailable', message: `The agent was not started: ${reason}` } };
}

function rejected(message: string): Loaded {
  return { status: 'rejected', failure: { code: 'import_error', message } };
}

function endedWhileLoading(exit: WorkerExit, timedOut: boolean, lastWords: string, options: SlotOptions): Loaded {
  if (timedOut)
    return rejected(
      `${options.load.entrypoint} was still being imported after ${loadTimeoutMs / 1000} s. Do slow work in execute(), not on import.`,
    );
  const failure = failureOfExit({ ...exit, lastWords }, options.limits.memory_mb);
  return { status: 'rejected', failure: { ...failure, message: `${options.load.entrypoint} could not be imported. ${failure.message}` } };
}
