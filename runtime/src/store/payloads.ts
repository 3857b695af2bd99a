import { hash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bodies above this many UTF-16 units live in files of their own, so that the database stays quick to scan. */
export const payloadThreshold: number = 64 * 1024;

export type Payloads = {
  /** Answers the sha-256 under which the text is durable. The same text is kept once. */
  readonly put: (text: string) => string;
  /** Undefined where the file is missing or is not what was written. */
  readonly get: (sha256: string) => string | undefined;
  /** In bytes; 0 where there is none. */
  readonly sizeOf: (sha256: string) => number;
  readonly remove: (sha256: string) => void;
  /** Every stored name with its age by the file system's clock. */
  readonly list: () => readonly { readonly sha256: string; readonly modified: number }[];
  readonly bytes: () => number;
};

/** Files by content, `payloads/ab/abcdef…`, each synced before anything refers to it. */
export function openPayloads(folder: string): Payloads {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let bytes = filesIn(folder).reduce((sum, { path }) => sum + statSync(path).size, 0);
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  return {
    put: (text) => {
      const sha256 = hash('sha256', text, 'hex');
      const path = pathOf(sha256);
      if (sizeOf(path) === Buffer.byteLength(text)) return sha256;
      mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      writeDurably(path, text);
      syncFolder(join(folder, sha256.slice(0, 2)));
      syncFolder(folder);
      bytes += Buffer.byteLength(text);
      return sha256;
    },
    get: (sha256) => {
      const text = readText(pathOf(sha256));
      return text !== undefined && hash('sha256', text, 'hex') === sha256 ? text : undefined;
    },
    sizeOf: (sha256) => sizeOf(pathOf(sha256)) ?? 0,
    remove: (sha256) => {
      bytes -= sizeOf(pathOf(sha256)) ?? 0;
      rmSync(pathOf(sha256), { force: true });
    },
    list: () => filesIn(folder).map(({ name, path }) => ({ sha256: name, modified: statSync(path).mtimeMs })),
    bytes: () => bytes,
  };
}

/** Written beside and renamed, so that a crash leaves the whole text or none. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    const buffer = Buffer.from(content);
    for (let written = 0; written < buffer.length;) written += writeSync(file, buffer, written);
    fsyncSync(file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** A new name is durable only once its folder is; Windows cannot sync a folder and does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function filesIn(folder: string): { name: string; path: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }));
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Missing or unreadable: the caller reports the record as damaged, which is all that can be said.
    return undefined;
  }
}
