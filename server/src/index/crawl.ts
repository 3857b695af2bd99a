import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '@hermes-runtime/contract';

/** Folders in which nobody keeps agents of their own. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);
/** A workspace that is deeper is a whole disk. */
const maxDepth = 12;

export const descriptorNames: readonly string[] = ['agent.yaml', 'agent.yml'];

/** What lies in one folder: whether it has a descriptor, and its configurations; absolute paths. */
export type CrawledFolder = { readonly folder: string; readonly hasAgent: boolean; readonly configs: readonly string[] };

/** Looks at a folder and all below it, one at each step, so that whoever asks for something meanwhile need not wait. Links are followed once. */
export function* crawl(root: string): Generator<CrawledFolder, void> {
  const seen = new Set<string>();
  const open = [{ folder: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, depth } = next;
    const real = realPath(folder);
    if (real === undefined || seen.has(real)) continue;
    seen.add(real);
    let hasAgent = false;
    const configs: string[] = [];
    for (const entry of entriesOf(folder)) {
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && !entry.name.includes('.'));
      if (descriptorNames.includes(entry.name)) hasAgent = true;
      else if (configNames.includes(entry.name)) configs.push(join(folder, entry.name));
      else if (isFolder && isCrawled(entry.name) && depth < maxDepth) open.push({ folder: join(folder, entry.name), depth: depth + 1 });
    }
    yield { folder, hasAgent, configs };
  }
}

/** Whether agents are looked for below a folder of this name. */
export function isCrawled(name: string): boolean {
  return !skipped.has(name);
}

/** Whether a folder holds a descriptor now. */
export function hasDescriptor(folder: string): boolean {
  return descriptorNames.some((name) => existsSync(join(folder, name)));
}

/** What lies at a path; what cannot be looked at is there all the same. */
export function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? 'nothing' : stat.isDirectory() ? 'folder' : 'file';
  } catch {
    // Not ours to look at, or a link to itself.
    return 'file';
  }
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
