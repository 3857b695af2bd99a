import { expect, test } from 'vitest';
import { isOpenToReaders, targetAddress } from './target-address.ts';

test.each([
  ['https://prod.example.com', 'https://prod.example.com', 'prod'],
  ['https://prod.example.com/', 'https://prod.example.com', 'prod'],
  [' prod.example.com:8443 ', 'https://prod.example.com:8443', 'prod'],
  ['localhost:8000', 'http://localhost:8000', 'localhost:8000'],
  ['127.0.0.1:8000', 'http://127.0.0.1:8000', '127.0.0.1:8000'],
  ['http://[::1]:8000', 'http://[::1]:8000', '[::1]:8000'],
])('%s is the target %s, called %s', (text, url, name) => {
  expect(targetAddress(text)).toEqual({ url, name });
});

test.each([
  '',
  'file:///etc/passwd',
  'command:x://y',
  'https://me:secret@prod.example.com',
  'https://',
  'https://prod.example.com/api',
  'a b',
])('"%s" is no target', (text) => {
  expect(targetAddress(text)).toBeUndefined();
});

test.each([
  ['http://prod.example.com', true],
  ['https://prod.example.com', false],
  ['http://127.0.0.1:8000', false],
  ['http://localhost:8000', false],
] as const)('a token on its way to %s can be read by others: %s', (url, open) => {
  expect(isOpenToReaders({ url, name: '' })).toBe(open);
});
