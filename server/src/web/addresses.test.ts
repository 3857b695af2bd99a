import { expect, it } from 'vitest';
import { pathOf, uriOf } from './addresses.ts';

it.each([
  ['memfs:/agents/a/agent.yaml', '/memfs:/agents/a/agent.yaml'],
  ['vscode-vfs://github/owner/repo/agent.yaml', '/vscode-vfs:github/owner/repo/agent.yaml'],
  ['vscode-vfs://github%2B7b227/owner/%E4%BB%A3%20x/agent.yaml', '/vscode-vfs:github%2B7b227/owner/代 x/agent.yaml'],
  ['file:///folder/agent.yaml', '/file:/folder/agent.yaml'],
  ['vscode-vfs://github/', '/vscode-vfs:github'],
  ['memfs:/', '/memfs:'],
])('keeps the file system of %s in its path', (uri, path) => {
  expect(pathOf(uri)).toBe(path);
  expect(uriOf(path)).toBe(uri);
});

it('takes an address in any spelling for the same file', () => {
  expect(pathOf('memfs:/a%3Ab/main.py')).toBe(pathOf('memfs:/a:b/main.py'));
  expect(pathOf('memfs:/agents/')).toBe(pathOf('memfs:/agents'));
});

it.each(['untitled:Untitled-1', 'main.py', '', '://', 'output:x'])('has no path for %j, which is no file', (uri) => {
  expect(pathOf(uri)).toBeUndefined();
});
