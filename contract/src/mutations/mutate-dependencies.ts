import type { InstalledPackage } from '../agent-folder.ts';
import { placesIn } from './descriptor-places.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** Entries of `dependencies` as they are mistyped, and packages that are not installed as they say. */
export const mutateDependencies: Mutator = (agent) => {
  const places = placesIn(agent.files['agent.yaml'] ?? '').filter(
    ({ path }) => path[0] === 'runtime' && path[1] === 'dependencies' && path.length === 3,
  );
  const isPython = /type: python/.test(agent.files['agent.yaml'] ?? '');
  const written = places.map(({ value }) => String(value));
  return places.flatMap((place, index): Mutation[] => {
    const wanted = String(place.value);
    const [name = '', version = ''] = isPython ? wanted.split(/(?=[=><])/) : wanted.split(/(?<=.)(?=@)/);
    const entry = (text: string): Mutation =>
      changed(agent, `dependency ${wanted} as ${text}`, { text: place.withValue(text), code: 'malformed-dependency', line: place.line });
    const malformed = isPython
      ? [
          `${name}2.31.0`,
          `${name}=2.31.0`,
          `${name}==`,
          `${name}>1.*`,
          `${name} 2.31.0`,
          `${name}=>2.0`,
          `"[${name}]"`,
          `"${name}==2..0"`,
          `-${name}`,
        ]
      : [`"${name}@"`, `"${name}=1.0.0"`, `"${name}@1.x.x.x"`, `"${name} 1.0.0"`, `"${name}@>>1"`];
    const others = installed(written.filter((_other, other) => other !== index));
    const mine = (packages: readonly InstalledPackage[], code: string, what: string): Mutation => ({
      ...changed(agent, `dependency ${wanted} ${what}`, { text: agent.files['agent.yaml'] ?? '', code, line: place.line }),
      installed: [...others, ...packages],
    });
    return [
      ...malformed.map((text) => entry(text)),
      mine([], 'missing-dependency', 'not installed'),
      ...(version === '' ? [] : [mine([{ name, version: '0.0.1' }], 'wrong-dependency-version', 'installed as 0.0.1')]),
    ];
  });
};

/** What is installed where an agent has all that it wants. */
function installed(wanted: readonly string[]): InstalledPackage[] {
  return wanted.map((one) => {
    const [, name = '', version = '1.0.0'] = /^(@?[\w./-]+?)(?:(?:==|>=|@\^?)(\d[\w.]*))?(?:[,<].*)?$/.exec(one) ?? [];
    return { name, version: version.split('.').length < 3 ? `${version}.0` : version };
  });
}
