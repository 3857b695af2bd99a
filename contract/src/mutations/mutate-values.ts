import { agentSchema } from '../generated/file-schemas.ts';
import { schemaAt, type FileSchema } from '../schema-check/file-schema.ts';
import { dotted } from '../value.ts';
import { placesIn } from './descriptor-places.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';
import { isKnownKey } from './mutate-keys.ts';

/** A value of agent.yaml of another type, without a value at all, or out of its range. */
export const mutateValues: Mutator = (agent) =>
  placesIn(agent.files['agent.yaml'] ?? '')
    .filter(isKnownKey)
    .flatMap((place): Mutation[] => {
      const { path, line } = place;
      const name = dotted(path);
      const schema = schemaAt(agentSchema, path);
      if (schema === undefined) return [];
      const code = ownCodes[name] ?? (name === 'runtime.type' ? 'unknown-runtime-type' : 'wrong-type');
      return [
        ...otherTypes(schema).map((value) => changed(agent, `value ${name} is ${value}`, { text: place.withValue(value), code, line })),
        ...(name.startsWith('examples') && name.endsWith('output')
          ? []
          : [changed(agent, `value ${name} is nothing`, { text: place.withValue(''), code: valueless(name, code), line })]),
        ...outside(schema).map((value) =>
          changed(agent, `value ${name} is ${value}`, { text: place.withValue(value), code: 'out-of-range', line }),
        ),
      ];
    });

const ownCodes: Readonly<Record<string, string>> = { name: 'invalid-name', version: 'invalid-version' };

function valueless(name: string, code: string): string {
  return name === 'runtime.type' ? 'unknown-runtime-type' : code;
}

function otherTypes({ type, enum: choices }: FileSchema): readonly string[] {
  if (choices !== undefined) return ['pyhton', 'Node', '3', '[python]', '{ a: 1 }'];
  switch (String(type)) {
    case 'string':
      return ['[text]', '{ a: text }', 'true', '1.10'];
    case 'integer':
      return ['soon', '1.5', '[1]', '"3"', 'true'];
    case 'number':
      return ['soon', '[1]', '{ a: 1 }', '"3"', 'yes'];
    case 'array':
      return ['text', '{ a: 1 }', '3'];
    case 'object':
    case 'object,boolean':
      return ['text', '[a]', '3'];
    default:
      return [];
  }
}

function outside({ minimum, exclusiveMinimum, maximum, minLength, minItems }: FileSchema): readonly string[] {
  return [
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(exclusiveMinimum === undefined ? [] : [String(exclusiveMinimum), '-3']),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ...(minLength === undefined ? [] : ['""']),
    ...(minItems === undefined ? [] : ['[]']),
  ];
}
