import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { commonNpmVersion } from './npm-overlap.ts';
import { meetsNpmRange } from './npm-range.ts';

const random = seededRandom(7);
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
const numbers = ['0.0.1', '0.2.3', '1.0.0', '1.2', '1.2.3', '1.x', '2', '2.0.1', '1.2.3-beta.1'];
const range = (): string =>
  pick([
    () => `${pick(['', '^', '~', '>=', '<', '<=', '>', '='])}${pick(numbers)}`,
    () => `>=${pick(numbers)} <${pick(numbers)}`,
    () => `${pick(numbers.slice(0, 8))} - ${pick(numbers.slice(0, 8))}`,
    () => `^${pick(numbers)} || ${pick(numbers)}`,
  ])();

describe('two ranges of npm', () => {
  it.each([
    ['^6.1.0', '^7.0.0', null],
    ['7.0.0', '^7.0.0', '7.0.0'],
    ['>=6 <8', '^7.1.0', '7.1.0'],
    ['<1.2.3', '>=1.2.3', null],
    ['*', '', '0.0.0'],
    ['>1.2.3', '<=1.2.4', '1.2.4'],
    ['latest', '^1.0.0', undefined],
  ])('%j and %j share %j', (one, other, common) => {
    expect(commonNpmVersion(one, other)).toBe(common);
  });

  it('share nothing only where no version of a grid lies in both, and else what lies in both', () => {
    const steps = [0, 1, 2, 3, 4];
    const grid = steps.flatMap((major) => steps.flatMap((minor) => steps.map((patch) => `${major}.${minor}.${patch}`)));
    const kinds = { shared: 0, excluded: 0 };
    for (let round = 0; round < 1000; round += 1) {
      const [one, other] = [range(), range()];
      const common = commonNpmVersion(one, other);
      if (common === null || common === undefined) {
        kinds.excluded += 1;
        expect([
          one,
          other,
          grid.filter((version) => meetsNpmRange(version, one) === true && meetsNpmRange(version, other) === true),
        ]).toEqual([one, other, []]);
      } else {
        kinds.shared += 1;
        expect([one, other, meetsNpmRange(common, one), meetsNpmRange(common, other)]).toEqual([one, other, true, true]);
      }
    }
    expect(Math.min(kinds.shared, kinds.excluded)).toBeGreaterThan(200);
  });
});
