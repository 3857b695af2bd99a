import { createHash } from 'node:crypto';
import type { TarFile } from './tar.ts';

/** The agent's digest, as a snapshot of the same files has it: sorted path, exec bit and sha-256 of every file. */
export function bundleDigest(files: readonly TarFile[]): string {
  const hash = createHash('sha256');
  for (const { path, executable, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${executable ? 'x' : '-'}\0${createHash('sha256').update(content).digest('hex')}\n`);
  return hash.digest('hex');
}
