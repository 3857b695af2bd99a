import { parsePythonVersion, type PythonVersion } from './python-version.ts';

/** Nobody writes a longer one. */
const maxLength = 200;

/**
 * A constraint of Poetry as conditions of PEP 440: `^1.2` is `>=1.2,<2`; empty where any version will do.
 * Undefined where that cannot be told, as for alternatives (`^1 || ^3`).
 */
export function poetryConstraint(constraint: string): string | undefined {
  if (constraint.length > maxLength || constraint.includes('|')) return undefined;
  const parts = constraint
    .replaceAll(/([<>=!~^])\s+/g, '$1')
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const conditions: string[] = [];
  for (const part of parts) {
    const condition = conditionOf(part);
    if (condition === undefined) return undefined;
    if (condition !== '') conditions.push(condition);
  }
  return conditions.join(',');
}

function conditionOf(part: string): string | undefined {
  if (part === '*') return '';
  const [, sign = '', written = ''] = /^(\^|~=|~|[<>=!]=|[<>=])?v?(.*)$/.exec(part) ?? [];
  const wild = /^(\d+(?:\.\d+)*)(?:\.\*)+$/.exec(written)?.[1];
  if (wild !== undefined) return ['', '=', '==', '!='].includes(sign) ? `${sign === '!=' ? '!=' : '=='}${wild}.*` : undefined;
  const version = parsePythonVersion(written);
  if (version === undefined) return undefined;
  const { release } = version;
  switch (sign) {
    case '^':
      return `>=${written},<${below(version, firstThatCounts(release))}`;
    case '~':
      return `>=${written},<${below(version, release.length === 1 ? 0 : 1)}`;
    case '':
    case '=':
      return `==${written}`;
    default:
      return `${sign}${written}`;
  }
}

/** The part that must stay: the first of the first three that is not zero, else the last of them that is written. */
function firstThatCounts(release: readonly number[]): number {
  const three = release.slice(0, 3);
  const index = three.findIndex((number) => number !== 0);
  return index === -1 ? three.length - 1 : index;
}

/** The first version in which a part is another. */
function below({ epoch, release }: PythonVersion, part: number): string {
  const parts = [...release.slice(0, part), (release[part] ?? 0) + 1];
  return `${epoch === 0 ? '' : `${epoch}!`}${parts.join('.')}`;
}
