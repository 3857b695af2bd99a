import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { syncFolder } from '../store/payloads.ts';
import { bundleDigest } from './bundle-digest.ts';
import { foldedName, nameProblem } from './entry-name.ts';
import { bundleLimits } from './limits.ts';
import { type TarEntry, TarError, type TarFile, readTar } from './tar.ts';

export type RefusalCode = 'not_an_archive' | 'too_large' | 'too_many_files' | 'bad_name' | 'not_a_file' | 'name_clash' | 'wrong_digest';

export type ReadBundle =
  | { readonly status: 'read'; readonly files: readonly TarFile[]; readonly digest: string }
  /** `entry` is the name in the archive, empty where it is the archive itself. */
  | { readonly status: 'refused'; readonly code: RefusalCode; readonly entry: string; readonly message: string };

/** Reads a bundle that somebody sent. Nothing is written, nothing is trusted, and it never throws. */
export function readBundle(bytes: Buffer, announced?: string): ReadBundle {
  try {
    const files = filesIn(unzipped(bytes));
    const digest = bundleDigest(files);
    if (announced !== undefined && announced !== digest) throw new Refusal('wrong_digest', '', `its digest is ${digest}, not ${announced}`);
    return { status: 'read', files, digest };
  } catch (error) {
    if (error instanceof Refusal) return { status: 'refused', code: error.code, entry: error.entry, message: error.message };
    if (error instanceof TarError) return { status: 'refused', code: 'not_an_archive', entry: error.entry, message: error.message };
    throw error;
  }
}

/** Writes files into a folder that does not exist yet: whole, or not at all, also after a crash. */
export function writeBundle(files: readonly TarFile[], target: string): void {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const beside = join(parent, `.new-${randomBytes(8).toString('hex')}`);
  mkdirSync(beside, { mode: 0o700 });
  try {
    const folders = new Set<string>([beside]);
    for (const { path, executable, content } of files) {
      const file = join(beside, path);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      folders.add(dirname(file));
      writeNew(file, content, executable ? 0o555 : 0o444);
    }
    for (const folder of folders) syncFolder(folder);
    if (existsSync(target)) return;
    renameSync(beside, target);
    chmodSync(target, 0o555);
    syncFolder(parent);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly entry: string;

  constructor(code: RefusalCode, entry: string, message: string) {
    super(message);
    this.code = code;
    this.entry = entry;
  }
}

/** Headers and padding come to the content; an archive of many empty files is mostly these. */
const mostUnpacked = bundleLimits.bytes + (bundleLimits.files + 4) * 1024;

function unzipped(bytes: Buffer): Buffer {
  try {
    const { buffer, engine } = unzip(bytes);
    if (engine.bytesWritten !== bytes.length) throw new Refusal('not_an_archive', '', 'something follows the end of the compressed data');
    return buffer;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isLarge) throw new Refusal('too_large', '', `it unpacks to more than ${bundleLimits.bytes / 1024 / 1024} MiB`);
    throw new Refusal('not_an_archive', '', 'it is not gzipped, or it is cut off');
  }
}

/** With `info`, Node answers the engine too, which knows how much it has read. */
function unzip(bytes: Buffer): { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } } {
  const answer: unknown = gunzipSync(bytes, { maxOutputLength: mostUnpacked, info: true });
  if (typeof answer !== 'object' || answer === null || !('buffer' in answer) || !('engine' in answer))
    throw new Error('zlib answers otherwise');
  const { buffer, engine } = answer;
  if (!Buffer.isBuffer(buffer) || typeof engine !== 'object' || engine === null || !('bytesWritten' in engine))
    throw new Error('zlib answers otherwise');
  return { buffer, engine: { bytesWritten: Number(engine.bytesWritten) } };
}

function filesIn(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  const seen = new Map<string, string>();
  let bytes = 0;
  for (const entry of readTar(archive)) {
    files.push(fileOf(entry, seen));
    bytes += entry.content.length;
    if (files.length > bundleLimits.files) throw new Refusal('too_many_files', entry.name, `it has more than ${bundleLimits.files} files`);
    if (bytes > bundleLimits.bytes)
      throw new Refusal('too_large', entry.name, `it unpacks to more than ${bundleLimits.bytes / 1024 / 1024} MiB`);
  }
  return files;
}

function fileOf({ name, type, mode, content }: TarEntry, seen: Map<string, string>): TarFile {
  if (type !== '0') throw new Refusal('not_a_file', name, `it is no plain file (type "${type.replaceAll(/[^\w]/g, '?')}")`);
  const problem = nameProblem(name);
  if (problem !== undefined) throw new Refusal('bad_name', name, problem);
  if (Buffer.byteLength(name) > bundleLimits.pathBytes) throw new Refusal('bad_name', name, 'its name is too long');
  const parts = name.split('/');
  for (const index of parts.keys()) {
    const path = parts.slice(0, index + 1).join('/');
    const isFile = index === parts.length - 1;
    const known = seen.get(foldedName(path));
    // Two spellings of one folder would be one folder elsewhere, too.
    if (known !== undefined && (isFile || known !== path))
      throw new Refusal('name_clash', name, 'another entry has the same name where case or Unicode forms do not count');
    // A file's spelling is none that a folder could have.
    seen.set(foldedName(path), isFile ? `${path}\0` : path);
  }
  return { path: name, executable: (mode & 0o100) !== 0, content };
}

function writeNew(path: string, content: Buffer, mode: number): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), mode);
  try {
    for (let written = 0; written < content.length;) written += writeSync(file, content, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
