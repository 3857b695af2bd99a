import { constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { AgentFolder, FileFact, InstalledPackage } from '@hermes-runtime/contract';
import { listFileSet } from './file-set.ts';

export type DiskFolderOptions = {
  /** What problems' paths start with; empty when the folder itself is checked. */
  readonly path?: string;
  /** Where texts are read: the snapshot, while facts about links come from the folder itself. */
  readonly textsIn?: string;
  readonly installed?: (language: 'python' | 'nodejs') => readonly InstalledPackage[] | undefined;
};

/** For near matches only, so a few hundred names are enough. */
const maxListed = 300;

/** An agent's folder on the disk, as the rules want it: nothing throws, what cannot be read is not there. */
export function diskFolder(folder: string, { path = '', textsIn = folder, installed }: DiskFolderOptions = {}): AgentFolder {
  return {
    path,
    readText: (file) => readTextIfAny(join(textsIn, file)),
    stat: (file) => factOf(folder, file),
    list: () => namesIn(folder),
    ...(installed && { installed }),
  };
}

function readTextIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Absent, a folder, or not readable: the rules have words for a file that is not there.
    return undefined;
  }
}

function factOf(folder: string, file: string): FileFact | undefined {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(folder, file));
    const stat = statSync(real);
    if (!stat.isFile() && !stat.isDirectory()) return undefined;
    return {
      kind: stat.isFile() ? 'file' : 'folder',
      executable: (stat.mode & constants.S_IXUSR) !== 0,
      inside: real === root || real.startsWith(root + sep),
    };
  } catch {
    // A path that leads nowhere, or has a NUL in it.
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return listFileSet(folder)
      .files.slice(0, maxListed)
      .map(({ path }) => path);
  } catch {
    // The folder is gone or too large; near matches are a courtesy.
    return [];
  }
}
