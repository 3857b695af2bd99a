import { constants, readdirSync, readFileSync, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { join, sep } from 'node:path';
import { ignoreRules, type IgnoreRules } from './ignore-rules.ts';

/** One file of an agent, as the disk has it now. */
export type SetFile = {
  /** Relative to the agent's folder, with `/`. */
  readonly path: string;
  readonly executable: boolean;
  readonly bytes: number;
  /** Changes whenever the file is written, replaced, or given other permissions. */
  readonly stamp: string;
  /** Unix milliseconds of the last change of content or permissions. */
  readonly changed: number;
};

export type FileSet = {
  readonly files: readonly SetFile[];
  /** Equal for two looks between which nothing changed. */
  readonly fingerprint: string;
  /** The newest `changed`. */
  readonly changed: number;
};

/** More than this is data, not an agent: it would be copied at every save. */
export const maxFiles = 5000;
export const maxBytes: number = 256 * 1024 * 1024;

/** A folder that is no agent because of its size. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Lists the files of an agent: everything below its folder that is not ignored, sorted.
 * Symbolic links count as the file they lead to, if that lies inside the folder; others are left out, and so are links to folders.
 * `always` are files that count even if ignored: an entrypoint that a build writes into an ignored `dist/`.
 */
export function listFileSet(folder: string, always: readonly string[] = []): FileSet {
  const root = realpathSync(folder);
  const ignored = ignoreRules(readIgnoreFile(root));
  const files: SetFile[] = [];
  let bytes = 0;
  const add = (file: SetFile): void => {
    files.push(file);
    bytes += file.bytes;
    if (files.length > maxFiles || bytes > maxBytes) {
      throw new TooLargeError(
        `The folder holds more than ${maxFiles} files or ${maxBytes / 1024 / 1024} MiB. Name what is no part of the agent in its .gitignore.`,
      );
    }
  };
  walk(root, '', ignored, add);
  for (const path of always) {
    if (files.some((file) => file.path === path)) continue;
    const file = lookAt(root, path);
    if (file !== undefined) add(file);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files,
    fingerprint: files.map((file) => `${file.path}\0${file.stamp}`).join('\n'),
    changed: files.reduce((newest, file) => Math.max(newest, file.changed), 0),
  };
}

function walk(root: string, relative: string, ignored: IgnoreRules, add: (file: SetFile) => void): void {
  for (const entry of readdirSync(join(root, relative), { withFileTypes: true })) {
    const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!ignored(path, 'folder')) walk(root, path, ignored, add);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && !ignored(path, 'file')) {
      const file = lookAt(root, path);
      if (file !== undefined) add(file);
    }
  }
}

/** A file that vanishes between the listing and the look is simply no longer there. */
function lookAt(root: string, path: string): SetFile | undefined {
  const full = join(root, path);
  try {
    const real = realpathSync(full);
    if (!real.startsWith(root + sep)) return undefined;
    const stat = statSync(real, { bigint: true });
    if (!stat.isFile()) return undefined;
    return {
      path,
      executable: (stat.mode & BigInt(constants.S_IXUSR)) !== 0n,
      bytes: Number(stat.size),
      stamp: stampOf(stat),
      changed: Number((stat.mtimeNs > stat.ctimeNs ? stat.mtimeNs : stat.ctimeNs) / 1_000_000n),
    };
  } catch {
    // Gone, a dangling link, or a loop of links: no file of the agent either way.
    return undefined;
  }
}

function stampOf(stat: BigIntStats): string {
  return `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}:${stat.mode}`;
}

function readIgnoreFile(root: string): string {
  try {
    return readFileSync(join(root, '.gitignore'), 'utf8');
  } catch {
    // Most agents have none.
    return '';
  }
}
