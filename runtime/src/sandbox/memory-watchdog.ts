import type { Clock } from '../ports.ts';
import { memoryOf } from './process-table.ts';

/** Often enough to stop a bomb before the machine swaps, seldom enough to cost nothing. */
const everyMs = 250;

export type WatchedTree = { readonly pids: () => readonly number[]; readonly limitBytes: number; readonly onExceeded: () => void };

/** Adds up the memory of a tree, which no resource limit does; the answer stops it. */
export function watchMemory(clock: Clock, tree: WatchedTree): () => void {
  let cancel = clock.after(everyMs, look);
  function look(): void {
    const used = tree.pids().reduce((sum, pid) => sum + memoryOf(pid), 0);
    if (used > tree.limitBytes) tree.onExceeded();
    else cancel = clock.after(everyMs, look);
  }
  return () => cancel();
}
