import { constants } from 'node:os';
import type { Failure } from '@hermes-runtime/schemas';

/** How a process that gave no result came to its end. */
export type Ending = {
  readonly code: number | undefined;
  readonly signal: string | undefined;
  readonly outOfMemory: boolean;
  /** The last lines of standard error, secrets removed. */
  readonly lastWords: string;
};

/** Names the reason for which there is no result. */
export function failureOfExit(ending: Ending, memoryMb: number): Failure {
  if (ending.outOfMemory || /out of memory|std::bad_alloc|memory allocation of \d+ bytes failed/i.test(ending.lastWords)) {
    return memoryExceeded(memoryMb);
  }
  const signal = ending.signal ?? signalOfCode(ending.code);
  if (signal !== undefined) {
    return {
      code: 'killed',
      message: `The agent's process was ended by ${signal} before execute() returned.${quote(ending.lastWords)}`,
      signal,
    };
  }
  if (ending.code === 0 || ending.code === undefined) {
    return {
      code: 'no_result',
      message: "The agent's process ended before execute() returned, with exit code 0. Return a value instead of ending the process.",
      exit_code: 0,
    };
  }
  return {
    code: 'exit_code',
    message: `The agent's process ended with exit code ${ending.code}.${quote(ending.lastWords)}`,
    exit_code: ending.code,
  };
}

export function memoryExceeded(memoryMb: number): Failure {
  return {
    code: 'memory_exceeded',
    message: `The agent used more than its ${memoryMb} MiB of memory. Use less, or raise limits.memory_mb.`,
  };
}

/** Shells and bubblewrap tell a signal as 128 and its number. */
function signalOfCode(code: number | undefined): string | undefined {
  return code === undefined || code <= 128 ? undefined : signalName(code - 128);
}

export function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}

/** What Node prints when it dies says where in Node, which helps nobody. */
const stackLine = /^\s*(?:\d+: |#|-{3,}|Node\.js v)/;

function quote(lastWords: string): string {
  const last = lastWords.split('\n').findLast((line) => line.trim() !== '' && !stackLine.test(line));
  return last === undefined ? '' : ` It last said: ${last.slice(0, 300)}`;
}
