import { expect, test } from 'vitest';
import { linkOf } from './link.ts';

test('a link of the console names a target and a task', () => {
  expect(linkOf({ path: '/debug', query: 'target=https%3A%2F%2Fprod.example.com&task=9f2e0c1d' })).toEqual({
    address: { name: 'prod', url: 'https://prod.example.com' },
    task: '9f2e0c1d',
  });
});

test.each([
  ['/run', 'target=https://prod.example.com&task=9f2e0c1d'],
  ['/debug', 'target=https://prod.example.com'],
  ['/debug', 'task=9f2e0c1d'],
  ['/debug', 'target=file:///etc/passwd&task=9f2e0c1d'],
  ['/debug', 'target=https://prod.example.com&task=../../x'],
  ['/debug', 'target=https://prod.example.com&task=--help me'],
])('%s?%s is none of ours', (path, query) => {
  expect(linkOf({ path, query })).toBeUndefined();
});
