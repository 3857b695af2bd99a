import { existsSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '@hermes-runtime/contract';

/** Folders in which nobody keeps agents of their own. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);

/** Deeper, or more, than this is a mistake, such as a search path of `/`. */
const maxDepth = 12;
const maxFolders = 50_000;

/** The names of a descriptor, the usual one first. */
export const descriptorNames: readonly string[] = ['agent.yaml', 'agent.yml'];

export type Scanned = {
  /** Folders with a descriptor. */
  readonly agents: readonly string[];
  readonly configs: readonly string[];
};

/** A file of this name in a folder: agents there are run when somebody names the folder, not when one above it is served. */
const notServedMark = '.hermes-runtime-ignore';

/** Folders with a descriptor, and configurations, at or below `root`, sorted. Links to folders are followed once, so loops end. */
export function scan(root: string, mayEnter: (folder: string) => boolean = () => true): Scanned {
  const agents: string[] = [];
  const configs: string[] = [];
  const seen = new Set<string>();
  const open = [{ folder: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined && seen.size < maxFolders; next = open.pop()) {
    const { folder, depth } = next;
    const real = realOf(folder);
    if (real === undefined || seen.has(real) || (depth > 0 && !mayEnter(folder))) continue;
    seen.add(real);
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (descriptorNames.includes(entry.name)) agents.push(folder);
      else if (configNames.includes(entry.name)) configs.push(path);
      else if (isScanned(entry.name) && depth < maxDepth && mayBeFolder(entry)) open.push({ folder: path, depth: depth + 1 });
    }
  }
  return { agents: [...new Set(agents)].toSorted(), configs: configs.toSorted() };
}

/** Every folder with an agent to serve at or below `root`: absolute, links resolved, each once. An agent may lie inside another's folder. */
export function scanForAgents(root: string): readonly string[] {
  const { agents } = scan(root, (folder) => !existsSync(join(folder, notServedMark)));
  return [...new Set(agents.flatMap((folder) => realOf(folder) ?? []))].toSorted();
}

/** The file name of the folder's descriptor, if it has one. */
export function descriptorIn(folder: string): string | undefined {
  return descriptorNames.find((name) => existsSync(join(folder, name)));
}

/** Whether agents are looked for below a folder of this name. */
export function isScanned(name: string): boolean {
  return !skipped.has(name);
}

/** Links are tried when their name is not that of a file; one that leads to a file has no entries. */
function mayBeFolder(entry: Dirent): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && !entry.name.includes('.'));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not a folder, or not ours to read: there is nothing to be found in it.
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
