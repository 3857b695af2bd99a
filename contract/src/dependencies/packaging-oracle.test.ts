import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { parsePythonRequirement } from './parse-python-requirement.ts';
import { commonPythonVersion } from './python-overlap.ts';
import { meetsSpecifiers, pythonOperators, specifierFlaw, type PythonSpecifier } from './python-specifier.ts';
import { comparePythonVersions, parsePythonVersion } from './python-version.ts';

/** `packaging` is what pip itself uses; pip carries a copy of it. */
const oracle = `
import json, sys
try:
    from packaging import requirements, specifiers, version
except ImportError:
    try:
        from pip._vendor.packaging import requirements, specifiers, version
    except ImportError:
        print("null")
        raise SystemExit
asked = json.load(sys.stdin)

def requirement(text):
    try:
        found = requirements.Requirement(text)
    except requirements.InvalidRequirement:
        return None
    return [found.name, sorted([s.operator, s.version] for s in found.specifier), found.marker is not None, found.url is not None]

def parsed(text):
    try:
        return version.Version(text)
    except version.InvalidVersion:
        return None

def compared(one, other):
    one, other = parsed(one), parsed(other)
    return None if one is None or other is None else (one > other) - (one < other)

def met(text, spec):
    try:
        return specifiers.SpecifierSet(spec).contains(text, prereleases=True)
    except (specifiers.InvalidSpecifier, version.InvalidVersion):
        return None

def shared(spec, versions):
    try:
        found = specifiers.SpecifierSet(spec)
    except specifiers.InvalidSpecifier:
        return None
    return [text for text in versions if found.contains(text, prereleases=True)]

print(json.dumps({
    "requirements": [requirement(text) for text in asked["requirements"]],
    "compared": [compared(*pair) for pair in asked["pairs"]],
    "met": [met(*pair) for pair in asked["met"]],
    "shared": [shared(spec, asked["versions"]) for spec in asked["overlaps"]],
    "holds": [witness is None or met(witness, spec) for spec, witness in zip(asked["overlaps"], asked["witnesses"])],
}))
`;

type Answers = {
  requirements: ([name: string, specifiers: [string, string][], marker: boolean, url: boolean] | null)[];
  compared: (number | null)[];
  met: (boolean | null)[];
  shared: (string[] | null)[];
  holds: (boolean | null)[];
};

const random = seededRandom(20_260);
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
const several = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, () => make());

const releases = [
  '0',
  '1',
  '1.0',
  '1.2',
  '1.2.0',
  '1.2.3',
  '1.10',
  '2.0',
  '2.31.0',
  '10.0.1',
  '2024.1.5',
  '0.0.1',
  '1!1.0',
  'v1.2',
  '01.2',
];
const suffixes = [
  '',
  '',
  '',
  '',
  'a1',
  'b2',
  'rc1',
  '.rc1',
  '-alpha',
  '.dev3',
  'a1.dev2',
  '.post1',
  '-1',
  '.post2.dev1',
  'RC2',
  '+local.1',
  '+ubuntu-1',
  'c3',
];
const broken = ['x', '1.', '1..2', '1.2.*', '1.2-', '1.2+', '1.2.x', 'latest', '1 2', '=1'];
const versionText = (): string => (random(10) === 0 ? pick(broken) : pick(releases) + pick(suffixes));
const plainVersion = (): string => pick(releases.slice(0, 12)) + pick(suffixes.slice(0, 14));
const condition = (): string =>
  `${pick([...pythonOperators, '>=', '<', '=='])}${random(7) === 0 ? `${pick(releases.slice(1, 10))}.*` : versionText().replace('=1', '?1')}`;
const conditions = (): string => several(1 + random(3), condition).join(pick([',', ', ', ' ,']));
const names = ['requests', 'A-b_c.D', 'zope.interface', 'x', 'h5py', 'foo-', '-foo', '1password', 'ruamel.yaml', 'a b', 'naïve'];
const requirementText = (): string =>
  [
    pick(names),
    pick(['', '', '', '[socks]', '[a,b-c]', '[]', '[a', '[a,,b]']),
    pick(['', ' ', '  ']),
    random(5) > 0 ? pick([conditions(), conditions(), `(${conditions()})`]) : '',
    pick(['', '', '', '', ' ; python_version > "3.8"', ";sys_platform=='win32'", ' # why', ' extra', '\t']),
  ].join('');

const asked = {
  requirements: [
    ...several(1500, requirementText),
    'pkg @ https://example.com/pkg-1.0.zip',
    'requests==2.31.0 ; python_version < "3.8"',
    'requests',
  ],
  pairs: several(1000, (): [string, string] => [versionText(), versionText()]).filter(
    ([one, other]) => one.includes('+') === other.includes('+'),
  ),
  met: several(2000, (): [string, string] => [plainVersion(), condition()]),
  overlaps: several(800, () => `${condition()},${condition()},${condition()}`),
  versions: releases
    .slice(0, 13)
    .flatMap((release) => suffixes.slice(3, 14).flatMap((suffix) => [release + suffix, `${release}.1${suffix}`])),
};

function specifiersOf(text: string): PythonSpecifier[] | undefined {
  const parsed = parsePythonRequirement(`x ${text}`);
  return parsed.type === 'python' ? [...parsed.specifiers] : undefined;
}

/** undefined where neither python3 nor packaging is there. */
function askPython(): Answers | undefined {
  try {
    const witnesses = asked.overlaps.map((text) => {
      const found = specifiersOf(text);
      return found === undefined ? null : (commonPythonVersion(found, []) ?? null);
    });
    const answer = execFileSync('python3', ['-I', '-c', oracle], { encoding: 'utf8', input: JSON.stringify({ ...asked, witnesses }) });
    return (JSON.parse(answer) as Answers | null) ?? undefined;
  } catch (error) {
    // No python3 on this machine: the tests say so. Any other failure is one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

describe("dependencies of Python, beside Python's own `packaging` (not run where it is not there)", () => {
  let answers: Answers | undefined;
  beforeAll(() => {
    answers = askPython();
  }, 60_000);

  it('are read alike', (context) => {
    if (answers === undefined) return context.skip('there is no python3 with packaging or pip here');
    let agreed = 0;
    const different = asked.requirements.flatMap((text, index) => {
      const expected = answers?.requirements[index] ?? null;
      const found = parsePythonRequirement(text);
      const mine =
        found.type === 'python' ? [found.name, sorted(found.specifiers.map(({ operator, version }) => operator + version))] : null;
      const theirs = expected === null || expected[3] ? null : [expected[0], sorted(expected[1].map((parts) => parts.join('')))];
      if (JSON.stringify(normal(mine)) !== JSON.stringify(normal(theirs)))
        return [`${text}: ${JSON.stringify(mine)} beside ${JSON.stringify(theirs)}`];
      agreed += 1;
      return [];
    });
    expect(different).toEqual([]);
    expect(agreed).toBeGreaterThan(1500);
    return undefined;
  });

  it('have versions in the same order, where both or neither were built at home', (context) => {
    if (answers === undefined) return context.skip('there is no python3 with packaging or pip here');
    const found = asked.pairs.map(([one, other]) => {
      const [first, second] = [parsePythonVersion(one), parsePythonVersion(other)];
      return first === undefined || second === undefined ? null : Math.sign(comparePythonVersions(first, second));
    });
    expect(
      asked.pairs.flatMap((pair, index) =>
        found[index] === answers?.compared[index] ? [] : [[...pair, found[index], answers?.compared[index]].join(' ')],
      ),
    ).toEqual([]);
    return undefined;
  });

  it('are met by the same versions', (context) => {
    if (answers === undefined) return context.skip('there is no python3 with packaging or pip here');
    const found = asked.met.map(([text, spec]) => {
      const specifiers = specifiersOf(spec);
      return specifiers === undefined || specifiers.some((one) => specifierFlaw(one)) ? null : (meetsSpecifiers(text, specifiers) ?? null);
    });
    expect(
      asked.met.flatMap((pair, index) =>
        found[index] === answers?.met[index] ? [] : [[...pair, found[index], answers?.met[index]].join(' ')],
      ),
    ).toEqual([]);
    return undefined;
  });

  it('exclude each other only where no version of a grid meets both, and share only what meets both', (context) => {
    if (answers === undefined) return context.skip('there is no python3 with packaging or pip here');
    const kinds = { shared: 0, excluded: 0, untold: 0 };
    const wrong = asked.overlaps.flatMap((text, index) => {
      const specifiers = specifiersOf(text);
      const common = specifiers === undefined ? undefined : commonPythonVersion(specifiers, []);
      kinds[common === undefined ? 'untold' : common === null ? 'excluded' : 'shared'] += 1;
      const among = answers?.shared[index] ?? [];
      if (common === null && among.length > 0) return [`${text} is met by ${among[0]}`];
      return common !== undefined && common !== null && answers?.holds[index] !== true ? [`${text} is not met by ${common}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(kinds.shared).toBeGreaterThan(50);
    expect(kinds.excluded).toBeGreaterThan(100);
    return undefined;
  });
});

function sorted(texts: readonly string[]): readonly string[] {
  return texts.toSorted((one, other) => (one < other ? -1 : 1));
}

/** `packaging` takes a letter of a version for the other, and keeps the text; so do we, but for white space. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/\s+/g, ' '));
}
