import { parseYaml } from '../descriptor/parse-yaml.ts';
import { dotted, own, valueAt } from '../value.ts';
import { placesIn } from './descriptor-places.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';
import { wrongValues } from './mutate-schemas.ts';

/** Examples and inputs of schedules that do not fit their schema: values of another type, and what is required left out. */
export const mutateExamples: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const { value } = parseYaml(text);
  const places = placesIn(text);
  return places
    .filter(({ path }) => (path[0] === 'examples' || path[0] === 'schedule') && path.length === 4)
    .flatMap((place): Mutation[] => {
      const [list, , side, key] = place.path;
      const code = list === 'examples' ? 'example-mismatch' : 'schedule-mismatch';
      const schema = own(value, side === 'input' ? 'input_schema' : 'output_schema');
      const property = valueAt(schema, ['properties', String(key)]);
      // A secret may be left out, or be a reference.
      if (own(property, 'writeOnly') === true) return [];
      const required = own(schema, 'required');
      const isOnly = places.filter(({ path }) => dotted(path.slice(0, -1)) === dotted(place.path.slice(0, -1))).length === 1;
      const without = !isOnly && Array.isArray(required) && required.includes(key) ? place.removed() : undefined;
      const parent = places.find(({ path }) => dotted(path) === dotted(place.path.slice(0, -1)));
      return [
        ...wrongValues(own(property, 'type')).map((written) =>
          changed(agent, `${dotted(place.path)} is ${written}`, {
            text: place.withValue(written),
            code,
            line: place.line,
          }),
        ),
        ...(own(schema, 'additionalProperties') === false
          ? [
              changed(agent, `${dotted(place.path)} as ${String(key)}x`, {
                text: place.withKey(`${String(key)}x`),
                code,
                line: place.line,
              }),
            ]
          : []),
        ...(without === undefined || parent === undefined
          ? []
          : [
              changed(agent, `${dotted(place.path)} left out`, {
                text: without,
                code,
                line: list === 'examples' ? parent.valueLine : parent.line,
              }),
            ]),
      ];
    });
};
