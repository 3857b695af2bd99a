import { expect, test } from 'vitest';
import { redactorFor } from './redact.ts';

const secret = `s3cr3t/"key" é+?`;

test.each([
  ['as it is', secret],
  ['as JSON', JSON.stringify({ secret })],
  ['as JSON in JSON', JSON.stringify(JSON.stringify({ secret }))],
  ['URL-encoded', `https://example.org/?k=${encodeURIComponent(secret)}&x=1`],
  ['URL-encoded in small letters', encodeURIComponent(secret).replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())],
  ['as a form', new URLSearchParams({ k: secret }).toString()],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64 behind a name', Buffer.from(`user:${secret}`).toString('base64')],
  ['base64 behind two more', Buffer.from(`me:${secret}:tail`).toString('base64')],
  ['base64url', Buffer.from(`ab${secret}`).toString('base64url')],
  ['as Python prints it', `{'k': 's3cr3t/"key" é+?'}`],
  ['as json.dumps writes it', String.raw`{"k": "s3cr3t/\"key\" \u00e9+?"}`],
])('replaces a secret %s', (_name, text) => {
  const hidden = redactorFor([secret])(text);
  expect(hidden).toContain('‹secret›');
  expect(hidden).not.toContain('s3cr3t');
  expect(hidden).not.toContain(Buffer.from(secret).toString('base64').slice(4, 14));
});

test('reaches into lists, objects and keys, and leaves the original as it was', () => {
  const value = { a: ['x', { [`key-${secret}`]: `Bearer ${secret}` }], n: 1, none: null };
  const before = structuredClone(value);
  expect(redactorFor([secret])(value)).toEqual({ a: ['x', { 'key-‹secret›': 'Bearer ‹secret›' }], n: 1, none: null });
  expect(value).toEqual(before);
});

test('answers the same object where there is nothing to hide', () => {
  const value = { a: [1, 'two'], b: { c: null } };
  expect(redactorFor([secret])(value)).toBe(value);
  expect(redactorFor([])(value)).toBe(value);
});

test('does not touch words for the sake of a secret shorter than six bytes', () => {
  expect(redactorFor(['abc'])('abcdef')).toBe('abcdef');
  expect(redactorFor(['密码'])('我的密码是')).toBe('我的‹secret›是');
});

test('hides a secret that holds another whole', () => {
  expect(redactorFor(['secret-1', 'secret-1-long'])('secret-1-long')).toBe('‹secret›');
});
