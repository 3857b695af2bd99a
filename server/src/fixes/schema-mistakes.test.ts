import { expect, it } from 'vitest';
import { mendings } from '../testing/mendings.ts';

it.each([
  ['  properties:\n    city: string\n', 'Change to { type: string }', '  properties:\n    city: { type: string }\n'],
  ['  properties:\n    n: { type: int }\n', 'Change to integer', '  properties:\n    n: { type: integer }\n'],
  ['  properties:\n    n: { type: [string, null] }\n', 'Change to "null"', '  properties:\n    n: { type: [string, "null"] }\n'],
  ['  properties:\n    n: { type: null }\n', 'Change to "null"', '  properties:\n    n: { type: "null" }\n'],
  ['  properties:\n    n: { type: strng }\n', 'Change to "string"', '  properties:\n    n: { type: string }\n'],
  [
    '  properties: { n: { minimum: 5, exclusiveMinimum: true } }\n',
    'Change to exclusiveMinimum: 5',
    '  properties: { n: { exclusiveMinimum: 5 } }\n',
  ],
  [
    '  properties:\n    n:\n      type: number\n      maximum: 5\n      exclusiveMaximum: false\n',
    'Remove "exclusiveMaximum"',
    '  properties:\n    n:\n      type: number\n      maximum: 5\n',
  ],
  [
    '  properties:\n    city:\n      type: string\n      required: true\n',
    'Require "city" in the list beside properties',
    '  properties:\n    city:\n      type: string\n  required: [city]\n',
  ],
  [
    '  required: [town]\n  properties:\n    town: {}\n    city: { type: string, required: true }\n',
    'Require "city" in the list beside properties',
    '  required: [town, city]\n  properties:\n    town: {}\n    city: { type: string }\n',
  ],
  [
    '  properties:\n    city: { required: true }\n',
    'Require "city" in the list beside properties',
    '  properties:\n    city: {}\n  required: [city]\n',
  ],
  ['  required: city\n  properties: { city: {} }\n', 'Change to [city]', '  required: [city]\n  properties: { city: {} }\n'],
  ['  properties: { city: { minLength: "2" } }\n', 'Change to 2', '  properties: { city: { minLength: 2 } }\n'],
  ['  properties: { city: { minLength: -2 } }\n', 'Change to 0', '  properties: { city: { minLength: 0 } }\n'],
  ['  properties: { city: { type: string, maxLength: -1 } }\n', 'Remove "maxLength"', '  properties: { city: { type: string } }\n'],
  ['  properties: { city: { writeOnly: "yes" } }\n', 'Change to true', '  properties: { city: { writeOnly: true } }\n'],
  ['  required: [city, city]\n  properties: { city: {} }\n', 'Remove "city"', '  required: [city]\n  properties: { city: {} }\n'],
])('mends %j', (before, title, after) => {
  expect(mendings(before, 'invalid-schema')).toEqual({ [title]: after });
});

it.each(['  properties: [city]\n', '  properties: { city: { type: { a: 1 } } }\n', '  properties: { city: 7 }\n'])(
  'does not guess at %j',
  (before) => {
    expect(mendings(before, 'invalid-schema')).toEqual({});
  },
);

it('names a dialect that is read', () => {
  expect(mendings('  $schema: http://json-schema.org/draft-04/schema#\n  type: object\n', 'not-yet-enforced')).toEqual({
    'Change to https://json-schema.org/draft/2020-12/schema': '  $schema: https://json-schema.org/draft/2020-12/schema\n  type: object\n',
  });
});
