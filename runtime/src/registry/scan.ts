import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Folders in which nobody keeps agents of their own. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);

/** Deeper than this is a mistake, such as a search path of `/`. */
const maxDepth = 12;

/** The names of a descriptor, the usual one first. */
export const descriptorNames = ['agent.yaml', 'agent.yml'] as const;

/**
 * Every folder with an `agent.yaml` or `agent.yml` at or below `root`, sorted, absolute, links resolved.
 * An agent may lie inside another's folder. Links to folders are followed once, so loops end.
 */
export function scanForAgents(root: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const open: { readonly folder: string; readonly depth: number }[] = [{ folder: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const folder = realOf(next.folder);
    if (folder === undefined || seen.has(folder)) continue;
    seen.add(folder);
    if (descriptorIn(folder) !== undefined) found.push(folder);
    if (next.depth >= maxDepth) continue;
    for (const name of foldersIn(folder)) open.push({ folder: join(folder, name), depth: next.depth + 1 });
  }
  return found.toSorted();
}

/** The file name of the folder's descriptor, if it has one. */
export function descriptorIn(folder: string): string | undefined {
  return descriptorNames.find((name) => existsSync(join(folder, name)));
}

/** Whether agents are looked for below a folder of this name. */
export function isScanned(name: string): boolean {
  return !skipped.has(name);
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && isScanned(entry.name))
      .map(({ name }) => name);
  } catch {
    // Not a folder, or not ours to read: there are no agents to be found in it.
    return [];
  }
}

function realOf(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    // A dangling link, or gone since it was listed.
    return undefined;
  }
}
