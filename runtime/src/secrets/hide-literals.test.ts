import { expect, test } from 'vitest';
import { hideLiterals } from './hide-literals.ts';

const fields = [['token'], ['smtp', 'password'], ['accounts', 'key']];

test('puts the placeholder in secret fields, nested ones and those of list items too', () => {
  const input = { token: 'abcdefgh', smtp: { password: 'ijklmnop', user: 'me' }, accounts: [{ key: 'qrstuvwx' }, { key: 'short' }] };
  const hidden = hideLiterals(input, fields);
  expect(hidden.recorded).toEqual({
    token: '‹secret›',
    smtp: { password: '‹secret›', user: 'me' },
    accounts: [{ key: '‹secret›' }, { key: '‹secret›' }],
  });
  expect(hidden.values).toEqual(['abcdefgh', 'ijklmnop', 'qrstuvwx', 'short']);
});

test('hides the same text wherever else it stands in the input', () => {
  const { recorded } = hideLiterals({ token: 'abcdefgh', url: 'https://x/?t=abcdefgh' }, fields);
  expect(recorded).toEqual({ token: '‹secret›', url: 'https://x/?t=‹secret›' });
});

test('keeps references, empty fields and inputs without secrets as they are', () => {
  const input = { token: 'secret://name', smtp: { password: '' }, city: 'x' };
  expect(hideLiterals(input, fields)).toEqual({ recorded: input, values: [], hasLiterals: false });
  expect(hideLiterals(input, []).recorded).toBe(input);
});

test('hides a whole object or number in a secret field', () => {
  const { recorded, values } = hideLiterals({ token: { user: 'someone', pass: 12_345_678 } }, fields);
  expect(recorded).toEqual({ token: '‹secret›' });
  expect(values).toEqual(['someone', '12345678']);
});
