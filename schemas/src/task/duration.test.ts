import { expect, test } from 'vitest';
import { durationText } from './duration.ts';

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
