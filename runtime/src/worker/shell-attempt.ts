import type { PartialEvent } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AttemptSpec, Clock } from '../ports.ts';
import type { WorkerProcess } from '../sandbox/worker-process.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { type AttemptRecording, createAttemptRecording } from './attempt-recording.ts';
import { problemOfOutput } from './checked-output.ts';
import type { RecordedResult } from './attempt-recording.ts';
import type { SlotAttempt, SlotEnding } from './slot.ts';

export type ShellAttemptOptions = {
  readonly process: WorkerProcess;
  readonly attempt: AttemptSpec;
  readonly limits: AttemptLimits;
  readonly clock: Clock;
  readonly log: Log;
  readonly onEvent: (event: PartialEvent) => void;
};

/**
 * A shell agent speaks no frames: its input is descriptor 0, its result what it wrote to the file `$HERMES_OUTPUT`
 * (which the harness copies to descriptor 3), or else its last line.
 */
export function runShellAttempt(options: ShellAttemptOptions): SlotAttempt {
  const { process: worker, limits } = options;
  const written: Buffer[] = [];
  let writtenBytes = 0;
  const recording = createAttemptRecording({
    id: '',
    limits,
    secrets: options.attempt.secrets,
    clock: options.clock,
    log: options.log,
    onEvent: options.onEvent,
    onChange: () => worker.kill(),
  });
  const stopWatching = worker.watchMemory();
  worker.onOutput(recording.output);
  worker.channel.on('data', (bytes: Buffer) => {
    writtenBytes += bytes.length;
    // One byte more than allowed is enough to know.
    if (writtenBytes - bytes.length <= limits.resultBytes) written.push(bytes);
  });
  worker.input?.end(JSON.stringify(options.attempt.input));

  async function end(): Promise<SlotEnding> {
    const exit = await worker.exited;
    stopWatching();
    recording.close();
    const failed = exit.code !== 0 || exit.outOfMemory;
    const text = writtenBytes > 0 ? Buffer.concat(written).toString('utf8') : recording.lastLine();
    const result = failed ? undefined : resultOf(text, Math.max(writtenBytes, Buffer.byteLength(text)), limits.resultBytes);
    return { recording: withResult(recording, result), exit, outOfMemory: exit.outOfMemory };
  }

  return { ended: end(), gone: worker.exited, interrupt: () => worker.interrupt('SIGTERM'), kill: worker.kill };
}

function withResult(recording: AttemptRecording, result: RecordedResult | undefined): AttemptRecording {
  return { ...recording, result: () => result };
}

function resultOf(text: string, bytes: number, maxBytes: number): RecordedResult | undefined {
  if (text.trim() === '') return undefined;
  let output: unknown;
  try {
    output = bytes > maxBytes ? undefined : JSON.parse(text);
  } catch {
    const shown = text.trim().slice(0, 200);
    return {
      status: 'failed',
      failure: {
        code: 'not_json',
        message: `The result is not JSON: ${shown}. Print a JSON object as the last line, or write it to the file $HERMES_OUTPUT.`,
        path: '',
      },
    };
  }
  const failure = problemOfOutput(output, bytes, maxBytes);
  return failure === undefined ? { status: 'result', output } : { status: 'failed', failure };
}
