/** Levels of the runtime's own log, as the configuration spells them in lower case. */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

export type LogFields = Readonly<Record<string, unknown>>;

/** One fact: what happened, and its parts. Texts are English and never hold a secret. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void;
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warning: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};

export type LogSink = { readonly write: (line: string) => void };

const order: readonly LogLevel[] = ['debug', 'info', 'warning', 'error'];

/** JSON lines: a line break inside a value is escaped by JSON, so one record stays one line whatever an agent prints. */
export function createLog(sink: LogSink, level: LogLevel, now: () => number = Date.now): Log {
  const from = order.indexOf(level);
  const at =
    (name: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (order.indexOf(name) < from) return;
      sink.write(`${lineOf({ time: new Date(now()).toISOString(), level: name, event, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warning: at('warning'), error: at('error') };
}

/** Control characters above ASCII (C1, line and paragraph separators) can drive a terminal too; JSON leaves them as they are. */
function lineOf(record: LogFields): string {
  return JSON.stringify(record, errorsAsText).replaceAll(
    /[\u007F-\u009F\u2028\u2029]/g,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
}

/** A log that goes nowhere, for tests and one-shot commands. */
export const silentLog: Log = createLog({ write: () => {} }, 'error');
