import { placesIn } from './descriptor-places.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** Another list beside `agent.yaml`, which asks for a version of a package that the agent's own list rules out. */
export const mutateLists: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const isPython = /type: python/.test(text);
  return placesIn(text)
    .filter(({ path }) => path[0] === 'runtime' && path[1] === 'dependencies' && path.length === 3)
    .flatMap(({ value, line }): Mutation[] => {
      const [, name, version] = (isPython ? /^([\w.-]+)[=~>]=(\d)/ : /^(.[^@]*)@\D?(\d)/).exec(String(value)) ?? [];
      if (name === undefined || version === undefined) return [];
      const lists = isPython ? listsOfPython(name, version) : { 'package.json': [`{ "dependencies": { "${name}": "<${version}" } }`] };
      return Object.entries(lists).flatMap(([file, texts]) =>
        texts.map((list) => ({
          // The mistake is in the other list, and is told where it is held against the agent's own.
          ...changed(agent, `${file} ${list}`, { file, text: `${list}\n`, code: 'dependency-conflict', line }),
          file: 'agent.yaml',
        })),
      );
    });
};

function listsOfPython(name: string, version: string): Readonly<Record<string, readonly string[]>> {
  const poetry = (written: string): string => `[tool.poetry.dependencies]\npython = "^3.11"\n${name} = ${written}`;
  return {
    'requirements.txt': [`${name}<${version}`],
    'pyproject.toml': [
      `[project]\ndependencies = ["${name}<${version}"]`,
      poetry(`"<${version}"`),
      poetry('"~0.0.1"'),
      poetry('{ version = "^0.0.1", extras = ["all"] }'),
    ],
  };
}
