import { comparePythonVersions, parsePythonVersion, type PythonVersion } from './python-version.ts';

export const pythonOperators = ['===', '==', '~=', '!=', '<=', '>=', '<', '>'] as const;

/** One condition on a version: `>=2.0`, `==2.*`. */
export type PythonSpecifier = { readonly operator: (typeof pythonOperators)[number]; readonly version: string };

/** Why a condition means nothing; undefined when it does mean something. */
export function specifierFlaw({ operator, version }: PythonSpecifier): 'no version' | 'not a version' | 'wildcard' | undefined {
  if (version === '') return 'no version';
  if (operator === '===') return undefined;
  const isWild = version.endsWith('.*');
  if (isWild && operator !== '==' && operator !== '!=') return 'wildcard';
  const parsed = parsePythonVersion(isWild ? version.slice(0, -2) : version);
  if (parsed === undefined || (operator === '~=' && parsed.release.length < 2)) return 'not a version';
  // What somebody built at home comes neither before nor after anything.
  if (parsed.local !== undefined && operator !== '==' && operator !== '!=') return 'not a version';
  return undefined;
}

/** Whether an installed version meets all conditions. Undefined when that cannot be told. */
export function meetsSpecifiers(installed: string, specifiers: readonly PythonSpecifier[]): boolean | undefined {
  const version = parsePythonVersion(installed);
  if (version === undefined) return undefined;
  let meets = true;
  for (const specifier of specifiers) {
    const one = specifier.operator === '===' ? installed === specifier.version : meetsOne(version, specifier);
    if (one === undefined) return undefined;
    meets &&= one;
  }
  return meets;
}

function meetsOne(version: PythonVersion, { operator, version: text }: PythonSpecifier): boolean | undefined {
  const isWild = text.endsWith('.*');
  const wanted = parsePythonVersion(isWild ? text.slice(0, -2) : text);
  if (wanted === undefined) return undefined;
  if (isWild) return startsWith(version, wanted) === (operator === '==');
  const order = comparePythonVersions(version, wanted);
  switch (operator) {
    case '==':
    case '===':
      return order === 0 && hasLocalOf(version, wanted);
    case '!=':
      return order !== 0 || !hasLocalOf(version, wanted);
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      // Not a pre-release of the very version that is ruled out.
      return order < 0 && !(isEarly(version) && !isEarly(wanted) && wanted.post === undefined && sameRelease(version, wanted));
    case '>':
      return order > 0 && !(version.post !== undefined && wanted.post === undefined && samePhase(version, wanted));
    case '~=':
      return order >= 0 && startsWith(version, { epoch: wanted.epoch, release: wanted.release.slice(0, -1) });
  }
}

function startsWith(version: PythonVersion, prefix: PythonVersion): boolean {
  return version.epoch === prefix.epoch && prefix.release.every((part, index) => part === (version.release[index] ?? 0));
}

function isEarly({ pre, dev }: PythonVersion): boolean {
  return pre !== undefined || dev !== undefined;
}

function sameRelease(one: PythonVersion, other: PythonVersion): boolean {
  return startsWith(one, other) && startsWith(other, one);
}

function samePhase(one: PythonVersion, other: PythonVersion): boolean {
  return sameRelease(one, other) && one.pre?.join('.') === other.pre?.join('.') && other.dev === undefined;
}

/** A condition without a local part takes any; one with it takes only that. */
function hasLocalOf(version: PythonVersion, wanted: PythonVersion): boolean {
  return wanted.local === undefined || wanted.local === version.local;
}
