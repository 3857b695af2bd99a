import type { Draft } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';

export type Keyword = {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly text: string;
  /** The types of value that it speaks of; left out: all. */
  readonly types?: readonly string[];
  /** The drafts that it is for; left out: all that are read here. */
  readonly drafts?: readonly Draft[];
  /** What comes after its colon, when it is no plain value. */
  readonly opens?: 'map' | 'list';
};

/** The keywords of JSON Schema that are checked here, as a person would look them up (JSON Schema, Validation and Core, of three drafts). */
export function schemaKeywords(): readonly Keyword[] {
  const text = ['string'];
  const number = ['number', 'integer'];
  const list = ['array'];
  const map = ['object'];
  const since2019: readonly Draft[] = ['2019', '2020'];
  const until2019: readonly Draft[] = ['7', '2019'];
  return [
    { name: 'type', text: l10n.t('The JSON type of the value, or a list of types.') },
    { name: 'description', text: l10n.t('What the value is, for people: shown in forms, hovers and completion.') },
    { name: 'title', text: l10n.t('A short name for people.') },
    { name: 'default', text: l10n.t('The value that a field has where the input leaves it out.') },
    { name: 'examples', text: l10n.t('Values that fit.'), opens: 'list' },
    { name: 'enum', text: l10n.t('The only values that are allowed.'), opens: 'list' },
    { name: 'const', text: l10n.t('The only value that is allowed.') },
    { name: 'writeOnly', text: l10n.t('In an input schema: a secret. Its value is kept out of traces and logs.') },
    { name: 'readOnly', text: l10n.t('A value that is only given back.') },
    { name: 'deprecated', text: l10n.t('Still there, and to be left out from now on.'), drafts: since2019 },
    { name: 'minLength', text: l10n.t('The least number of characters.'), types: text },
    { name: 'maxLength', text: l10n.t('The greatest number of characters.'), types: text },
    { name: 'pattern', text: l10n.t('A regular expression that is found somewhere in the text.'), types: text },
    { name: 'format', text: l10n.t('A well-known form of text, such as a date or an address.'), types: text },
    { name: 'minimum', text: l10n.t('The least value.'), types: number },
    { name: 'maximum', text: l10n.t('The greatest value.'), types: number },
    { name: 'exclusiveMinimum', text: l10n.t('The value must be greater than this.'), types: number },
    { name: 'exclusiveMaximum', text: l10n.t('The value must be less than this.'), types: number },
    { name: 'multipleOf', text: l10n.t('The value must be a multiple of this.'), types: number },
    { name: 'items', text: l10n.t('The schema of every item.'), types: list, opens: 'map' },
    { name: 'prefixItems', text: l10n.t('The schemas of the first items, one each.'), types: list, drafts: ['2020'], opens: 'list' },
    {
      name: 'additionalItems',
      text: l10n.t('Whether items after those of the list are allowed, or their schema.'),
      types: list,
      drafts: until2019,
    },
    { name: 'contains', text: l10n.t('A schema that at least one item fits.'), types: list, opens: 'map' },
    { name: 'minItems', text: l10n.t('The least number of items.'), types: list },
    { name: 'maxItems', text: l10n.t('The greatest number of items.'), types: list },
    { name: 'uniqueItems', text: l10n.t('Whether no two items may be equal.'), types: list },
    { name: 'properties', text: l10n.t('The fields by name, each with its schema.'), types: map, opens: 'map' },
    { name: 'required', text: l10n.t('The names of the fields that must be there.'), types: map, opens: 'list' },
    { name: 'additionalProperties', text: l10n.t('Whether fields that are not named are allowed, or their schema.'), types: map },
    { name: 'patternProperties', text: l10n.t('Schemas of the fields whose names match a regular expression.'), types: map, opens: 'map' },
    { name: 'propertyNames', text: l10n.t('A schema that every name must fit.'), types: map, opens: 'map' },
    { name: 'minProperties', text: l10n.t('The least number of fields.'), types: map },
    { name: 'maxProperties', text: l10n.t('The greatest number of fields.'), types: map },
    { name: 'dependentRequired', text: l10n.t('Fields that must be there when another is.'), types: map, drafts: since2019, opens: 'map' },
    { name: 'dependencies', text: l10n.t('Fields that must be there when another is.'), types: map, drafts: ['7'], opens: 'map' },
    { name: 'allOf', text: l10n.t('The value must fit all of these schemas.'), opens: 'list' },
    { name: 'anyOf', text: l10n.t('The value must fit at least one of these schemas.'), opens: 'list' },
    { name: 'oneOf', text: l10n.t('The value must fit exactly one of these schemas.'), opens: 'list' },
    { name: 'not', text: l10n.t('The value must not fit this schema.'), opens: 'map' },
    { name: 'if', text: l10n.t('Where the value fits this schema, `then` counts; where it does not, `else`.'), opens: 'map' },
    { name: 'then', text: l10n.t('The schema for values that fit `if`.'), opens: 'map' },
    { name: 'else', text: l10n.t('The schema for values that do not fit `if`.'), opens: 'map' },
    { name: '$ref', text: l10n.t('The schema is written elsewhere: `#/$defs/name`.') },
    { name: '$recursiveRef', text: l10n.t('The whole schema, or the one that builds on it: `#`.'), drafts: ['2019'] },
    {
      name: '$recursiveAnchor',
      text: l10n.t('Whether a schema that builds on this one takes its place in `$recursiveRef`.'),
      drafts: ['2019'],
    },
    { name: '$defs', text: l10n.t('Schemas by name, for `$ref`.'), drafts: since2019, opens: 'map' },
    { name: 'definitions', text: l10n.t('Schemas by name, for `$ref`.'), drafts: ['7'], opens: 'map' },
    { name: '$schema', text: l10n.t('The version of JSON Schema; 2020-12 where it is left out.') },
    { name: '$comment', text: l10n.t('A note for whoever reads the schema.') },
  ];
}

export const schemaTypes: readonly string[] = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

export const schemaFormats: readonly string[] = ['date', 'date-time', 'time', 'email', 'hostname', 'ipv4', 'uri', 'uuid'];

export const schemaDialects: readonly string[] = [
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'http://json-schema.org/draft-07/schema#',
];

export const booleanKeywords: ReadonlySet<string> = new Set([
  'writeOnly',
  'readOnly',
  'deprecated',
  'uniqueItems',
  '$recursiveAnchor',
  'additionalItems',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
]);
