import type { Failure } from '@hermes-runtime/schemas';
import type { AgentFiles, Place } from './agent-files.ts';
import { innermostPlace, parseStack } from './stack-frames.ts';

/** What the harness itself wants to report as the reason. */
export class AgentFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Turns anything that was thrown into a failure with the agent's own line. */
export function failureOf(
  thrown: unknown,
  code: Failure['code'],
  files: AgentFiles,
  at: Place | undefined = placeOfThrown(thrown, files),
): Failure {
  if (thrown instanceof AgentFailure) {
    return thrown.failure;
  }
  const described = describeThrown(thrown);
  const traceback = tracebackOf(thrown, files);
  return {
    code,
    message: files.toFolderText(described.message),
    exception_type: described.type,
    ...(at && { at }),
    ...(traceback !== undefined && { traceback }),
  };
}

/** The class and the text of what was thrown; JavaScript lets anything be thrown. */
export function describeThrown(thrown: unknown): { readonly type: string; readonly message: string } {
  if (thrown instanceof Error) {
    return { type: errorType(thrown), message: textOf(thrown) };
  }
  return { type: thrown === null ? 'null' : typeof thrown, message: `a value that is no Error was thrown: ${shortText(thrown)}` };
}

/** Where the agent's own code raised it; for a syntax error the line that could not be read. */
export function placeOfThrown(thrown: unknown, files: AgentFiles): Place | undefined {
  const stack = stackOf(thrown);
  if (stack === undefined) {
    return undefined;
  }
  const head = /^((?:file:\/\/)?\/.*|[A-Za-z]:\\.*):(\d+)$/.exec(stack.split('\n', 1)[0] ?? '');
  const unreadable = head?.[1] === undefined ? undefined : (files.toFolder(head[1]) ?? head[1]);
  if (unreadable !== undefined && files.owns(unreadable)) {
    return { file: files.relative(unreadable), line: Number(head?.[2]) };
  }
  return innermostPlace(parseStack(stack), files);
}

/** All lines of the agent's own code that a thrown value came through, innermost first. */
export function stackPlaces(thrown: unknown, files: AgentFiles): readonly Place[] {
  return parseStack(stackOf(thrown) ?? '')
    .filter(({ file }) => files.owns(file))
    .map(({ file, line }) => ({ file: files.relative(file), line }));
}

/** A short text of any value, for a person; never throws. */
export function shortText(value: unknown, limit = 200): string {
  let text: string;
  try {
    text = typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? Object.prototype.toString.call(value)) : String(value);
  } catch {
    // A cycle, a BigInt inside, or a toJSON that throws: its kind must do.
    text = Object.prototype.toString.call(value);
  }
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

function errorType(error: Error): string {
  const own: unknown = error.name;
  const made: unknown = error.constructor?.name;
  // A subclass that did not set `name` is still told apart by its class.
  return typeof own === 'string' && own !== '' && (own !== 'Error' || typeof made !== 'string' || made === '') ? own : String(made || own);
}

function textOf(error: Error): string {
  const causes: string[] = [];
  let cause: unknown = error.cause;
  while (cause instanceof Error && causes.length < 3) {
    causes.push(`${errorType(cause)}: ${cause.message || ('code' in cause ? String(cause.code) : '')}`);
    cause = cause.cause;
  }
  return [error.message, ...causes].join(' ← ');
}

function stackOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) {
    return undefined;
  }
  const stack: unknown = thrown.stack;
  return typeof stack === 'string' ? stack : undefined;
}

/** The stack without the harness's and Node's own frames: what an author can act on. */
function tracebackOf(thrown: unknown, files: AgentFiles): string | undefined {
  const stack = stackOf(thrown);
  if (stack === undefined) {
    return undefined;
  }
  const kept = stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || /node_modules/.test(line) || parseStack(line).some(({ file }) => files.owns(file)));
  return files.toFolderText(kept.join('\n')).slice(0, 16_384);
}
