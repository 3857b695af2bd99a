import { checkAgent, readCode } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { agentFixContext, type FixableAgent } from './fix-context.ts';
import { quickFixes } from './quick-fixes.ts';

const head = 'name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\ninput_schema:\n';

/** The schema after each fix of its first problem, by the fix's title. */
function check(schema: string): Record<string, string> {
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': head + schema,
    'main.py': 'def execute(input_data):\n    return use(input_data)\n',
  };
  const files: FixableAgent['files'] = {
    path: '',
    readText: (name) => texts[name],
    stat: (name) => (Object.hasOwn(texts, name) ? { kind: 'file', executable: false, inside: true } : undefined),
    list: () => [],
    readCode,
  };
  const { descriptor, problems } = checkAgent(files);
  const problem = problems.find(({ code }) => code === 'invalid-schema' || code === 'not-yet-enforced');
  if (descriptor === undefined || problem === undefined) return { none: JSON.stringify(problems.map(({ code }) => code)) };
  const context = agentFixContext({ descriptor, files, folder: '/a', problems, commands: false });
  return Object.fromEntries(
    quickFixes(problem, context).map(({ title, edits }) => [title, applyEdits(head + schema, edits[0]?.edits ?? []).slice(head.length)]),
  );
}

it.each([
  ['  properties:\n    city: string\n', 'Change to { type: string }', '  properties:\n    city: { type: string }\n'],
  ['  properties:\n    n: { type: int }\n', 'Change to integer', '  properties:\n    n: { type: integer }\n'],
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
  [
    '  $schema: https://json-schema.org/draft/2019-09/schema\n  type: object\n',
    'Change to https://json-schema.org/draft/2020-12/schema',
    '  $schema: https://json-schema.org/draft/2020-12/schema\n  type: object\n',
  ],
])('mends %j', (before, title, after) => {
  expect(check(before)).toEqual({ [title]: after });
});

it.each(['  properties: [city]\n', '  properties: { city: { type: { a: 1 } } }\n', '  properties: { city: 7 }\n'])(
  'does not guess at %j',
  (before) => {
    expect(check(before)).toEqual({});
  },
);
