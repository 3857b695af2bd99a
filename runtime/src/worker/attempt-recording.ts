import type { Failure, PartialEvent } from '@hermes-runtime/schemas';
import type { DebuggerState } from '../debugger/attempt-debugging.ts';
import type { Log } from '../logging/log.ts';
import type { Clock, Recorded } from '../ports.ts';
import { redactorFor } from '../secrets/redact.ts';
import { redactRecord } from '../secrets/redact-record.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { problemOfOutput } from './checked-output.ts';
import type { Received } from './frame-channel.ts';
import { type OutputStream, createOutputLines } from './output-lines.ts';
import { acceptEvent } from './worker-events.ts';

/** What one attempt has said so far. */
export type AttemptRecording = {
  readonly receive: (received: Received) => void;
  readonly output: (stream: OutputStream, bytes: Buffer) => void;
  /** Turns unfinished lines into events. Afterwards nothing more is taken. */
  readonly close: () => void;
  readonly result: () => RecordedResult | undefined;
  readonly end: () => { readonly exit_code?: number; readonly signal?: number } | undefined;
  /** Set when the worker must go: it broke the protocol or said too much. */
  readonly breach: () => Failure | undefined;
  /** Whether the worker has said anything at all. */
  readonly heard: () => boolean;
  readonly lastWords: () => string;
  /** Lines of standard output, kept where the last of them is the result. */
  readonly lastLine: () => string;
};

export type RecordedResult =
  | { readonly status: 'result'; readonly output: unknown }
  | { readonly status: 'failed'; readonly failure: Failure };

export type RecordingOptions = {
  readonly id: string;
  readonly limits: AttemptLimits;
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly onEvent: (event: PartialEvent) => void;
  /** Set where a recording was asked for. */
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined;
  /** Set where the worker was started with a debugger. */
  readonly onDebugger?: ((state: DebuggerState) => void) | undefined;
  /** Called when there is an end frame or a breach. */
  readonly onChange: () => void;
};

const lastWordsLength = 2000;
/** The frame around a result, in bytes. */
const envelope = 80;

export function createAttemptRecording(options: RecordingOptions): AttemptRecording {
  const redact = redactorFor(options.secrets);
  let state: 'open' | 'closed' = 'open';
  let result: RecordedResult | undefined;
  let end: { readonly exit_code?: number; readonly signal?: number } | undefined;
  let breach: Failure | undefined;
  let printed = 0;
  let traced = 0;
  let lastWords = '';
  let lastLine = '';

  const lines = createOutputLines((stream, raw) => {
    if (breach !== undefined) return;
    const text = redact(raw);
    if (stream === 'stderr') lastWords = `${lastWords}${text}\n`.slice(-lastWordsLength);
    else if (raw.trim() !== '') lastLine = raw;
    tell({ type: 'log', time: options.clock.now(), level: stream === 'stderr' ? 'warning' : 'info', stream, text });
  });

  function tell(event: PartialEvent & Record<string, unknown>): void {
    options.onEvent(event);
  }

  function violate(failure: Failure): void {
    breach ??= failure;
    options.onChange();
  }

  function count(bytes: number): void {
    printed += bytes;
    if (printed > options.limits.printedBytes) violate(tooMuchOutput(options.limits.printedBytes));
  }

  function receive(received: Received): void {
    if (state === 'closed' || breach !== undefined) return;
    if (received.type === 'violation') return violate(brokeProtocol(received.reason));
    traced += received.bytes;
    if (traced > options.limits.traceBytes) return violate(tooMuchOutput(options.limits.traceBytes));
    const { frame } = received;
    if (frame.type === 'ready' || frame.type === 'rejected') return violate(brokeProtocol(`a second "${frame.type}" frame`));
    if (frame.id !== options.id) return violate(brokeProtocol('a frame for a task that it does not have'));
    switch (frame.type) {
      case 'event':
        return takeEvent(frame.event);
      case 'exchange':
      case 'feeds':
        options.onRecorded?.(redactRecord(redact, frame));
        return;
      case 'debug':
        return options.onDebugger?.(frame.state);
      case 'end':
        end = frame;
        return options.onChange();
      case 'result':
        if (result !== undefined) return violate(brokeProtocol('a second result'));
        result = resultOf(frame.output, received.bytes - envelope, options.limits.resultBytes);
        return;
      case 'failed':
        if (result !== undefined) return violate(brokeProtocol('a second result'));
        result = { status: 'failed', failure: frame.failure };
    }
  }

  function takeEvent(event: PartialEvent): void {
    const accepted = acceptEvent(event);
    if (accepted === undefined) return options.log.warning('worker.event_refused', { type: event.type.slice(0, 60) });
    if ('text' in accepted && typeof accepted.text === 'string') count(Buffer.byteLength(accepted.text));
    if (breach === undefined) options.onEvent(redactRecord(redact, accepted));
  }

  return {
    receive,
    output: (stream, bytes) => {
      if (state === 'closed' || breach !== undefined) return;
      lines.write(stream, bytes);
      count(bytes.length);
    },
    close: () => {
      if (state === 'closed') return;
      lines.flush();
      state = 'closed';
    },
    result: () => result,
    end: () => end,
    breach: () => breach,
    heard: () => traced > 0 || printed > 0,
    lastWords: () => lastWords,
    lastLine: () => lastLine,
  };
}

function resultOf(output: unknown, bytes: number, maxBytes: number): RecordedResult {
  const failure = problemOfOutput(output, bytes, maxBytes);
  return failure === undefined ? { status: 'result', output } : { status: 'failed', failure };
}

function tooMuchOutput(bytes: number): Failure {
  return {
    code: 'output_exceeded',
    message: `The agent wrote more than the ${bytes} bytes that limits.output_mb allows, and was stopped. Print less, or raise the limit.`,
  };
}

function brokeProtocol(reason: string): Failure {
  return { code: 'killed', message: `The agent's process was stopped: it sent ${reason}. Descriptor 3 belongs to the runtime.` };
}
