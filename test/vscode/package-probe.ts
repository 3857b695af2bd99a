import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Packs the test-only extension; it takes a second, so it is done for every run. */
export function packageProbe(): string {
  const folder = path.join(root, '.cache', 'probe');
  const file = path.join(root, '.cache', 'probe.vsix');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'probe'), folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'fixtures/memory-files/extension.js'), path.join(folder, 'memory-files.cjs'));
  for (const name of ['README.md', 'LICENSE']) writeFileSync(path.join(folder, name), 'For tests only.\n');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the probe was not packed: ${stderr}`);
  return file;
}
