import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type AgentFolder, type FileFact, parseYaml, valueAt } from '@hermes-runtime/contract';
import type { InstalledIn } from '../environment/agent-environment.ts';
import { descriptorIn } from './scan.ts';

export type DiskFolderOptions = {
  /** What problems' paths start with; empty when the folder itself is checked. */
  readonly path?: string;
  /** Where texts are read: the snapshot, while facts about links come from the folder itself. */
  readonly textsIn?: string;
  readonly installed?: InstalledIn;
};

/** For near matches only, so a few hundred names are enough. */
const maxListed = 300;

/** An agent's folder on the disk, as the rules want it: nothing throws, what cannot be read is not there. */
export function diskFolder(folder: string, { path = '', textsIn = folder, installed }: DiskFolderOptions = {}): AgentFolder {
  const readText = (file: string): string | undefined => readTextIfAny(join(textsIn, file));
  return {
    path,
    readText,
    stat: (file) => factOf(folder, file),
    list: () => namesIn(folder),
    filesIn: (inner) => entriesOf(join(folder, inner)).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
    ...(installed && {
      installed: (language) => installed({ folder, dependencies: listedIn(readText(descriptorIn(folder) ?? '')) }, language),
    }),
  };
}

/** The dependencies that a descriptor lists, whatever else is wrong with it. */
function listedIn(descriptor = ''): readonly string[] {
  const listed = valueAt(parseYaml(descriptor).value, ['runtime', 'dependencies']);
  return Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : [];
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
    // The system's own knows how a name is spelled where large and small letters are the same.
    const root = realpathSync.native(folder);
    const real = realpathSync.native(join(folder, file));
    const stat = statSync(real);
    const spelled = real.slice(root.length + 1).replaceAll(sep, '/');
    if (!stat.isFile() && !stat.isDirectory()) return undefined;
    return {
      kind: stat.isFile() ? 'file' : 'folder',
      executable: (stat.mode & constants.S_IXUSR) !== 0,
      inside: real === root || real.startsWith(root + sep),
      readable: mayRead(real),
      ...(spelled !== file && spelled.toLowerCase() === file.toLowerCase() ? { spelled } : {}),
    };
  } catch {
    // A path that leads nowhere, or has a NUL in it.
    return undefined;
  }
}

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    // That is the answer.
    return false;
  }
}

/** Nearest first; names that begin with a dot, and what tools put there, are never meant. */
function namesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined && found.length < maxListed; next = open.shift()) {
    for (const entry of entriesOf(next)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === '__pycache__') continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(relative(folder, path).split(sep).join('/'));
    }
  }
  return found.toSorted().slice(0, maxListed);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone since it was listed, or not ours to read; near matches are a courtesy.
    return [];
  }
}
