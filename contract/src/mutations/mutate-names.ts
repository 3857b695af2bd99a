import { placesIn } from './descriptor-places.ts';
import { changed, type Mutator } from './mutation.ts';

const names = [
  'Weather',
  'my agent',
  'my_agent',
  '-agent',
  'agent-',
  '42',
  '"a.b"',
  'true',
  '"@team/agent"',
  `a${'b'.repeat(63)}`,
  '天气',
  '""',
];
const versions = ['1.0', '1.10', '1', 'v1.0.0', '"1.0"', '1.0.0.0', 'latest', '^1.0.0', '01.2.3', '1.2.3-', '2024-01-31', '""'];

/** Names and versions as people write them who did not know the rules, or YAML's. */
export const mutateNames: Mutator = (agent) => {
  const places = placesIn(agent.files['agent.yaml'] ?? '');
  const each = (key: string, values: readonly string[], code: string): ReturnType<Mutator> =>
    places
      .filter(({ path }) => path.length === 1 && path[0] === key)
      .flatMap((place) =>
        values.map((value) => changed(agent, `${key} ${value}`, { text: place.withValue(value), code, line: place.line })),
      );
  return [...each('name', names, 'invalid-name'), ...each('version', versions, 'invalid-version')];
};
