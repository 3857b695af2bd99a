import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export type SmallDisk = {
  readonly folder: string;
  /** Takes all space that is left; answers how to give it back. */
  readonly fill: () => () => void;
  /** Takes so many bytes; answers how to give them back. */
  readonly take: (bytes: number) => () => void;
};

/** A disk of 3 MiB of its own for one test file; undefined where mounting is not allowed. */
export function smallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  const take = (bytes: number): (() => void) => {
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bytes));
    return () => rmSync(ballast);
  };
  return {
    folder,
    take,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      return take(bavail * bsize);
    },
  };
}

/** What stands before the name of a test that needs the disk. */
export function reasonWithout(disk: SmallDisk | undefined): string {
  return disk === undefined ? 'not run: a tmpfs cannot be mounted here: ' : '';
}
