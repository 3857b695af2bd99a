import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '@hermes-runtime/contract';

/** Folders in which nobody keeps agents of their own. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);
/** A workspace that is deeper is a whole disk. */
const maxDepth = 12;

export const descriptorNames: readonly string[] = ['agent.yaml', 'agent.yml'];

export type Crawled = { readonly agents: readonly string[]; readonly configs: readonly string[] };

/** Finds the folders with a descriptor, and the configurations, at and below a folder; absolute paths, sorted. Links are followed once. */
export function crawl(root: string): Crawled {
  const agents: string[] = [];
  const configs: string[] = [];
  const seen = new Set<string>();
  const open = [{ folder: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, depth } = next;
    const real = realPath(folder);
    if (real === undefined || seen.has(real)) continue;
    seen.add(real);
    for (const entry of entriesOf(folder)) {
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && !entry.name.includes('.'));
      if (descriptorNames.includes(entry.name) && agents.at(-1) !== folder) agents.push(folder);
      else if (configNames.includes(entry.name)) configs.push(join(folder, entry.name));
      else if (isFolder && !skipped.has(entry.name) && depth < maxDepth) open.push({ folder: join(folder, entry.name), depth: depth + 1 });
    }
  }
  return { agents: agents.toSorted(), configs: configs.toSorted() };
}

/** Whether a folder holds a descriptor now. */
export function hasDescriptor(folder: string): boolean {
  return descriptorNames.some((name) => existsSync(join(folder, name)));
}

function entriesOf(folder: string): ReturnType<typeof readdirOf> {
  try {
    return readdirOf(folder);
  } catch {
    // Not a folder, gone since it was listed, or not ours to read.
    return [];
  }
}

function readdirOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function realPath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    // A dangling link.
    return undefined;
  }
}
