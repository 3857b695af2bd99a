import { readFileSync, readdirSync } from 'node:fs';

/** A process by pid and start time: a pid alone may be given out again. */
export type ProcessId = { readonly pid: number; readonly startTime: string };

export type ProcessState = ProcessId & {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly dead: boolean;
};

/** What `/proc/<pid>/stat` says, or undefined once the process is gone. A zombie counts as dead: it runs nothing and holds nothing. */
export function readProcess(pid: number): ProcessState | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name stands in parentheses and may hold anything, so fields are counted from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group, session] = fields;
  return {
    pid,
    startTime: fields[19] ?? '',
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    dead: state === 'Z' || state === 'X',
  };
}

/** Whether exactly this process still runs. */
export function isAlive(id: ProcessId): boolean {
  const now = readProcess(id.pid);
  return now !== undefined && !now.dead && now.startTime === id.startTime;
}

/** Every pid that the host shows at this moment; empty where there is no `/proc`. */
export function listPids(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    // Not Linux: the callers fall back to process groups.
    return [];
  }
}

/** A process and all that descend from it, itself first. Read in one pass: one that forks meanwhile is found by the next. */
export function descendantsOf(root: number): number[] {
  const found = [root];
  for (const pid of found) found.push(...childrenOf(pid));
  return found;
}

function childrenOf(pid: number): number[] {
  let tasks: string[];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    // The process ended between two reads; it has no children any more.
    return [];
  }
  return tasks.flatMap((task) => (readProc(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean).map(Number));
}

/** The environment with which a process was started, entries separated by NUL; empty where it may not be read. */
export function readEnvironment(pid: number): string {
  return readProc(`/proc/${pid}/environ`) ?? '';
}

/** Memory that only this process holds or that it shares through shared memory, in bytes, swapped out or not; not its share of files. */
export function memoryOf(pid: number): number {
  const status = readProc(`/proc/${pid}/status`) ?? '';
  const kibibytes = [...status.matchAll(/^(?:RssAnon|RssShmem|VmSwap):\s+(\d+) kB$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
  return kibibytes * 1024;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended first, which is what a signal is for; or it is not ours, and then it was never in the tree.
  }
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // The process ended between listing and reading, or belongs to someone else.
    return undefined;
  }
}
