import { validateAgentFile, validateOrchestratorConfig, validateRuntimeConfig } from '@hermes-runtime/schemas/files';
import { expect, test } from 'vitest';
import { agentSchema, orchestratorConfigSchema, runtimeConfigSchema } from '../generated/file-schemas.ts';
import { isMap } from '../value.ts';
import { fileErrors, fits } from './file-errors.ts';
import { resolveSchema, type FileSchema } from './file-schema.ts';

const values = [
  null,
  true,
  0,
  1,
  -1,
  0.5,
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'a',
  'Ab c',
  '1.0.0',
  'https://a.b',
  'python',
  [],
  ['a'],
  [1],
  [{}],
  {},
  { a: 1 },
];

/** A file that has every key that its schema knows, so that each can be another value. */
function fullFile(root: FileSchema, unresolved: FileSchema = root): unknown {
  const schema = resolveSchema(root, unresolved);
  const { properties, items, anyOf, enum: allowed, default: standard, minimum = 1, pattern = '' } = schema;
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (allowed !== undefined) return allowed[0];
  if (properties !== undefined) return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fullFile(root, one)]));
  if (standard !== undefined) return standard;
  if (anyOf?.[0] !== undefined) return fullFile(root, anyOf[0]);
  if (type === 'array') return items === undefined ? ['a'] : [fullFile(root, items)];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return minimum;
  if (type === 'object') return {};
  return ['1.0.0', 'a', 'https://a.b'].find((text) => new RegExp(pattern, 'u').test(text));
}

/** The value with one part of it gone or another one, for every part. */
function* changed(value: unknown): Generator {
  yield* values;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) for (const other of changed(item)) yield value.with(index, other);
  if (!isMap(value)) return;
  for (const key of Object.keys(value)) {
    const { [key]: old, ...rest } = value;
    yield rest;
    for (const other of changed(old)) yield { ...value, [key]: other };
  }
}

test.each([
  ['agent.yaml', agentSchema, validateAgentFile],
  ['runtime-config.yaml', runtimeConfigSchema, validateRuntimeConfig],
  ['orchestrator-config.yaml', orchestratorConfigSchema, validateOrchestratorConfig],
])('finds fault with the same %s as ajv', (_name, schema, validate) => {
  const { steps: _steps, output: _output, ...whole } = Object.fromEntries(Object.entries(fullFile(schema) ?? {}));
  expect(fileErrors(schema, whole)).toEqual([]);
  const all = [...changed(whole)];
  expect(all.length).toBeGreaterThan(500);
  for (const value of all) expect(fits(schema, value), JSON.stringify(value)).toBe(validate(value));
});

test('says one thing for each mistake, at its place', () => {
  const agent = { name: 'A b', version: 1, runtime: { type: 'pyton' }, limits: { memory_mb: 'x' }, examples: [{}, 3] };
  expect(fileErrors(agentSchema, agent).map(({ keyword, path }) => `${path.join('.')}: ${keyword}`)).toEqual([
    'name: pattern',
    'version: type',
    'runtime: required',
    'runtime.type: enum',
    'limits.memory_mb: type',
    'examples.0: required',
    'examples.1: type',
  ]);
});

test('asks for exactly one of runtime and steps', () => {
  const agent = { name: 'a', version: '1.0.0' };
  expect(fileErrors(agentSchema, agent)).toEqual([{ keyword: 'oneOf', union: 'neither', path: [] }]);
  const both = { ...agent, runtime: { type: 'shell', entrypoint: 'a.sh' }, steps: [{}] };
  expect(fileErrors(agentSchema, both)).toContainEqual({ keyword: 'oneOf', union: 'both', path: [] });
});

test('judges a union by the branch that is of the type of the value', () => {
  expect(fileErrors(runtimeConfigSchema, { agent: { search_path: [] } })).toEqual([
    { keyword: 'minItems', limit: 1, path: ['agent', 'search_path'] },
  ]);
  expect(fileErrors(runtimeConfigSchema, { agent: { search_path: ['a', 1] } })).toEqual([
    { keyword: 'type', type: 'string', path: ['agent', 'search_path', 1] },
  ]);
  expect(fileErrors(runtimeConfigSchema, { agent: { search_path: 1 } })).toEqual([{ keyword: 'anyOf', path: ['agent', 'search_path'] }]);
});
