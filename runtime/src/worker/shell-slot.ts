import type { ReadyFrame } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AttemptSpec, Clock } from '../ports.ts';
import type { WorkerExit, WorkerProcess } from '../sandbox/worker-process.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { type AttemptRecording, type RecordedResult, createAttemptRecording } from './attempt-recording.ts';
import { problemOfOutput } from './checked-output.ts';
import { type Loaded, type Slot, type SlotAttempt, type SlotEnding, type Telling, notReady } from './slot.ts';

export type ShellSlotOptions = {
  readonly process: WorkerProcess;
  readonly languageVersion: string;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * A shell that waits for its task; it serves one.
 * It speaks no frames: its input is descriptor 0, its result what it wrote to the file `$HERMES_OUTPUT`
 * (which the harness copies to descriptor 3), or else its last line.
 */
export function createShellSlot(options: ShellSlotOptions): Slot {
  const { process: worker } = options;
  let alive = true;
  let used = 0;
  const exited = worker.exited.finally(() => {
    alive = false;
  });

  const frame: ReadyFrame = { type: 'ready', language_version: options.languageVersion };
  const loaded = Promise.race([
    worker.ready.then((): Loaded => ({ status: 'ready', frame }), notReady),
    exited.then((exit) => notReady(`its sandbox ended at once (${exit.signal ?? `exit code ${exit.code}`})`)),
  ]);

  function run(attempt: AttemptSpec, limits: AttemptLimits, { onEvent }: Telling): SlotAttempt {
    used += 1;
    const { clock, log } = options;
    const recording = createAttemptRecording({
      id: '',
      limits,
      secrets: attempt.secrets,
      clock,
      log,
      onEvent,
      onChange: () => worker.kill(),
    });
    const written = collect(worker, limits.resultBytes);
    const stopWatching = worker.watchMemory();
    worker.onOutput(recording.output);
    worker.input?.end(
      `${[attempt.task_id, attempt.attempt, attempt.idempotency_key].map(wordOf).join(' ')}\n${JSON.stringify(attempt.input)}`,
    );
    const ended = exited.then((exit) => {
      stopWatching();
      recording.close();
      return endingOf(exit, recording, written, limits);
    });
    return { ended, gone: exited, interrupt: () => worker.interrupt('SIGTERM'), kill: worker.kill };
  }

  return {
    loaded,
    run,
    pid: worker.pid,
    debugger: undefined,
    used: () => used,
    alive: () => alive,
    exited,
    clear: () => Promise.resolve(false),
    close: worker.kill,
  };
}

/** The harness reads three words from one line; what could end one is no part of an id that anybody needs. */
function wordOf(value: string | number): string {
  return String(value).replaceAll(/\s/g, '_') || '-';
}

type Written = { readonly text: () => string; readonly bytes: () => number };

/** What comes through descriptor 3, and no more of it than is needed to know that it is too much. */
function collect(worker: WorkerProcess, maxBytes: number): Written {
  const parts: Buffer[] = [];
  let bytes = 0;
  worker.channel.on('data', (part: Buffer) => {
    if (bytes <= maxBytes) parts.push(part);
    bytes += part.length;
  });
  return { text: () => Buffer.concat(parts).toString('utf8'), bytes: () => bytes };
}

function endingOf(exit: WorkerExit, recording: AttemptRecording, written: Written, limits: AttemptLimits): SlotEnding {
  const text = written.bytes() > 0 ? written.text() : recording.lastLine();
  const succeeded = exit.code === 0 && !exit.outOfMemory;
  const result = succeeded ? resultOf(text, Math.max(written.bytes(), Buffer.byteLength(text)), limits.resultBytes) : undefined;
  return { recording: { ...recording, result: () => result }, exit, outOfMemory: exit.outOfMemory };
}

function resultOf(text: string, bytes: number, maxBytes: number): RecordedResult | undefined {
  if (text.trim() === '') return undefined;
  let output: unknown;
  try {
    output = bytes > maxBytes ? undefined : JSON.parse(text);
  } catch {
    const shown = text.trim().slice(0, 200);
    const message = `The result is not JSON: ${shown}. Print a JSON object as the last line, or write it to the file $HERMES_OUTPUT.`;
    return { status: 'failed', failure: { code: 'not_json', message, path: '' } };
  }
  const failure = problemOfOutput(output, bytes, maxBytes);
  return failure === undefined ? { status: 'result', output } : { status: 'failed', failure };
}
