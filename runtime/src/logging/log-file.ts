import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogSink } from './log.ts';

export type LogFileOptions = {
  /** Rotate above this size, in bytes. */
  readonly maxBytes: number;
  /** How many rotated files stay: `runtime.log.1` is the newest. */
  readonly keep: number;
};

export type LogFile = LogSink & {
  /** Opens the path again: another program has moved the file away. */
  readonly reopen: () => void;
  readonly close: () => void;
};

/**
 * A file that rotates by size.
 * Writes are synchronous: a line is in the file before the process can die of what it reports.
 * A full disk must not take the runtime down, so a failed write is counted and the count is the first line that fits again.
 */
export function openLogFile(path: string, options: LogFileOptions): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let fd: number | undefined = openSync(path, 'a', 0o600);
  let size = fstatSync(fd).size;
  let lost = 0;

  const reopen = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = openSync(path, 'a', 0o600);
    size = fstatSync(fd).size;
  };
  const rotate = (): void => {
    // Another runtime of the same user may have rotated first: only a file that is really full is moved.
    if (statSync(path, { throwIfNoEntry: false })?.size === size) shift(path, options.keep);
    reopen();
  };
  const put = (text: string): void => {
    if (fd === undefined) return;
    if (size > 0 && size + text.length > options.maxBytes) rotate();
    size += writeSync(fd, text);
  };

  return {
    write: (line) => {
      try {
        if (lost > 0) put(`${JSON.stringify({ level: 'error', event: 'log.lost', lines: lost })}\n`);
        lost = 0;
        put(line);
      } catch {
        // No space or no permission: there is no better place to say it than the next line that can be written.
        lost += 1;
      }
    },
    reopen,
    close: () => {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };
}

function shift(path: string, keep: number): void {
  rmSync(`${path}.${keep}`, { force: true });
  for (let n = keep - 1; n >= 1; n -= 1)
    if (statSync(`${path}.${n}`, { throwIfNoEntry: false })) renameSync(`${path}.${n}`, `${path}.${n + 1}`);
  if (keep === 0) rmSync(path, { force: true });
  else renameSync(path, `${path}.1`);
}
