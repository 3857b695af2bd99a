/** A version of semantic versioning; `pre` is empty for a release. */
type Version = { readonly numbers: readonly [number, number, number]; readonly pre: readonly string[] };

type Comparator = { readonly operator: '<' | '<=' | '>' | '>=' | '='; readonly version: Version };

const versionPattern = /^[v=\s]*(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const partial = /^[v=\s]*(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** Whether a version lies in a range of npm. Undefined when one of the two is something else, such as the tag `latest`. */
export function meetsNpmRange(installed: string, range: string): boolean | undefined {
  const version = parseVersion(installed);
  const sets = parseNpmRange(range);
  if (version === undefined || sets === undefined) return undefined;
  return sets.some((set) => set.every((comparator) => meets(version, comparator)) && allowsPre(version, set));
}

/** The alternatives of a range, each with all that it asks for; undefined for what is no range. */
export function parseNpmRange(range: string): readonly (readonly Comparator[])[] | undefined {
  const sets: (readonly Comparator[])[] = [];
  for (const alternative of range.split('||')) {
    const set = parseSet(alternative.trim());
    if (set === undefined) return undefined;
    sets.push(set);
  }
  return sets;
}

function parseSet(text: string): readonly Comparator[] | undefined {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  if (hyphen !== null) return parseSet(`>=${hyphen[1] ?? ''} <=${hyphen[2] ?? ''}`);
  const comparators: Comparator[] = [];
  for (const word of text.replaceAll(/([<>=~^]+)\s+/g, '$1').split(/\s+/)) {
    const parsed = parseComparator(word);
    if (parsed === undefined) return undefined;
    comparators.push(...parsed);
  }
  return comparators;
}

function parseComparator(word: string): readonly Comparator[] | undefined {
  const match = /^(<=|>=|<|>|~>|~|\^|=)?(.*)$/.exec(word);
  const sign = match?.[1] ?? '';
  const text = match?.[2] ?? '';
  if (text === '') return sign === '' ? [] : undefined;
  if (sign === '^' || sign.startsWith('~')) return widened(text, sign === '^');
  const range = bounds(text);
  if (range === undefined) return undefined;
  const [low, high] = range;
  // Nothing is above or below everything.
  if (low === undefined && (sign === '<' || sign === '>')) return [below([0, 0, 0])];
  if (sign === '' || sign === '=' || low === undefined) return range;
  // Of a partial version `1.2` the range is 1.2.0 up to, without, 1.3.0.
  if (sign === '>=') return [{ operator: '>=', version: low.version }];
  if (sign === '<') return [{ operator: '<', version: low.version }];
  if (high === undefined) return [{ operator: sign === '>' ? '>' : '<=', version: low.version }];
  return [sign === '>' ? from(high.version.numbers) : high];
}

/** What a version, whole or partial, stands for by itself: `1.2.3`, `1.2.x`, `1`, `*`. */
function bounds(text: string): readonly Comparator[] | undefined {
  const whole = parseVersion(text);
  if (whole !== undefined) return [{ operator: '=', version: whole }];
  const parts = parsePartial(text);
  if (parts === undefined) return undefined;
  const [major, minor] = parts;
  if (major === undefined) return [];
  const high: Version['numbers'] = minor === undefined ? [major + 1, 0, 0] : [major, minor + 1, 0];
  return [from([major, minor ?? 0, 0]), below(high)];
}

/** `^` keeps the first part that is not zero, `~` keeps major and minor. */
function widened(text: string, caret: boolean): readonly Comparator[] | undefined {
  const parts = parsePartial(text);
  if (parts === undefined) return undefined;
  const [major, minor, patch, pre] = parts;
  if (major === undefined) return [];
  const low = { operator: '>=', version: { numbers: [major, minor ?? 0, patch ?? 0], pre } } as const;
  if (minor === undefined || (caret && major > 0)) return [low, below([major + 1, 0, 0])];
  if (!caret || minor > 0 || patch === undefined) return [low, below([major, minor + 1, 0])];
  return [low, below([major, minor, patch + 1])];
}

function from(numbers: Version['numbers']): Comparator {
  return { operator: '>=', version: { numbers, pre: [] } };
}

function below(numbers: Version['numbers']): Comparator {
  return { operator: '<', version: { numbers, pre: ['0'] } };
}

function parseVersion(text: string): Version | undefined {
  const match = versionPattern.exec(text);
  return match === null ? undefined : { numbers: [Number(match[1]), Number(match[2]), Number(match[3])], pre: match[4]?.split('.') ?? [] };
}

/** Parts that a range leaves open are undefined. */
type PartialVersion = readonly [major: number | undefined, minor: number | undefined, patch: number | undefined, pre: readonly string[]];

function parsePartial(text: string): PartialVersion | undefined {
  const match = partial.exec(text);
  if (match === null) return undefined;
  const [major, minor, patch] = [match[1], match[2], match[3]].map((part) =>
    part === undefined || /[xX*]/.test(part) ? undefined : Number(part),
  );
  return [major, minor, patch, match[4]?.split('.') ?? []];
}

function meets(version: Version, comparator: Comparator): boolean {
  const order = compare(version, comparator.version);
  switch (comparator.operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** A pre-release is meant only by a range that names one of the same release. */
function allowsPre(version: Version, set: readonly Comparator[]): boolean {
  if (version.pre.length === 0) return true;
  return set.some(
    ({ version: other, operator }) =>
      other.pre.length > 0 &&
      !(operator === '<' && other.pre.join('.') === '0') &&
      other.numbers.every((part, index) => part === version.numbers[index]),
  );
}

function compare(one: Version, other: Version): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.pre.length === 0 || other.pre.length === 0) return other.pre.length - one.pre.length;
  for (let index = 0; index < Math.max(one.pre.length, other.pre.length); index += 1) {
    const order = comparePart(one.pre[index], other.pre[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return -1;
  if (other === undefined) return 1;
  const numbers = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (numbers[0] === true && numbers[1] === true) return Number(one) - Number(other);
  if (numbers[0] !== numbers[1]) return numbers[0] === true ? -1 : 1;
  return one < other ? -1 : 1;
}
