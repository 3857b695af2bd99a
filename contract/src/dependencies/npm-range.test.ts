import { describe, expect, it } from 'vitest';
import { meetsNpmRange } from './npm-range.ts';

describe('a range of npm', () => {
  it.each([
    ['7.0.0', '7.0.0', true],
    ['7.0.1', '7.0.0', false],
    ['7.9.9', '^7.0.0', true],
    ['8.0.0', '^7.0.0', false],
    ['8.0.0-beta.1', '^7.0.0', false],
    ['0.2.9', '^0.2.3', true],
    ['0.3.0', '^0.2.3', false],
    ['0.0.3', '^0.0.3', true],
    ['0.0.4', '^0.0.3', false],
    ['0.0.4', '^0.0', true],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['1.9.0', '~1', true],
    ['1.2.3', '1.x', true],
    ['2.0.0', '1.x', false],
    ['9.9.9', '*', true],
    ['9.9.9', '', true],
    ['1.5.0', '>=1.2.0 <2.0.0', true],
    ['1.5.0', '>= 1.2.0 < 2.0.0', true],
    ['2.0.0', '>=1.2.0 <2.0.0', false],
    ['1.2.4', '>1.2', false],
    ['1.3.0', '>1.2', true],
    ['1.2.9', '<=1.2', true],
    ['1.3.0', '<=1.2', false],
    ['2.3.0', '1.2.3 - 2.3', true],
    ['2.4.0', '1.2.3 - 2.3', false],
    ['2.3.4', '1.2.3 - 2.3.4', true],
    ['2.3.5', '1.2.3 - 2.3.4', false],
    ['3.0.0', '1.x || >=2.5.0 || 5.0.0 - 7.2.3', true],
    ['2.0.0', '1.x || >=2.5.0', false],
    ['1.2.3-beta.2', '>=1.2.3-beta.1', true],
    ['1.2.4-beta.2', '>=1.2.3-beta.1', false],
    ['1.2.3-beta.10', '>1.2.3-beta.9', true],
    ['1.0.0', 'latest', undefined],
    ['one', '^1.0.0', undefined],
  ])('%s in %j: %s', (version, range, meets) => {
    expect(meetsNpmRange(version, range)).toBe(meets);
  });
});
