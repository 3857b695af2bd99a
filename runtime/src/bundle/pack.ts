import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import { listFileSet } from '../registry/file-set.ts';
import { bundleDigest } from './bundle-digest.ts';
import { bundleLimits } from './limits.ts';
import { type TarFile, writeTar } from './tar.ts';

export type Packed = {
  readonly status: 'packed';
  /** Gzipped ustar. */
  readonly bytes: Buffer;
  readonly digest: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
};

/** What an agent needs, as its digest covers it: everything in its folder that is not ignored. `always` are files that count even if ignored. */
export function packAgent(
  folder: string,
  always: readonly string[] = [],
): Packed | { readonly status: 'refused'; readonly message: string } {
  try {
    const files: TarFile[] = listFileSet(folder, always).files.map(({ path, executable }) => ({
      path,
      executable,
      content: readFileSync(join(folder, path)),
    }));
    const size = files.reduce((sum, { content }) => sum + content.length, 0);
    if (files.length > bundleLimits.files || size > bundleLimits.bytes) {
      return {
        status: 'refused',
        message: l10n.t(
          'The agent has {0} files and {1} MiB; {2} files and {3} MiB can be pushed. Name what it does not need in .gitignore.',
          files.length,
          Math.ceil(size / 1024 / 1024),
          bundleLimits.files,
          bundleLimits.bytes / 1024 / 1024,
        ),
      };
    }
    return {
      status: 'packed',
      bytes: gzipSync(writeTar(files), { level: 6 }),
      digest: bundleDigest(files),
      files: files.map(({ path, content }) => ({ path, bytes: content.length })),
    };
  } catch (error) {
    return { status: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}
