import type { Readable } from 'node:stream';
import { type ProcessId, descendantsOf, isAlive, readProcess, signal } from './process-table.ts';
import type { ProcessTree } from './process-tree.ts';

/**
 * The tree of a worker in its own process namespace.
 * When the first process of the namespace is killed the kernel ends all others before it lets that one go,
 * so one SIGKILL ends forks, daemons and whatever hides, and its absence proves theirs.
 */
export function namespaceTree(bubblewrap: number, status: Readable, onFirst: (pid: number) => void): ProcessTree {
  let first: ProcessId | undefined;
  let killed = false;
  let text = '';
  status.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1');
    const pid = /"child-pid": ?(\d+)/.exec(text)?.[1];
    if (first !== undefined || pid === undefined) return;
    first = readProcess(Number(pid));
    if (killed) kill();
    else onFirst(Number(pid));
  });
  // The other end is gone: the process ended, which is told elsewhere.
  status.on('error', () => status.destroy());

  function kill(): void {
    killed = true;
    // While the namespace is being made, bubblewrap and its child are one process group; the child would wait for its parent for ever.
    signal(first?.pid ?? -bubblewrap, 'SIGKILL');
  }

  return {
    pids: () => (first === undefined ? [] : descendantsOf(first.pid).slice(1)),
    scratch: () => (first === undefined ? [] : ['/tmp', '/dev/shm'].map((folder) => `/proc/${first?.pid}/root${folder}`)),
    kill,
    // The status pipe ends with bubblewrap; until then the first process may not have been told yet.
    isEmpty: () => (status.readableEnded || status.destroyed) && (first === undefined || !isAlive(first)),
  };
}
