export type Bump = 'major' | 'minor' | 'patch';

/** The next version: before 1.0.0 a breaking change asks for a minor one, as semver's users do it. Text that is no version stays. */
export function bumped(version: string, by: Bump): string {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return version;
  const [x, y, z] = [Number(major), Number(minor), Number(patch)];
  if (by === 'patch') return `${x}.${y}.${z + 1}`;
  return by === 'minor' || x === 0 ? `${x}.${y + 1}.0` : `${x + 1}.0.0`;
}
