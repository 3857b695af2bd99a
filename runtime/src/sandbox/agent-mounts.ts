import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isForbidden, isInside } from './grants.ts';
import type { Mount } from './launch-plan.ts';

export type AgentMounts = {
  readonly mounts: readonly Mount[];
  /** Folders that are made empty and read-only, so that other things can be put into them. */
  readonly emptyFolders: readonly string[];
};

export type AgentMountsOptions = {
  readonly folder: string;
  readonly snapshot: string;
  /** What the agent was granted beside its own files. */
  readonly granted: readonly Mount[];
  readonly forbidden: readonly string[];
};

/** A walk stops here; no agent's folder is that large, and a granted one that is costs no minutes. */
const maxEntries = 20_000;

/**
 * The agent's files under the author's paths, with what was granted over them and without what is forbidden.
 * Nothing can be mounted where a read-only folder has no entry of that name, so such a folder is put together piece by piece.
 */
export function agentMounts(options: AgentMountsOptions): AgentMounts {
  const { folder, snapshot, granted, forbidden } = options;
  const mounts: Mount[] = [];
  const emptyFolders: string[] = [];
  const hidden = findForbidden(snapshot, (path) => isForbidden(join(folder, path), forbidden), forbidden);
  const inner = [
    ...granted.map((mount) => mount.target).filter((target) => isInside(target, folder)),
    ...hidden.map(({ path }) => join(folder, path)),
  ];

  function place(path: string): void {
    const target = join(folder, path);
    if (inner.includes(target)) return;
    if (!inner.some((other) => isInside(other, target))) {
      mounts.push({ source: join(snapshot, path), target, writable: false });
      return;
    }
    emptyFolders.push(target);
    for (const entry of entriesOf(join(snapshot, path))) place(join(path, entry.name));
  }

  place('');
  for (const mount of granted) {
    mounts.push(mount);
    const isHidden = (path: string): boolean =>
      isForbidden(join(mount.target, path), forbidden) || isForbidden(join(mount.source, path), forbidden);
    for (const { path, isFolder } of findForbidden(mount.source, isHidden, forbidden)) {
      const target = join(mount.target, path);
      if (isFolder) emptyFolders.push(target);
      else mounts.push({ source: '/dev/null', target, writable: false });
    }
  }
  return { mounts, emptyFolders };
}

type Hidden = { readonly path: string; readonly isFolder: boolean };

/** What the configuration keeps from the agent, relative to `root`; what lies below one is not looked at. */
function findForbidden(root: string, isHidden: (path: string) => boolean, patterns: readonly string[]): Hidden[] {
  const found: Hidden[] = [];
  const folders = patterns.length === 0 ? [] : [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      seen += 1;
      if (seen > maxEntries) return found;
      const path = join(folder, entry.name);
      if (isHidden(path)) found.push({ path, isFolder: entry.isDirectory() });
      else if (entry.isDirectory()) folders.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A file, or a folder that this user may not read; then the agent may not either.
    return [];
  }
}
