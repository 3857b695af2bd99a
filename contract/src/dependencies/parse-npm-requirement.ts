import { parseNpmRange } from './npm-range.ts';
import type { ParsedRequirement, RequirementFlaw } from './requirement.ts';
import { splitFusedName } from './split-fused-name.ts';

const packageName = /^(?:@[A-Za-z0-9~-][A-Za-z0-9._~-]*\/)?[A-Za-z0-9~-][A-Za-z0-9._~-]*$/;
const tag = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** Reads a dependency of Node as npm writes it: `undici@^7.0.0`, `@scope/name`. */
export function parseNpmRequirement(text: string): ParsedRequirement {
  const trimmed = text.trim();
  const from = text.indexOf(trimmed);
  const flaw = (reason: RequirementFlaw['reason'], suggestion?: string): RequirementFlaw => ({
    type: 'flaw',
    reason,
    from,
    to: from + trimmed.length,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  if (trimmed === '') return { type: 'flaw', reason: 'empty', from: 0, to: text.length };
  if (trimmed.startsWith('-')) return flaw('option');
  if (/^[a-z+]+:|^\.{0,2}\/|^~\/|^[\w.-]+\/[\w.-]+(?:#.*)?$/i.test(trimmed)) return { type: 'outside' };

  const at = trimmed.indexOf('@', 1);
  const name = at === -1 ? trimmed : trimmed.slice(0, at);
  const range = at === -1 ? '' : trimmed.slice(at + 1).trim();
  if (!packageName.test(name)) return foreign(trimmed, flaw);
  const fused = at === -1 ? splitFusedName(name) : undefined;
  if (fused !== undefined) return flaw('no operator', `${fused.name}@${fused.version}`);
  if (at !== -1 && range === '') return flaw('no version');
  if (/^[a-z+]+:|\//i.test(range)) return { type: 'outside' };
  const isTag = tag.test(range) && !/^[xv]?\d|^x$/i.test(range);
  if (isTag) return { type: 'nodejs', name, range, comparable: false };
  return parseNpmRange(range) === undefined ? flaw('not a version') : { type: 'nodejs', name, range, comparable: true };
}

/** Written as for Python, or with a space: the version is put where npm has it. */
function foreign(text: string, flaw: (reason: RequirementFlaw['reason'], suggestion?: string) => RequirementFlaw): RequirementFlaw {
  const match = /^(\S+?)\s*(==?|>=|<=|~=|\s)\s*v?(\d+(?:\.\d+)*\S*)$/.exec(text);
  const name = match?.[1] ?? '';
  if (match === null || !packageName.test(name)) return flaw('no name');
  const sign = match[2] === '>=' || match[2] === '<=' ? match[2] : match[2] === '~=' ? '~' : '';
  return flaw(match[2] === '=' ? 'single equals' : 'no operator', `${name}@${sign}${match[3] ?? ''}`);
}
