import { meetsSpecifiers, type PythonSpecifier } from './python-specifier.ts';
import { parsePythonVersion, type PythonVersion } from './python-version.ts';

/**
 * A version that meets two lists of conditions at once; null when there is none, undefined when that cannot be told.
 * Conditions change their minds only at the versions that they name, so it is enough to look at these and right beside them.
 */
export function commonPythonVersion(one: readonly PythonSpecifier[], other: readonly PythonSpecifier[]): string | null | undefined {
  const all = [...one, ...other];
  const candidates = new Set(['0', '99999999']);
  for (const { operator, version } of all) {
    // Compared letter by letter, so it may be anything.
    if (operator === '===' && parsePythonVersion(version) === undefined) return undefined;
    for (const candidate of besideVersion(version.replace(/\.\*$/, ''))) candidates.add(candidate);
  }
  for (const candidate of candidates) {
    const meets = meetsSpecifiers(candidate, all);
    if (meets === undefined) return undefined;
    if (meets) return candidate;
  }
  return null;
}

function besideVersion(text: string): readonly string[] {
  const version = parsePythonVersion(text);
  if (version === undefined) return [];
  const epoch = version.epoch === 0 ? '' : `${version.epoch}!`;
  const spell = (release: readonly number[], suffix = ''): string => `${epoch}${release.join('.')}${suffix}`;
  const { release } = version;
  const next = release.map((_, index) => [...release.slice(0, index), (release[index] ?? 0) + 1]);
  const before = release.flatMap((part, index) => (part === 0 ? [] : [[...release.slice(0, index), part - 1, 99_999_999]]));
  return [
    text,
    spell(release),
    spell(release, '.dev0'),
    spell(release, 'a0'),
    spell(release, 'rc99999999'),
    spell(release, '.post0'),
    spell(release, '.post99999999'),
    // Right above, and below whatever comes next.
    spell([...release, 0, 0, 0, 1]),
    spell([...release, 99_999_999]),
    ...next.flatMap((parts) => [spell(parts), spell(parts, '.dev0'), spell(parts, 'rc99999999')]),
    ...before.map((parts) => spell(parts)),
    ...besideSuffix(version, spell(release)),
  ];
}

/** The versions right above and right below one that has a suffix: the next and the last of its phase. */
function besideSuffix({ pre, post, dev }: PythonVersion, release: string): readonly string[] {
  const phase = pre === undefined ? '' : `${['a', 'b', 'rc'][pre[0]] ?? 'rc'}${pre[1]}`;
  const nextPre =
    pre === undefined
      ? []
      : [`${release}${['a', 'b', 'rc'][pre[0]] ?? 'rc'}${pre[1] + 1}`, `${release}${phase}.post0`, `${release}${phase}`];
  const nextPost = post === undefined ? [] : [`${release}${phase}.post${post + 1}`, `${release}${phase}.post${post}`];
  const nextDev = dev === undefined ? [] : [`${release}${phase}${post === undefined ? '' : `.post${post}`}.dev${dev + 1}`];
  return [...nextPre, ...nextPost, ...nextDev];
}
