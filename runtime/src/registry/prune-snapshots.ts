import { chmodSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** How long a version that no agent serves any more is kept for tasks that still wait for it. */
const keptMs = 7 * 24 * 3600 * 1000;
/** And how many such versions at most: somebody who saves all day makes hundreds. */
const keptCount = 500;

/** Marks a snapshot as used now. */
export function touchSnapshot(folder: string, now: number): void {
  utimesSync(folder, now / 1000, now / 1000);
}

/** Removes versions that are old and serve nowhere, and copies that a crash left half done. Answers how many went. */
export function pruneSnapshots(snapshots: string, serving: ReadonlySet<string>, now: number): number {
  const kept = readdirSync(snapshots)
    .filter((name) => !serving.has(name))
    .map((name) => ({ path: join(snapshots, name), used: statSync(join(snapshots, name)).mtimeMs, whole: /^[0-9a-f]{64}$/.test(name) }))
    .toSorted((a, b) => b.used - a.used);
  const old = kept.filter(({ used, whole }, i) => i >= keptCount || now - used > (whole ? keptMs : 3_600_000));
  for (const { path } of old) remove(path);
  return old.length;
}

/** Snapshots are read-only, and what is in a read-only folder cannot be removed by an ordinary user. */
function remove(path: string): void {
  chmodSync(path, 0o755);
  rmSync(path, { recursive: true, force: true });
}
