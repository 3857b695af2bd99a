import { expect, it } from 'vitest';
import { mendings } from '../testing/mendings.ts';

const field = (words: string): string => `  properties: { n: { ${words} } }\n`;

it.each<readonly [string, string, Readonly<Record<string, string>>]>([
  [
    'contradictory-bounds',
    'minimum: 10, maximum: 5',
    { 'Swap maximum and minimum': 'minimum: 5, maximum: 10', 'Remove "maximum"': 'minimum: 10' },
  ],
  ['contradictory-bounds', 'exclusiveMinimum: 5, maximum: 5', { 'Remove "maximum"': 'exclusiveMinimum: 5' }],
  ['duplicate-enum', 'enum: [a, b, a]', { 'Remove this entry': 'enum: [a, b]' }],
  [
    'enum-mismatch',
    'type: integer, enum: [1, "2"]',
    { 'Change to 2': 'type: integer, enum: [1, 2]', 'Remove this entry': 'type: integer, enum: [1]' },
  ],
  ['enum-mismatch', 'type: string, enum: [1, 2]', { 'Change to integer': 'type: integer, enum: [1, 2]', 'Remove "type"': 'enum: [1, 2]' }],
  [
    'keyword-without-effect',
    'type: string, minimum: 1',
    { 'Change to "minLength"': 'type: string, minLength: 1', 'Remove "minimum"': 'type: string' },
  ],
  ['keyword-without-effect', 'type: string, minimum: 1, maximum: 2', { 'Change to "number"': 'type: number, minimum: 1, maximum: 2' }],
  ['untyped-properties', 'properties: { a: {} }', { 'Add `type: object`': 'type: object, properties: { a: {} }' }],
])('%s in %s', (code, before, after) => {
  const expected = Object.fromEntries(Object.entries(after).map(([title, words]) => [title, field(words)]));
  expect(mendings(field(before), code)).toMatchObject(expected);
});

it('adds a type on a line of its own', () => {
  expect(mendings('  properties:\n    n:\n      properties:\n        a: {}\n', 'untyped-properties')).toEqual({
    'Add `type: object`': '  properties:\n    n:\n      type: object\n      properties:\n        a: {}\n',
  });
});
