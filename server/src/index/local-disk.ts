import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, sep } from 'node:path';
import type { FileFact } from '@hermes-runtime/contract';
import { URI } from 'vscode-uri';
import type { Disk, DiskEntry, Place } from './disk.ts';
import { problemPages } from './problem-pages.ts';

/** The machine's own disk. Read synchronously: a thousand small files are read faster so than side by side. */
export const localDisk: Disk = {
  readText,
  exists: existsSync,
  kindOf,
  entriesOf,
  realPath,
  factOf,
  changedAt,
  environments: environments(process.env),
};

/** The runtime's data folder, as it finds it itself. */
function environments(env: NodeJS.ProcessEnv): string {
  const data = env['XDG_DATA_HOME'];
  const folder = data !== undefined && isAbsolute(data) ? data : join(env['HOME'] ?? homedir(), '.local', 'share');
  return join(folder, 'hermes-runtime', 'environments');
}

/** Files of this machine. */
export function localPlace(): Place {
  return { disk: localDisk, pathOf, uriOf: (path) => URI.file(path).toString(), pageOf: problemPages() };
}

/** The path of a file on the disk; undefined for addresses of any other kind. */
function pathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    // No address at all: nothing of ours lies there.
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Absent, a folder, or not readable: the rules have words for a file that is not there.
    return undefined;
  }
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? 'nothing' : stat.isDirectory() ? 'folder' : 'file';
  } catch {
    // Not ours to look at, or a link to itself.
    return 'file';
  }
}

function changedAt(folder: string): number | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    // Not ours to look at.
    return undefined;
  }
}

function entriesOf(folder: string): readonly DiskEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not a folder, gone since it was listed, or not ours to read.
    return [];
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // A dangling link.
    return undefined;
  }
}

function factOf(folder: string, file: string): FileFact | undefined {
  try {
    // Asked at every keystroke; the operating system follows links many times as fast as the other one.
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
