import { type FileSchema, isMap, own, schemaAt, type ValuePath, valueAt } from '@hermes-runtime/contract';
import type { Translate } from '../service/feature.ts';
import type { Suggestion } from './suggestion.ts';
import { standIn, type YamlPlace } from './yaml-place.ts';

/** Keys and values that one of our own schemas of files knows at a place. */
export function fileSuggestions(root: FileSchema, place: YamlPlace, translate: Translate): readonly Suggestion[] {
  const schema = schemaAt(root, place.path);
  if (schema === undefined) return [];
  return place.on === 'key' ? keysOf(root, schema, place, translate) : valuesOf(schema);
}

function keysOf(root: FileSchema, { properties = {}, required = [] }: FileSchema, place: YamlPlace, translate: Translate): Suggestion[] {
  const there = presentKeys(place);
  return Object.keys(properties)
    .filter((name) => !there.has(name))
    .map((name) => {
      const schema = schemaAt(root, [...place.path, name]);
      const opens = opensOf(schema, [...place.path, name]);
      return {
        label: name,
        kind: 'key',
        important: required.includes(name),
        ...(schema?.description === undefined ? {} : { text: translate(schema.description) }),
        ...(opens === undefined ? {} : { opens }),
      };
    });
}

function valuesOf(schema: FileSchema): Suggestion[] {
  const values = schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  const standard = schema.default;
  const shown = standard === undefined || values.includes(standard) || typeof standard === 'object' ? values : [...values, standard];
  return shown.map((value) => ({ label: String(value), kind: 'value', important: value === standard }));
}

/** What follows the colon of a key: a map, a list, or a plain value. */
function opensOf(schema: FileSchema | undefined, path: ValuePath): 'map' | 'list' | undefined {
  if (schema === undefined) return undefined;
  if (path.length === 1 && (path[0] === 'input_schema' || path[0] === 'output_schema')) return 'map';
  const isOf = (type: string): boolean => schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type));
  if (schema.properties !== undefined || isOf('object')) return 'map';
  return schema.items !== undefined || isOf('array') ? 'list' : undefined;
}

/** The keys of the map that a place is in, but for the one that is being written. */
export function presentKeys({ path, value }: YamlPlace): ReadonlySet<string> {
  const map = valueAt(value, path);
  return new Set(isMap(map) ? Object.keys(map).filter((key) => key !== standIn) : []);
}

/** The fields and values of an example, from the agent's own schema. */
export function exampleSuggestions(schema: unknown, within: ValuePath, place: YamlPlace): readonly Suggestion[] {
  let at: unknown = schema;
  for (const step of within) at = typeof step === 'number' ? own(at, 'items') : own(own(at, 'properties'), step);
  if (place.on === 'value') {
    const values = own(at, 'enum') ?? (own(at, 'type') === 'boolean' ? [true, false] : [own(at, 'default')]);
    return (Array.isArray(values) ? values : [])
      .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
      .map((value) => ({ label: String(value), kind: 'value' }));
  }
  const properties = own(at, 'properties');
  const required = own(at, 'required');
  const there = presentKeys(place);
  return fieldSuggestions(properties, required).filter(({ label }) => !there.has(label));
}

/** The fields of a schema, each with its type and description. */
export function fieldSuggestions(properties: unknown, required: unknown): readonly Suggestion[] {
  if (!isMap(properties)) return [];
  return Object.entries(properties).map(([label, field]) => {
    const [type, description] = [own(field, 'type'), own(field, 'description')];
    return {
      label,
      kind: 'field',
      important: Array.isArray(required) && required.includes(label),
      ...(typeof type === 'string' ? { detail: type } : Array.isArray(type) ? { detail: type.join(' | ') } : {}),
      ...(typeof description === 'string' ? { text: description } : {}),
    };
  });
}
