import { expect, test } from 'vitest';
import { isForbidden } from './grants.ts';
import { matchesPath } from './path-glob.ts';

test.each([
  ['/home/a/.ssh/id', '/home/*/.ssh', true],
  ['/home/a/.ssh', '/home/*/.ssh/**', true],
  ['/home/a/b/.ssh', '/home/*/.ssh', false],
  ['/home/a/b/c/.env', '/home/**/.env', true],
  ['/home/a/key.pem', '/home/a/*.pem', true],
  ['/home/a/key.pem.txt', '/home/a/*.pem', false],
  ['/etc', '/etc/', true],
  ['/etcetera', '/etc', false],
  ['/a/b1', '/a/b?', true],
])('%s against %s', (path, glob, expected) => {
  expect(matchesPath(path, glob)).toBe(expected);
});

test('a pattern that is not absolute matches at any depth', () => {
  expect(isForbidden('/home/a/project/.env', ['.env'])).toBe(true);
  expect(isForbidden('/home/a/project/data/key.pem', ['*.pem'])).toBe(true);
  expect(isForbidden('/home/a/project/main.py', ['.env', '*.pem'])).toBe(false);
});

test('a pattern made to take for ever does not', () => {
  expect(matchesPath(`/${'a'.repeat(5000)}`, `/${'*a'.repeat(200)}b`)).toBe(false);
});
