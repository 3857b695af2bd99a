import type { AgentFiles, Place } from './agent-files.ts';

/** One line of a JavaScript stack. */
export type StackFrame = { readonly file: string; readonly line: number };

/** Deep enough to get through a client library to the agent's own line. */
const framesToAgent = 60;

/** Most calls come straight from the agent's line, and a short look costs a third. */
const framesAtFirst = 4;

/** A function of the harness: frames from its caller on are looked at. */
export type Door = (...values: never[]) => unknown;

/** The agent's line that called, through however many frames of libraries. */
export function callerPlace(door: Door, files: AgentFiles): Place | undefined {
  return innermostPlace(callingFrames(door, framesAtFirst), files) ?? innermostPlace(callingFrames(door), files);
}

/** The calling stack, innermost first; the harness's own frames are not in it. */
export function callingFrames(door: Door, depth: number = framesToAgent): readonly StackFrame[] {
  const limit = Error.stackTraceLimit;
  const prepare: unknown = Reflect.get(Error, 'prepareStackTrace');
  const holder: { readonly stack?: unknown } = {};
  let frames: readonly StackFrame[] = [];
  Error.stackTraceLimit = depth;
  // An agent or a library may have set its own; the raw call sites are wanted here.
  Error.prepareStackTrace = (_error, sites) => {
    frames = sites.map(lazyFrame);
  };
  Error.captureStackTrace(holder, door);
  // Reading is what prepares it.
  void holder.stack;
  Reflect.set(Error, 'prepareStackTrace', prepare);
  Error.stackTraceLimit = limit;
  return frames;
}

/** Most frames are passed over by their file; finding a line is the dear part. */
function lazyFrame(site: NodeJS.CallSite): StackFrame {
  return {
    file: site.getFileName() ?? '',
    get line() {
      return site.getLineNumber() ?? 0;
    },
  };
}

/** The innermost line of the agent's own code among frames. */
export function innermostPlace(frames: readonly StackFrame[], files: AgentFiles): Place | undefined {
  const frame = frames.find(({ file }) => files.owns(file));
  return frame === undefined ? undefined : { file: files.relative(frame.file), line: frame.line };
}

/** Reads an error's `stack`, innermost first. */
export function parseStack(stack: string): readonly StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of stack.split('\n')) {
    const match = /^\s+at (?:.*? \()?((?:file:\/\/)?\/[^)]*?|[A-Za-z]:\\[^)]*?):(\d+):\d+\)?$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      frames.push({ file: match[1], line: Number(match[2]) });
    }
  }
  return frames;
}
