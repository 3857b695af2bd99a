import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isAlive, listPids, readProcess } from '../sandbox/process-table.ts';

/** For tests: the processes of the host whose command line holds a text, zombies left out. */
export function processesNaming(token: string): number[] {
  return listPids().filter(
    (pid) => pid !== process.pid && commandLine(pid).includes(token) && isAlive({ pid, startTime: readProcess(pid)?.startTime ?? '' }),
  );
}

/** Settles when no process names the token any more; the answer says how many still do when the time is up. */
export async function remainingAfter(token: string, ms: number): Promise<number> {
  const remaining = processesNaming(token).length;
  if (remaining === 0 || ms <= 0) return remaining;
  await setTimeout(10);
  return remainingAfter(token, ms - 10);
}

export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended between listing and reading.
    return '';
  }
}
