import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeFolders } from '../../testdata/store-folder.ts';

const { fresh, open } = storeFolders();

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
const reason = canTrace ? '' : 'not run: strace is missing or not allowed here: ';
const script = join(import.meta.dirname, '../../testdata/append-until-refused.ts');

/** What the script said while a system call failed from its `when`-th time on. */
function underFault(folder: string, fault: string): string[] {
  const { stdout } = spawnSync('strace', ['-f', '-o', '/dev/null', '-e', fault, process.execPath, script, folder], { encoding: 'utf8' });
  return stdout.trim().split('\n');
}

test.skipIf(!canTrace)(
  `${reason}acknowledges nothing that the disk refused to sync, and nothing after it`,
  () => {
    const folder = fresh();
    const said = underFault(folder, 'inject=fsync,fdatasync:error=EIO:when=40+');
    const acknowledged = said.filter((line) => line.startsWith('ack ')).map((line) => line.slice(4));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(said.slice(acknowledged.length)).toEqual(['store_failed', 'again store_failed', 'problem store_failed']);
    const store = open(folder);
    for (const id of acknowledged) expect(store.statusOf(id)).toBe('queued');
  },
  30_000,
);
