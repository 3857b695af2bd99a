import { describe, expect, it } from 'vitest';
import { meetsSpecifiers, type PythonSpecifier } from './python-specifier.ts';
import { parsePythonRequirement } from './parse-python-requirement.ts';
import { comparePythonVersions, parsePythonVersion } from './python-version.ts';

describe('versions of PEP 440', () => {
  it('are in the order of the standard', () => {
    const ordered =
      '1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0.post456.dev34 1.0.post456 1.1.dev1 1.1 2!0.1'.split(
        ' ',
      );
    const parsed = ordered.map((text) => ({ text, version: parsePythonVersion(text) }));
    const sorted = parsed
      .toReversed()
      .toSorted((one, other) => (one.version && other.version ? comparePythonVersions(one.version, other.version) : Number.NaN));
    expect(sorted.map(({ text }) => text)).toEqual(ordered);
  });

  it.each([
    ['1.0', '1.0.0'],
    ['v1.0', '1'],
    ['1.0-alpha.1', '1.0a1'],
    ['1.0-1', '1.0.post1'],
    ['1.0C1', '1.0rc1'],
    ['1.0+local', '1.0'],
  ])('may be spelled in several ways: %s and %s', (one, other) => {
    const [first, second] = [parsePythonVersion(one), parsePythonVersion(other)];
    expect(first && second && comparePythonVersions(first, second)).toBe(0);
  });

  it.each(['', 'latest', '1.x', '1..0', '1.0-', 'abc'])('are not %j', (text) => {
    expect(parsePythonVersion(text)).toBeUndefined();
  });
});

describe('a condition on a version', () => {
  const specifiersOf = (text: string): readonly PythonSpecifier[] => {
    const requirement = parsePythonRequirement(`name${text}`);
    return requirement.type === 'python' ? requirement.specifiers : [];
  };

  it.each([
    ['2.31.0', '==2.31.0', true],
    ['2.31', '==2.31.0', true],
    ['2.31.1', '==2.31.0', false],
    ['2.31.5', '==2.31.*', true],
    ['2.32.0', '==2.31.*', false],
    ['2.32.0', '!=2.31.*', true],
    ['2.31.0+cpu', '==2.31.0', true],
    ['1.40.0', '>=1.0,<2', true],
    ['0.28.1', '==1.40.0', false],
    ['2.0', '<2', false],
    ['2.0rc1', '<2', false],
    ['1.9', '<2', true],
    ['2.0.post1', '>2.0', false],
    ['2.0.1', '>2.0', true],
    ['2.2', '~=2.1', true],
    ['3.0', '~=2.1', false],
    ['2.1.9', '~=2.1.3', true],
    ['2.2.0', '~=2.1.3', false],
    ['2.1', '!=2.1', false],
    ['1.0', '===1.0', true],
    ['1.0.0', '===1.0', false],
    ['2.31.0', '', true],
    ['unknown', '==1', undefined],
  ])('%s %s: %s', (version, specifiers, meets) => {
    expect(meetsSpecifiers(version, specifiersOf(specifiers))).toBe(meets);
  });
});
