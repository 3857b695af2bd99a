import { meetsNpmRange, parseNpmRange } from './npm-range.ts';

/**
 * A version that lies in two ranges of npm; null when there is none, undefined when one of them is no range.
 * The lowest version of what two ranges share is the lower bound of one of them, or right above it.
 */
export function commonNpmVersion(one: string, other: string): string | null | undefined {
  const sets = [parseNpmRange(one), parseNpmRange(other)];
  const candidates = new Set(['0.0.0']);
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const { version } of set.flat()) {
      const [major, minor, patch] = version.numbers;
      candidates.add(`${major}.${minor}.${patch}`);
      candidates.add(`${major}.${minor}.${patch + 1}`);
      if (version.pre.length === 0) continue;
      candidates.add(`${major}.${minor}.${patch}-${version.pre.join('.')}`);
      candidates.add(`${major}.${minor}.${patch}-${version.pre.join('.')}.0`);
    }
  }
  for (const candidate of candidates) {
    const meets = [meetsNpmRange(candidate, one), meetsNpmRange(candidate, other)];
    if (meets.includes(undefined)) return undefined;
    if (meets.every((each) => each === true)) return candidate;
  }
  return null;
}
