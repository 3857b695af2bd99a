import { type ProcessId, descendantsOf, isAlive, listPids, readEnvironment, readProcess, signal } from './process-table.ts';
import type { ProcessTree } from './process-tree.ts';
import { markerName } from './worker-marker.ts';

/**
 * The tree of a worker without a namespace: its process group, its descendants, and every process that was started with its marker.
 * A daemon leaves group and parent but keeps the environment it was started with.
 * One that also clears that is still known if it was seen once as a descendant.
 */
export function markedTree(root: number, marker: string, scratch: string): ProcessTree {
  const members = new Map<number, ProcessId>();
  const hasProc = listPids().length > 0;
  const strangers = new Map<number, string>();

  function look(): void {
    for (const [pid, id] of members) if (!isAlive(id)) members.delete(pid);
    for (const pid of [root, ...members.keys()].flatMap((member) => descendantsOf(member))) add(pid);
    for (const pid of listPids()) if (!members.has(pid)) examine(pid);
  }

  /** The environment of a process is read once: it is as it was when the program started. */
  function examine(pid: number): void {
    const state = readProcess(pid);
    if (state === undefined || state.dead || strangers.get(pid) === state.startTime) return;
    if (state.group === root || state.session === root || isMarked(pid)) members.set(pid, state);
    else if (state.parent !== process.pid) strangers.set(pid, state.startTime);
  }

  function isMarked(pid: number): boolean {
    return `\0${readEnvironment(pid)}`.includes(`\0${markerName}=${marker}\0`);
  }

  function add(pid: number): void {
    const state = readProcess(pid);
    if (state !== undefined && !state.dead) members.set(pid, state);
  }

  return {
    pids: () => {
      // Without /proc there is only the process group, which a negative number means.
      if (!hasProc) return [-root];
      look();
      return [...members.keys()];
    },
    scratch: () => [scratch],
    kill: () => {
      look();
      // Stopped first: a process that cannot run cannot fork away while the others are being killed.
      for (const pid of members.keys()) signal(pid, 'SIGSTOP');
      look();
      signal(-root, 'SIGKILL');
      for (const pid of members.keys()) signal(pid, 'SIGKILL');
    },
    isEmpty: () => {
      look();
      return members.size === 0;
    },
  };
}
