import { parseYaml } from '../descriptor/parse-yaml.ts';
import { dotted, own } from '../value.ts';
import { placesIn } from './descriptor-places.ts';
import { misspellings } from './misspell.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** A property misspelt that the schema requires: `required` beside it still has its name, and so have the code and the examples. */
export const mutateProperties: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const { value } = parseYaml(text);
  const places = placesIn(text);
  return places
    .filter(({ path }) => path.length === 3 && path[1] === 'properties' && String(path[0]).endsWith('_schema'))
    .flatMap((place): Mutation[] => {
      const [root, , key] = place.path;
      const required = own(own(value, String(root)), 'required');
      const index = Array.isArray(required) ? required.indexOf(key) : -1;
      const named = places.find(({ path }) => dotted(path) === dotted([String(root), 'required', index]));
      if (named === undefined) return [];
      return misspellings(String(key)).map(([, name]) =>
        changed(agent, `${dotted(place.path)} called ${name}`, {
          text: place.withKey(name),
          code: 'required-without-property',
          line: named.line,
        }),
      );
    });
};
