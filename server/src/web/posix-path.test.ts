import { posix } from 'node:path';
import { expect, it } from 'vitest';
import * as own from './posix-path.ts';

const folders = ['/', '/memfs:', '/memfs:/a', '/memfs:/a/b', '/memfs:/a/b/', '/x:h/a b/ü.d', '/memfs:/a/../c'];
const files = ['', '.', 'main.py', './main.py', '../main.py', 'a/../../b', 'x/', 'x//y.tar.gz', '.hidden', '/abs', 'a.b/c'];

it('answers as Node does', () => {
  for (const folder of folders) {
    expect([folder, own.dirname(folder), own.basename(folder)]).toEqual([folder, posix.dirname(folder), posix.basename(folder)]);
    for (const file of files) {
      expect([folder, file, own.join(folder, file)]).toEqual([folder, file, posix.join(folder, file).replace(/(?<=.)\/$/, '')]);
      expect([file, own.extname(file)]).toEqual([file, posix.extname(file)]);
    }
    for (const other of folders)
      expect([folder, other, own.relative(folder, other)]).toEqual([folder, other, posix.relative(folder, other)]);
  }
});
