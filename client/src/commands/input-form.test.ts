import { expect, test } from 'vitest';
import { type Field, fieldsOf, readField } from './input-form.ts';

const schema = {
  type: 'object',
  required: ['city', 'token'],
  properties: {
    days: { type: 'integer', default: 3 },
    city: { type: 'string', description: 'City name' },
    unit: { enum: ['C', 'F'] },
    exact: { type: 'boolean' },
    filter: { type: 'object' },
    token: { type: 'string', default: 'never shown' },
  },
};

function field(name: string): Field {
  const found = fieldsOf(schema, ['token']).find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}

test('required fields are asked first, the rest in the order of the schema', () => {
  expect(
    fieldsOf(schema, ['token']).map(
      ({ name, kind, required, secret }) => `${name}:${kind}${required ? '!' : ''}${secret ? ' secret' : ''}`,
    ),
  ).toEqual(['city:string!', 'token:string! secret', 'days:integer', 'unit:choice', 'exact:boolean', 'filter:json']);
});

test('a box starts with the default, but never with a secret', () => {
  expect([field('days').preset, field('token').preset]).toEqual(['3', '']);
});

test.each<[string, string, unknown]>([
  ['city', 'Beijing', 'Beijing'],
  ['days', ' 7 ', 7],
  ['unit', 'F', 'F'],
  ['exact', 'false', false],
  ['filter', '{"a": [1]}', { a: [1] }],
])('%s reads %j', (name, text, value) => {
  expect(readField(field(name), text)).toEqual({ ok: true, value });
});

test('an optional field that is left empty is left out', () => {
  expect(readField(field('days'), '')).toEqual({ ok: true });
});

test.each([
  ['city', ' ', 'city is required'],
  ['days', 'x', 'days must be a number'],
  ['days', '1.5', 'days must be a whole number'],
  ['unit', 'K', 'unit must be one of C, F'],
])('%s refuses %j with the reason', (name, text, message) => {
  expect(readField(field(name), text)).toEqual({ ok: false, message });
});

test('JSON that does not parse says what is wrong with it', () => {
  expect(readField(field('filter'), '{')).toMatchObject({ ok: false, message: expect.stringMatching(/^filter must be JSON: /) });
});

test.each([[undefined], [true], [{ properties: [] }], [{ properties: { a: null } }]])(
  'a schema %j that says little does no harm',
  (odd) => {
    expect(fieldsOf(odd, []).length).toBeLessThanOrEqual(1);
  },
);
