import { Console } from 'node:console';
import { Writable } from 'node:stream';
import type { AgentFiles } from './agent-files.ts';
import type { Reporter } from './reporter.ts';
import { callerPlace, type Door } from './stack-frames.ts';

type Level = 'debug' | 'info' | 'warning' | 'error';
type Stream = 'stdout' | 'stderr';

export type ConsoleOutput = {
  /** Reports lines that were begun and not ended. */
  readonly flush: () => void;
};

/** Longer texts are cut: one print must not fill the store. */
const maxTextLength = 256 * 1024;

const levels: Readonly<Record<string, Level>> = { debug: 'debug', warn: 'warning', error: 'error', trace: 'debug', assert: 'error' };

/** Turns `console.*`, `process.stdout` and `process.stderr` into events on the one channel, so that their order is kept. */
export function captureConsole(report: Reporter['report'], files: AgentFiles, scope: () => object): ConsoleOutput {
  let call: { readonly level: Level | undefined; readonly door: Door } | undefined;
  const write = (stream: Stream, text: string): void => {
    const at = callerPlace(call?.door ?? write, files);
    report({
      type: 'log',
      level: call?.level ?? (stream === 'stdout' ? 'info' : 'error'),
      stream,
      text: text.length > maxTextLength ? `${text.slice(0, maxTextLength)}… (${text.length - maxTextLength} characters more)` : text,
      ...(at && { at }),
      ...scope(),
    });
  };
  const out = lineStream((text) => write('stdout', text), 1);
  const err = lineStream((text) => write('stderr', text), 2);
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => out.stream });
  Object.defineProperty(process, 'stderr', { configurable: true, enumerable: true, get: () => err.stream });
  const replaced: Readonly<Record<string, unknown>> = {
    ...new Console({ stdout: whole((text) => write('stdout', text)), stderr: whole((text) => write('stderr', text)) }),
  };
  for (const [name, method] of Object.entries(replaced)) {
    if (typeof method === 'function') {
      const door = (...values: unknown[]): unknown => {
        out.flush();
        err.flush();
        call = { level: levels[name], door };
        try {
          const answer: unknown = Reflect.apply(method, console, values);
          return answer;
        } finally {
          call = undefined;
        }
      };
      Reflect.set(console, name, door);
    }
  }
  return {
    flush: () => {
      out.flush();
      err.flush();
    },
  };
}

/** What `Console` writes is one text, however many lines it has. */
function whole(onText: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write: (chunk: unknown, _encoding, done) => {
      onText(String(chunk).replace(/\n$/, ''));
      done();
    },
  });
}

/** What is written bit by bit becomes one event for each line. */
function lineStream(onLine: (text: string) => void, fd: number): { readonly stream: Writable; readonly flush: () => void } {
  let pending = '';
  const decoder = new TextDecoder();
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
      pending = lines.pop() ?? '';
      lines.forEach((line) => onLine(line.replace(/\r$/, '')));
      if (pending.length > maxTextLength) {
        onLine(pending);
        pending = '';
      }
      done();
    },
  });
  // Libraries ask for these before they colour or measure.
  Object.assign(stream, { fd, isTTY: false });
  return {
    stream,
    flush: () => {
      if (pending !== '') {
        onLine(pending);
        pending = '';
      }
    },
  };
}
