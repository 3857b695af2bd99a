import { expect, test } from 'vitest';
import { agoText } from './ago.ts';

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [61_000, '1 min ago'],
  [7_200_000, '2 h ago'],
  [172_800_000, '2 d ago'],
])('%d ms ago is said as %s', (ms, text) => {
  expect(agoText(ms)).toBe(text);
});
