import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { inspectMethod, type Inspection } from '../service/inspect.ts';
import { Editor } from '../testing/editor.ts';

const head = 'name: weather\nversion: 1.0.0\n';
const runtime = 'runtime: { type: python, entrypoint: main.py }\n';
const python = 'def execute(input_data):\n    return {}\n';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start(
    { 'agent.yaml': head + runtime, 'main.py': python, 'main.js': '', 'runtime-config.yaml': 'server:\n  port: 8080\n' },
    { initializationOptions: { trusted: true } },
  );
  for (const file of ['agent.yaml', 'main.py', 'main.js', 'runtime-config.yaml']) await editor.open(file);
});
afterAll(async () => editor.close());

const problemsIn = async (file: string): Promise<Inspection['problems']> => (await editor.ask<Inspection>(inspectMethod, file)).problems;

async function actionsAt(file: string, only?: readonly string[]): Promise<CodeAction[]> {
  const [problem] = await problemsIn(file);
  const range = problem?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return editor.ask('textDocument/codeAction', file, { range, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } });
}

/** The file after a fix of its only problem; nothing is wrong with it then. */
async function check(
  file: string,
  before: string,
  title: string,
  after: string,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, text] of Object.entries({ ...others, [file]: before })) await editor.replace(name, text);
  const action = (await actionsAt(file)).find((one) => one.title === title);
  expect((await actionsAt(file)).map((one) => one.title)).toContain(title);
  const applied = action === undefined ? {} : editor.applied(action);
  expect(applied[file]).toBe(after);
  for (const [name, text] of Object.entries(applied)) await editor.replace(name, text);
  expect(await problemsIn(file)).toEqual([]);
}

const agent = (before: string, title: string, after: string): Promise<void> =>
  check('agent.yaml', before, title, after, { 'main.py': python });

it.each([
  ['a name', 'version: 1.0.0\n' + runtime, undefined, 'version: 1.0.0\n' + runtime],
  ['a version, below the name', 'name: weather\n' + runtime, 'version: 1.0.0', head + runtime],
  ['a type', head + 'runtime:\n  entrypoint: main.py\n', 'type: python', head + 'runtime:\n  entrypoint: main.py\n  type: python\n'],
  ['an entrypoint', head + 'runtime: { type: python }\n', 'entrypoint: main.py', head + 'runtime: { type: python, entrypoint: main.py }\n'],
])('adds what is missing: %s', async (_what, before, entry, after) => {
  if (entry !== undefined) return agent(before, `Add \`${entry}\``, after);
  await editor.replace('agent.yaml', before);
  const [action] = await actionsAt('agent.yaml');
  expect(action === undefined ? '' : editor.applied(action)['agent.yaml']).toMatch(/^name: hermes-editor-[a-z0-9-]+\nversion: 1\.0\.0\n/);
});

const schema = (text: string): string => `${head}${runtime}input_schema:\n${text}`;

it.each([
  ['a text as a number', `${head}${runtime}timeout_seconds: "10"\n`, 'Change to 10', `${head}${runtime}timeout_seconds: 10\n`],
  [
    'a number as a text',
    `${head}${runtime}description: 1.10 # a number\n`,
    'Change to "1.10"',
    `${head}${runtime}description: "1.10" # a number\n`,
  ],
  [
    'a text as a switch',
    schema('  properties: { on_top: { type: boolean, default: "yes" } }\n'),
    'Change to true',
    schema('  properties: { on_top: { type: boolean, default: true } }\n'),
  ],
  [
    'one text as a list',
    `${head}${runtime.replace(' }', ', dependencies: lxml==5.3.0 }')}`,
    'Change to [lxml==5.3.0]',
    `${head}${runtime.replace(' }', ', dependencies: [lxml==5.3.0] }')}`,
  ],
  ['a tab as spaces', schema('\tproperties: {}\n'), 'Indent with spaces', schema('  properties: {}\n')],
  [
    'a text that needs quotes',
    `${head}${runtime}description: @home # at\n`,
    'Put the text in quotes',
    `${head}${runtime}description: "@home" # at\n`,
  ],
  ['a quote', `${head}description: "Tells # it\n${runtime}`, 'Close the quote', `${head}description: "Tells # it"\n${runtime}`],
  [
    'a reference',
    schema('  $defs: { city: {} }\n  properties: { a: { $ref: "#/$defs/ctiy" } }\n'),
    'Change to "#/$defs/city"',
    schema('  $defs: { city: {} }\n  properties: { a: { $ref: "#/$defs/city" } }\n'),
  ],
  [
    'the second of two blocks',
    `${head}${runtime}steps:\n  # The only one.\n  - id: a\n    agent: b\n`,
    'Remove "steps"',
    `${head}${runtime}`,
  ],
  [
    'the first key of an item',
    `${head}${runtime}examples:\n  - nme: first\n    input: {}\n  - input: {}\n`,
    'Remove "nme"',
    `${head}${runtime}examples:\n  - input: {}\n  - input: {}\n`,
  ],
])('mends %s', async (_what, before, title, after) => agent(before, title, after));

it.each([
  ['takes the input', 'def execute():\n    return {}\n', 'Take the input: execute(input_data)', python],
  [
    'gives defaults behind annotations too',
    'async def execute(a: dict, b: list[int], *, c, **d) -> dict:\n    return {}\n',
    'Give the other parameters defaults',
    'async def execute(a: dict, b: list[int] = None, *, c=None, **d) -> dict:\n    return {}\n',
  ],
])('%s in Python', async (_what, before, title, after) => check('main.py', before, title, after, { 'agent.yaml': head + runtime }));

const node = 'runtime: { type: nodejs, entrypoint: main.js }\n';

it.each([
  [
    'exports what is there, as the file does',
    "const fs = require('fs');\nfunction execute(input) {\n  return {};\n}\n",
    'Export execute()',
    "const fs = require('fs');\nfunction execute(input) {\n  return {};\n}\n\n\nmodule.exports.execute = execute;\n",
  ],
  [
    'returns what is required',
    'export const execute = function () {\n  return {};\n};\n',
    'Return "text", "days"',
    "export const execute = function () {\n  return { text: '', days: [] };\n};\n",
  ],
  [
    'calls the method',
    'export class Agent {\n  execute(input) {\n    return {};\n  }\n}\n',
    'Add execute(), which calls Agent.execute',
    'export class Agent {\n  execute(input) {\n    return {};\n  }\n}\n\n\nexport function execute(input) {\n  return new Agent().execute(input);\n}\n',
  ],
])('%s in JavaScript', async (what, before, title, after) => {
  const output = 'output_schema: { required: [text, days], properties: { text: { type: string }, days: { type: array } } }\n';
  await check('main.js', before, title, after, { 'agent.yaml': head + node + (what.startsWith('returns') ? output : '') });
});

it('mends a configuration', async () => {
  await check('runtime-config.yaml', 'server:\n  host: 0.0.0.0\n', 'Change to "127.0.0.1"', 'server:\n  host: 127.0.0.1\n');
  await check(
    'runtime-config.yaml',
    'agent:\n  sandbox:\n    require: bubblewrap\n',
    'Change to "namespaces"',
    'agent:\n  sandbox:\n    require: namespaces\n',
  );
  await check('runtime-config.yaml', 'server:\n  prot: 8080\n', 'Change to "port"', 'server:\n  port: 8080\n');
  await check(
    'runtime-config.yaml',
    'server:\n  cors_allowed_origins: ["http://127.0.0.1", "*"]\n',
    'Remove this entry',
    'server:\n  cors_allowed_origins: ["http://127.0.0.1"]\n',
  );
});

const many = `${head}${runtime.replace(' }', ', dependencies: [lxml5.3.0, gunicorn23.0.0] }')}timeout_seconds: "10"
input_schema:
  requried: [api_key]
  properties: { api_key: { type: string }, token: { type: string } }
`;

it('mends all problems of a kind, and all of a file that can only be meant', async () => {
  await editor.replace('agent.yaml', many);
  await editor.replace('main.py', python);
  const kind = (await actionsAt('agent.yaml')).find(({ title }) => title === 'Fix all 2 problems of this kind (malformed-dependency)');
  expect(kind === undefined ? '' : editor.applied(kind)['agent.yaml']).toContain('[lxml==5.3.0, gunicorn==23.0.0]');
  const [all, ...others] = await actionsAt('agent.yaml', ['source.fixAll']);
  expect([all?.kind, others]).toEqual(['source.fixAll.hermes', []]);
  const applied = all === undefined ? '' : editor.applied(all)['agent.yaml'];
  expect(applied).toBe(
    many
      .replace('lxml5', 'lxml==5')
      .replace('gunicorn23', 'gunicorn==23')
      .replace('"10"', '10')
      .replace('requried', 'required')
      .replaceAll('{ type: string }', '{ type: string, writeOnly: true }'),
  );
  await editor.replace('agent.yaml', applied ?? '');
  expect(await problemsIn('agent.yaml')).toEqual([]);
  expect(await actionsAt('agent.yaml', ['source.fixAll'])).toEqual([]);
});

it('gives a large agent its fixes alone while the cursor only moves', async () => {
  const large = `${head}${runtime}input_schema:\n  requried: []\n  description: ${'x'.repeat(40_000)}\n`;
  await editor.replace('agent.yaml', large);
  await editor.replace('main.py', 'def execute(input_data):\n    return use(input_data["city"])\n');
  const kinds = async (triggerKind: number): Promise<string[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 4 } };
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', 'agent.yaml', {
      range,
      context: { diagnostics: [], triggerKind },
    });
    return [...new Set(actions.map(({ kind }) => kind ?? ''))].toSorted((one, other) => one.localeCompare(other));
  };
  expect([await kinds(1), await kinds(2)]).toEqual([['quickfix', 'refactor.rewrite'], ['quickfix']]);
});
