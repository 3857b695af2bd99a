import { randomBytes } from 'node:crypto';
import { isAlive, listPids, readEnvironment, readProcess, signal } from './process-table.ts';

/** The environment variable by which the processes of one worker are known, and the runtime that owns them. */
export const markerName = 'HERMES_WORKER';

export type WorkerMarkers = {
  /** What the markers of all workers of this runtime begin with. */
  readonly prefix: string;
  readonly next: () => string;
};

export function createWorkerMarkers(): WorkerMarkers {
  const prefix = `${process.pid}-${readProcess(process.pid)?.startTime ?? '0'}-${randomBytes(4).toString('hex')}-`;
  return { prefix, next: () => `${prefix}${randomBytes(8).toString('hex')}` };
}

/**
 * Ends workers whose runtime was killed. Kernel and guard have done so already, but for a sandbox that was being made at that moment:
 * its process may wait for a parent that is no more.
 */
export function endOrphans(): number {
  let ended = 0;
  for (const pid of listPids()) {
    const owner = /\0HERMES_WORKER=(?<pid>\d+)-(?<startTime>\d+)-/.exec(`\0${readEnvironment(pid)}`)?.groups;
    if (owner === undefined || isAlive({ pid: Number(owner['pid']), startTime: owner['startTime'] ?? '' })) continue;
    signal(pid, 'SIGKILL');
    ended += 1;
  }
  return ended;
}
