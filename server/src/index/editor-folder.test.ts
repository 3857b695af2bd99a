import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Disk } from './disk.ts';
import { editorFolder } from './editor-folder.ts';
import { localDisk } from './local-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'hermes-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lists a folder again only when something came or went', () => {
  let listed = 0;
  let changed = 1;
  const entriesOf: Disk['entriesOf'] = (path) => {
    listed += 1;
    return localDisk.entriesOf(path);
  };
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'main.py'), '');
  const disk = { ...localDisk, entriesOf, changedAt: () => changed };
  const { filesIn } = editorFolder(folder, '', { textAt: () => undefined, disk });
  expect([filesIn(''), filesIn(''), filesIn('lib'), listed]).toEqual([['main.py'], ['main.py'], [], 2]);
  writeFileSync(join(folder, 'lib/rows.py'), '');
  changed = 2;
  expect([filesIn('lib'), filesIn('none'), listed]).toEqual([['rows.py'], [], 4]);
});

it('lists a folder each time where nobody knows when it changed', () => {
  const { changedAt: _, ...disk } = localDisk;
  const { filesIn } = editorFolder(folder, '', { textAt: () => undefined, disk });
  expect(filesIn('')).toEqual(['main.py']);
  writeFileSync(join(folder, 'more.py'), '');
  expect(filesIn('').toSorted()).toEqual(['main.py', 'more.py']);
});
