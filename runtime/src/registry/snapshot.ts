import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../ports.ts';
import { listFileSet, type FileSet } from './file-set.ts';

export type Snapshot = {
  /** sha-256 over path, exec bit and content of every file. */
  readonly digest: string;
  /** The folder that holds exactly these files, read-only. */
  readonly folder: string;
  /** What the author's folder looked like when the snapshot was taken. */
  readonly fingerprint: string;
  /** Files that this user may not read: they are not in the snapshot. */
  readonly unreadable: readonly string[];
};

export type SnapshotOptions = {
  readonly clock: Clock;
  /** Files that count even if ignored. */
  readonly always?: readonly string[];
  /**
   * How long nothing may have changed, in milliseconds. Longer than a tick of the file system's clock (4 ms), so that a later write
   * cannot hide behind an equal time stamp, and longer than an editor needs between the files of one save.
   * @default 15
   */
  readonly settle?: number;
};

/** A folder that is written to without a pause. */
export class NeverQuietError extends Error {
  override readonly name = 'NeverQuietError';
}

/** Looks at a changing folder this often before giving up; the next change starts again. */
const maxLooks = 400;

/**
 * Copies an agent's files into the data folder, so that a task can run on them whatever happens to the author's folder.
 * The set is taken only if nothing changed from before its first byte was read until after its last: a half-written save never gets in.
 */
export async function takeSnapshot(folder: string, snapshots: string, options: SnapshotOptions): Promise<Snapshot> {
  mkdirSync(snapshots, { recursive: true, mode: 0o700 });
  for (let look = 0; look < maxLooks; look += 1) {
    const before = listFileSet(folder, options.always);
    const wait = quietIn(before, options);
    if (wait > 0) {
      // oxlint-disable-next-line no-await-in-loop -- The folder must be quiet before it is looked at again.
      await pause(options.clock, wait);
      continue;
    }
    const copy = join(snapshots, `.new-${randomBytes(8).toString('hex')}`);
    try {
      // One look after the other is the point: each needs what the one before found.
      // oxlint-disable-next-line no-await-in-loop
      const copied = await copySet(folder, before, copy);
      if (copied === undefined || listFileSet(folder, options.always).fingerprint !== before.fingerprint) continue;
      return { ...copied, folder: keep(copy, join(snapshots, copied.digest)), fingerprint: before.fingerprint };
    } finally {
      remove(copy);
    }
  }
  throw new NeverQuietError('The files change all the time; the version before keeps serving.');
}

/** Milliseconds until the set has been quiet for long enough. A time stamp from the future (a clock set back) does not block. */
function quietIn(set: FileSet, options: SnapshotOptions): number {
  const settle = options.settle ?? 15;
  const age = options.clock.now() - set.changed;
  return age < 0 || age >= settle ? 0 : settle - age;
}

/** Reads each file once, hashing what is written, so digest and copy cannot differ. `undefined` if a file went away meanwhile. */
async function copySet(folder: string, set: FileSet, copy: string): Promise<Pick<Snapshot, 'digest' | 'unreadable'> | undefined> {
  const hash = createHash('sha256');
  const unreadable: string[] = [];
  mkdirSync(copy, { recursive: true });
  for (const file of set.files) {
    // One at a time: a folder of large files must not be in memory whole.
    // oxlint-disable-next-line no-await-in-loop
    const content = await readIfAllowed(join(folder, file.path));
    if (content === 'gone') return undefined;
    if (content === 'forbidden') {
      unreadable.push(file.path);
      hash.update(`${file.path}\0unreadable\n`);
      continue;
    }
    hash.update(`${file.path}\0${file.executable ? 'x' : '-'}\0${createHash('sha256').update(content).digest('hex')}\n`);
    const target = join(copy, file.path);
    mkdirSync(dirname(target), { recursive: true });
    // oxlint-disable-next-line no-await-in-loop -- One file at a time, as it is read.
    await writeFile(target, content, { mode: file.executable ? 0o555 : 0o444 });
  }
  return { digest: hash.digest('hex'), unreadable };
}

async function readIfAllowed(path: string): Promise<Buffer | 'gone' | 'forbidden'> {
  try {
    return await readFile(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM') ? 'forbidden' : 'gone';
  }
}

/** A rename puts the whole folder there at once; if the digest is there already, the copy is not needed. */
function keep(copy: string, target: string): string {
  if (existsSync(target)) return target;
  renameSync(copy, target);
  chmodSync(target, 0o555);
  return target;
}

function remove(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}

async function pause(clock: Clock, ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    clock.after(ms, resolve);
  });
}
