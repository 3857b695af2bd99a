import { expect, test } from 'vitest';
import { agoText, durationText } from './duration.ts';

test.each([
  [-5, '0 ms'],
  [412, '412 ms'],
  [17_900, '17.9 s'],
  [60_000, '1 min'],
  [191_000, '3 min 11 s'],
  [3_600_000, '1 h'],
  [255_600_000, '2 d 23 h'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [61_000, '1 min ago'],
  [7_200_000, '2 h ago'],
  [172_800_000, '2 d ago'],
])('%d ms ago is said as %s', (ms, text) => {
  expect(agoText(ms)).toBe(text);
});
