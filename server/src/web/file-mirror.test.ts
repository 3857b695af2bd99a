import { expect, it } from 'vitest';
import { FileMirror } from './file-mirror.ts';

function mirrorOf(...files: readonly string[]): FileMirror {
  const mirror = new FileMirror();
  for (const file of files) mirror.put(file, `text of ${file}`);
  return mirror;
}

function namesIn(mirror: FileMirror, folder: string): readonly string[] {
  return mirror.entriesOf(folder).map((entry) => entry.name + (entry.isDirectory() ? '/' : ''));
}

it('has the folders of its files', () => {
  const mirror = mirrorOf('/memfs:/b/agent.yaml', '/memfs:/a/deep/main.py', '/memfs:/a/agent.yaml');
  expect(namesIn(mirror, '/memfs:')).toEqual(['a/', 'b/']);
  expect(namesIn(mirror, '/memfs:/a')).toEqual(['agent.yaml', 'deep/']);
  expect(namesIn(mirror, '/memfs:/none')).toEqual([]);
  expect(['/memfs:/a', '/memfs:/a/agent.yaml', '/memfs:/none'].map((path) => mirror.kindOf(path))).toEqual(['folder', 'file', 'nothing']);
});

it('has the text that was sent, and none of a file that was only named', () => {
  const mirror = mirrorOf('/memfs:/agent.yaml');
  mirror.put('/memfs:/picture.png', undefined);
  expect(mirror.readText('/memfs:/agent.yaml')).toBe('text of /memfs:/agent.yaml');
  expect([mirror.exists('/memfs:/picture.png'), mirror.readText('/memfs:/picture.png')]).toEqual([true, undefined]);
  expect(mirror.readText('/memfs:')).toBeUndefined();
});

it('tells a change from none', () => {
  const mirror = mirrorOf('/memfs:/agent.yaml');
  expect(mirror.put('/memfs:/agent.yaml', 'text of /memfs:/agent.yaml')).toBe(false);
  expect(mirror.put('/memfs:/agent.yaml', 'other')).toBe(true);
  expect([mirror.remove('/memfs:/agent.yaml'), mirror.remove('/memfs:/agent.yaml')]).toEqual([true, false]);
});

it('forgets a folder with all below it', () => {
  const mirror = mirrorOf('/memfs:/a/deep/main.py', '/memfs:/a/agent.yaml', '/memfs:/b/agent.yaml');
  mirror.remove('/memfs:/a');
  expect(namesIn(mirror, '/memfs:')).toEqual(['b/']);
  expect(mirror.exists('/memfs:/a/deep/main.py')).toBe(false);
});

it('says whether a file lies inside of an agent', () => {
  const mirror = mirrorOf('/memfs:/a/main.py', '/memfs:/ab/main.py', '/memfs:/main.py');
  const inside = ['main.py', '.', '../main.py', '../ab/main.py'].map((file) => mirror.factOf('/memfs:/a', file)?.inside);
  expect(inside).toEqual([true, true, false, false]);
  expect(mirror.factOf('/memfs:/a', 'none.py')).toBeUndefined();
});

it('says of no file that it is missing in a folder of which nothing was sent', () => {
  expect(mirrorOf('/memfs:/a/main.py').factOf('/memfs:/b', 'main.py')).toEqual({ kind: 'file', executable: true, inside: true });
});
