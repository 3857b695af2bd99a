import { describe, expect, it } from 'vitest';
import type { AgentFile } from '@hermes-runtime/schemas';
import { compareContracts } from './compare-contracts.ts';
import { bumped } from './semver-bump.ts';

const base: AgentFile = { name: 'a', version: '2.0.0', runtime: { type: 'python', entrypoint: 'main.py' } };
const input = (input_schema: AgentFile['input_schema']): AgentFile => ({ ...base, ...(input_schema !== undefined && { input_schema }) });
const output = (output_schema: AgentFile['output_schema']): AgentFile => ({
  ...base,
  ...(output_schema !== undefined && { output_schema }),
});
const object = (properties: Record<string, unknown>, required: readonly string[] = []): Record<string, unknown> => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required: [...required] }),
});

const breaking: readonly (readonly [string, AgentFile, AgentFile, string])[] = [
  ['a new required input', input(object({})), input(object({ city: { type: 'string' } }, ['city'])), '/input_schema/city'],
  ['an input of another type', input(object({ n: { type: 'number' } })), input(object({ n: { type: 'string' } })), '/input_schema/n'],
  ['an enum with a value less', input(object({ u: { enum: ['c', 'f'] } })), input(object({ u: { enum: ['c'] } })), '/input_schema/u'],
  [
    'an input that may no longer be null',
    input(object({ c: { type: ['string', 'null'] } })),
    input(object({ c: { type: 'string' } })),
    '/input_schema/c',
  ],
  [
    'a higher minimum',
    input(object({ n: { type: 'integer', minimum: 1 } })),
    input(object({ n: { type: 'integer', minimum: 2 } })),
    '/input_schema/n',
  ],
  [
    'inputs that are closed',
    input(object({ a: {} })),
    input({ ...object({ a: {} }), additionalProperties: false }),
    '/input_schema/another',
  ],
  [
    'errors that become objects',
    output(object({ errors: { type: 'array', items: { type: 'string' } } })),
    output(object({ errors: { type: 'array', items: { type: 'object' } } })),
    '/output_schema/errors/0',
  ],
  [
    'an output that may be null',
    output(object({ text: { type: 'string' } })),
    output(object({ text: { type: ['string', 'null'] } })),
    '/output_schema/text',
  ],
  [
    'an output that is no longer required',
    output(object({ id: { type: 'string' } }, ['id'])),
    output(object({ id: { type: 'string' } })),
    '/output_schema/id',
  ],
];

const harmless: readonly (readonly [string, AgentFile, AgentFile])[] = [
  ['nothing', base, base],
  ['a new optional input', input(object({})), input(object({ days: { type: 'integer' } }))],
  ['an input that is no longer required', input(object({ c: { type: 'string' } }, ['c'])), input(object({ c: { type: 'string' } }))],
  [
    'another description',
    input(object({ c: { type: 'string', description: 'one' } })),
    input(object({ c: { type: 'string', description: 'two' } })),
  ],
  ['an enum with a value more', input(object({ u: { enum: ['c'] } })), input(object({ u: { enum: ['c', 'f'] } }))],
  ['a wider number', input(object({ n: { type: 'integer' } })), input(object({ n: { type: 'number' } }))],
  ['an output that is promised at last', output(object({ id: { type: 'string' } })), output(object({ id: { type: 'string' } }, ['id']))],
  ['another language', base, { ...base, runtime: { type: 'nodejs', entrypoint: 'main.mjs' } }],
  ['more time', { ...base, timeout_seconds: 3 }, { ...base, timeout_seconds: 30 }],
];

describe('a change that breaks callers', () => {
  it.each(breaking)('%s, and a value that shows it', (_name, before, after, path) => {
    const diff = compareContracts(before, after);
    const change = diff.changes.find(({ breaking: how }) => how === 'yes');
    expect([change?.path, diff.breaking, diff.advice, diff.suggested]).toEqual([path, true, 'major', '3.0.0']);
    expect(change).toHaveProperty('witness');
  });
});

describe('a change that breaks nobody', () => {
  it.each(harmless)('%s', (_name, before, after) => {
    const diff = compareContracts(before, after);
    expect(diff.changes.filter(({ breaking: how }) => how === 'yes')).toEqual([]);
    expect(diff.breaking).toBe(false);
  });
});

it('what is new asks for a minor version, what is only different for a patch', () => {
  expect(compareContracts(input(object({})), input(object({ days: { type: 'integer' } }))).suggested).toBe('2.1.0');
  expect(compareContracts(base, { ...base, timeout_seconds: 3 }).suggested).toBe('2.0.1');
  expect([bumped('0.3.1', 'major'), bumped('1.2.3-rc.1', 'patch'), bumped('x', 'major')]).toEqual(['0.4.0', '1.2.4', 'x']);
});

it('says which secret the target must know', () => {
  const diff = compareContracts(base, input(object({ notion_token: { type: 'string', writeOnly: true } })));
  expect(diff.changes.map(({ message }) => message)).toContain('notion_token is a secret that the target must know.');
});

it('ends for schemas that are endless, huge or hostile', () => {
  const endless = { $ref: '#' };
  // What a file may hold at most: aliases stand for 10,000 values.
  const deep = Array.from({ length: 12 }).reduce<unknown>((inner) => ({ type: 'object', properties: { a: inner, b: inner } }), {
    type: 'string',
  });
  for (const schema of [endless, deep, { anyOf: Array.from({ length: 500 }, () => ({ type: 'string' })) }])
    expect(compareContracts(input(schema as AgentFile['input_schema']), base)).toHaveProperty('advice');
});
