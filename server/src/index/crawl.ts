import { join } from 'node:path';
import { configNames } from '@hermes-runtime/contract';
import type { Disk } from './disk.ts';

/** Folders in which nobody keeps agents of their own. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.venv', 'venv', 'dist', '__pycache__', '.hermes-runtime']);
/** A workspace that is deeper is a whole disk. */
const maxDepth = 12;

export const descriptorNames: readonly string[] = ['agent.yaml', 'agent.yml'];

/** What lies in one folder: whether it has a descriptor, and its configurations; absolute paths. */
export type CrawledFolder = { readonly folder: string; readonly hasAgent: boolean; readonly configs: readonly string[] };

/** Looks at a folder and all below it, one at each step, so that whoever asks for something meanwhile need not wait. Links are followed once. */
export function* crawl(root: string, disk: Disk): Generator<CrawledFolder, void> {
  const seen = new Set<string>();
  const open = [{ folder: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, depth } = next;
    const real = disk.realPath(folder);
    if (real === undefined || seen.has(real)) continue;
    seen.add(real);
    let hasAgent = false;
    const configs: string[] = [];
    for (const entry of disk.entriesOf(folder)) {
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
export function hasDescriptor(folder: string, disk: Disk): boolean {
  return descriptorNames.some((name) => disk.exists(join(folder, name)));
}
