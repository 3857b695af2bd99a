import { expect, test } from 'vitest';
import { wirePlaceholders, withWirePlaceholders } from './wire-placeholders.ts';

const stored = { token: '‹secret›', smtp: { password: 'secret://mail password'.replace(' ', '-') }, url: 'https://x/?t=‹secret›', n: 1 };

test('a secret has the same name in a recording and in its replay', () => {
  const actual = { token: 'abcdefgh', smtp: { password: 'ijklmnop' }, url: 'https://x/?t=abcdefgh', n: 1 };
  expect(Object.fromEntries(wirePlaceholders(stored, actual).byValue)).toEqual({
    abcdefgh: 'hermes-secret-token',
    ijklmnop: 'hermes-secret-mail-password',
  });
  expect(withWirePlaceholders(stored)).toEqual({
    input: {
      token: 'hermes-secret-token',
      smtp: { password: 'hermes-secret-mail-password' },
      url: 'https://x/?t=hermes-secret-token',
      n: 1,
    },
    placeholders: ['hermes-secret-token', 'hermes-secret-mail-password'],
  });
});

test('a name is ASCII, whatever the key is', () => {
  expect(withWirePlaceholders({ 密码: '‹secret›' }).placeholders).toEqual(['hermes-secret-_']);
});

test('an input without secrets stays as it is', () => {
  expect(withWirePlaceholders({ a: [1, { b: null }] })).toEqual({ input: { a: [1, { b: null }] }, placeholders: [] });
  expect(wirePlaceholders({ a: 1 }, { a: 1 }).byValue.size).toBe(0);
});
