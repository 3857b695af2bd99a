import type { Draft } from '../value-schema/schema-resources.ts';

/** What the value of a keyword must be, by the metaschema of a draft. */
export type Shape =
  | 'anything'
  | 'text'
  | 'address without fragment'
  | 'anchor'
  | 'true or false'
  | 'number'
  | 'number above 0'
  | 'count'
  | 'names'
  | 'types'
  | 'list'
  | 'filled list'
  | 'schema'
  | 'schemas'
  | 'schema or schemas'
  | 'map of schemas'
  | 'map of schemas or names'
  | 'map of names'
  | 'map of true or false';

type Words = readonly (readonly [Shape, words: string])[];

const inEvery: Words = [
  ['anything', 'default const'],
  ['text', '$schema $ref $comment title description pattern format contentEncoding contentMediaType'],
  ['true or false', 'readOnly writeOnly uniqueItems'],
  ['number', 'maximum exclusiveMaximum minimum exclusiveMinimum'],
  ['number above 0', 'multipleOf'],
  ['count', 'maxLength minLength maxItems minItems maxProperties minProperties'],
  ['names', 'required'],
  ['types', 'type'],
  ['list', 'examples'],
  ['schema', 'contains additionalProperties propertyNames not if then else'],
  ['schemas', 'allOf anyOf oneOf'],
  ['map of schemas', 'definitions properties patternProperties'],
  ['map of schemas or names', 'dependencies'],
];
const until2019: Words = [
  ['schema', 'additionalItems'],
  ['schema or schemas', 'items'],
];
const since2019: Words = [
  ['address without fragment', '$id'],
  ['anchor', '$anchor'],
  ['true or false', 'deprecated'],
  ['count', 'maxContains minContains'],
  ['list', 'enum'],
  ['schema', 'contentSchema unevaluatedItems unevaluatedProperties'],
  ['map of schemas', '$defs dependentSchemas'],
  ['map of names', 'dependentRequired'],
  ['map of true or false', '$vocabulary'],
];
const only7: Words = [
  ['text', '$id'],
  ['filled list', 'enum'],
];
const only2019: Words = [
  ['text', '$recursiveRef'],
  ['true or false', '$recursiveAnchor'],
];
const only2020: Words = [
  ['text', '$dynamicRef $recursiveRef'],
  ['anchor', '$dynamicAnchor $recursiveAnchor'],
  ['schema', 'items'],
  ['schemas', 'prefixItems'],
];

/** The keywords of each draft, each with what its value must be; any other word is allowed, and says nothing. */
export const keywordsOf: Readonly<Record<Draft, ReadonlyMap<string, Shape>>> = {
  '7': shapesOf([...inEvery, ...until2019, ...only7]),
  '2019': shapesOf([...inEvery, ...until2019, ...since2019, ...only2019]),
  '2020': shapesOf([...inEvery, ...since2019, ...only2020]),
};

/** The keywords of all drafts, for what is looked for in each of them; draft-07 has the wider `items`. */
export const keywordsOfAny: ReadonlyMap<string, Shape> = new Map([...keywordsOf['2020'], ...keywordsOf['2019'], ...keywordsOf['7']]);

/** A schema with one of these may take properties from elsewhere too. */
export const otherSources: readonly string[] =
  '$ref $dynamicRef $recursiveRef allOf anyOf oneOf if dependentSchemas dependencies patternProperties'.split(' ');

const ofOpenApi = ['example', 'nullable', 'discriminator', 'externalDocs', 'xml'];

/** The keywords of all drafts, and the annotations of OpenAPI that people carry over. */
export const schemaKeywords: ReadonlySet<string> = new Set([...keywordsOfAny.keys(), ...ofOpenApi]);

function shapesOf(words: Words): ReadonlyMap<string, Shape> {
  return new Map(words.flatMap(([shape, names]) => names.split(' ').map((name) => [name, shape] as const)));
}
