import { expect, it } from 'vitest';
import { limitedCheck } from './limited-check.ts';

/** How many of a hundred different tries are made, at a size of the descriptor. */
function check(length: number, repeat = 1): number {
  let made = 0;
  const limited = limitedCheck(length, () => {
    made += 1;
    return [];
  });
  for (let one = 0; one < 100 * repeat; one += 1) limited(new Map([['agent.yaml', `a: ${one % 100}`]]));
  return made;
}

it('tries less in a larger file, never nothing, and no change twice', () => {
  expect([check(1000), check(20_000), check(300_000), check(1000, 2)]).toEqual([64, 30, 8, 64]);
});
