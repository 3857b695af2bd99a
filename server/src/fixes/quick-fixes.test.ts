import { afterEach, expect, it } from 'vitest';
import { Editor } from '../testing/editor.ts';

const agent = (more = ''): string => `name: weather
version: 1.0.0
input_schema:
  type: object
  properties:
    city: { type: string }
runtime:
  type: python
  entrypoint: main.py
${more}`;
const code = (body: string): string => `import os\n\n\ndef execute(input_data):\n    ${body}\n    return {}\n`;

let editor: Editor;
afterEach(async () => editor.close());

/** Asks for the fixes of the only problem of a file, applies one, and expects these texts and no problem after it. */
async function check(
  files: Readonly<Record<string, string>>,
  file: string,
  title: string,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  editor = await Editor.start(files);
  for (const name of Object.keys(files)) await editor.open(name);
  await editor.symbols();
  const { diagnostics } = editor.published.findLast(({ uri, diagnostics: found }) => uri === editor.uri(file) && found.length > 0) ?? {
    diagnostics: [],
  };
  expect(diagnostics).toHaveLength(1);
  const actions = await editor.actions(file, diagnostics[0]?.range.start ?? { line: 0, character: 0 });
  const action = actions.find((one) => one.title === title);
  expect(actions.map((one) => one.title)).toContain(title);
  if (action === undefined) return;
  const applied = editor.applied(action);
  expect(applied).toEqual(expected);
  for (const [name, text] of Object.entries(applied)) await editor.replace(name, text);
  await editor.problems(file, []);
}

it('gives a dependency back its operator', async () => {
  const wrong = agent('  dependencies:\n    - requests2.31.0\n');
  await check({ 'agent.yaml': wrong, 'main.py': `import requests\n${code('pass')}` }, 'agent.yaml', 'Change to "requests==2.31.0"', {
    'agent.yaml': wrong.replace('requests2.31.0', 'requests==2.31.0'),
  });
});

it('changes a key that the input does not have', async () => {
  const wrong = code('print(input_data["cty"])');
  await check({ 'agent.yaml': agent(), 'main.py': wrong }, 'main.py', 'Change to "city"', { 'main.py': wrong.replace('cty', 'city') });
});

it.each([
  [
    'python',
    'main.py',
    'def execute(input_data):\n    return {\n        "wrds": 1,\n    }\n',
    'def execute(input_data):\n    return {\n        "words": 1,\n    }\n',
  ],
  ['nodejs', 'main.mjs', 'export const execute = () => ({ wrds: 1 });\n', 'export const execute = () => ({ words: 1 });\n'],
] as const)('gives a returned key of %s that is almost the required one its name', async (type, file, wrong, right) => {
  const descriptor = `name: counter
version: 1.0.0
output_schema: { type: object, required: [words], properties: { words: { type: integer } } }
runtime: { type: ${type}, entrypoint: ${file} }
`;
  await check({ 'agent.yaml': descriptor, [file]: wrong }, file, 'Change to "words"', { [file]: right });
});

it('adds a field for a key that the input does not have', async () => {
  await check({ 'agent.yaml': agent(), 'main.py': code('print(input_data["altitude"])') }, 'main.py', 'Add "altitude" to input_schema', {
    'agent.yaml': agent().replace('city: { type: string }', 'city: { type: string }\n    altitude: { type: string }'),
  });
});

it('makes a read of the environment a secret input, in one edit of both files', async () => {
  const wrong = code('print(os.environ["NOTION_TOKEN"])');
  await check({ 'agent.yaml': agent(), 'main.py': wrong }, 'main.py', 'Make it a secret input', {
    'main.py': wrong.replace('os.environ["NOTION_TOKEN"]', 'input_data["notion_token"]'),
    'agent.yaml': agent().replace('city: { type: string }', 'city: { type: string }\n    notion_token: { type: string, writeOnly: true }'),
  });
});

it('makes a schema for the secret where there is none', async () => {
  const bare = 'name: weather\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\n';
  const wrong = code('print(os.environ["NOTION_TOKEN"])');
  await check({ 'agent.yaml': bare, 'main.py': wrong }, 'main.py', 'Make it a secret input', {
    'main.py': wrong.replace('os.environ["NOTION_TOKEN"]', 'input_data["notion_token"]'),
    'agent.yaml': `${bare.trimEnd()}\ninput_schema: { type: object, properties: { notion_token: { type: string, writeOnly: true } } }\n`,
  });
});

it('writes into a map in the style that it has', async () => {
  const flow = agent().replace('properties:\n    city: { type: string }', 'properties: { city: { type: string } }');
  await check({ 'agent.yaml': flow, 'main.py': code('print(os.getenv("API_KEY"))') }, 'main.py', 'Make it a secret input', {
    'main.py': expect.stringContaining('input_data') as string,
    'agent.yaml': flow.replace('{ city: { type: string } }', '{ city: { type: string }, api_key: { type: string, writeOnly: true } }'),
  });
});

it('marks a secret', async () => {
  const wrong = agent().replace('city:', 'token:');
  await check({ 'agent.yaml': wrong, 'main.py': code('pass') }, 'agent.yaml', 'Mark it as a secret', {
    'agent.yaml': wrong.replace('token: { type: string }', 'token: { type: string, writeOnly: true }'),
  });
});

it('mends a misspelt key', async () => {
  const wrong = agent().replace('entrypoint', 'entrypiont');
  await check({ 'agent.yaml': wrong, 'main.py': code('pass') }, 'agent.yaml', 'Change to "entrypoint"', { 'agent.yaml': agent() });
});

it('creates the entrypoint', async () => {
  await check({ 'agent.yaml': agent() }, 'agent.yaml', 'Create main.py', { 'main.py': 'def execute(input_data):\n    return {}\n' });
});

it('adds execute to a file that has none', async () => {
  await check({ 'agent.yaml': agent(), 'main.py': 'import json\n' }, 'main.py', 'Add execute()', {
    'main.py': 'import json\n\n\ndef execute(input_data):\n    return {}\n',
  });
});

it('puts a name that YAML takes for a number in quotes', async () => {
  const wrong = agent().replace('weather', '123');
  await check({ 'agent.yaml': wrong, 'main.py': code('pass') }, 'agent.yaml', 'Change to "123"', {
    'agent.yaml': wrong.replace('123', '"123"'),
  });
});

it('fills an empty schema, and ends lines as the file does', async () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const empty = 'name: weather\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\ninput_schema: {}\n';
  const wrong = crlf(code('print(os.environ["NOTION_TOKEN"])'));
  const field = 'notion_token: { type: string, writeOnly: true }';
  await check({ 'agent.yaml': crlf(empty), 'main.py': wrong }, 'main.py', 'Make it a secret input', {
    'main.py': wrong.replace('os.environ["NOTION_TOKEN"]', 'input_data["notion_token"]'),
    'agent.yaml': crlf(empty.replace('{}', `{ properties: { ${field} } }`)),
  });
  await editor.close();
  await check({ 'agent.yaml': crlf(agent()), 'main.py': wrong }, 'main.py', 'Make it a secret input', {
    'main.py': wrong.replace('os.environ["NOTION_TOKEN"]', 'input_data["notion_token"]'),
    'agent.yaml': crlf(agent().replace('city: { type: string }', `city: { type: string }\n    ${field}`)),
  });
});

it('offers nothing that would end up in a comment', async () => {
  const flow =
    'name: weather\nversion: 1.0.0\nruntime: { type: python, entrypoint: main.py }\ninput_schema: { properties: { a: {} # one\n  } }\n';
  editor = await Editor.start({ 'agent.yaml': flow, 'main.py': code('print(os.environ["B"])') });
  await editor.open('main.py');
  const titles = (await editor.actions('main.py', { line: 4, character: 12 })).map(({ title }) => title);
  expect(titles).toEqual(['Ignore environment-read here']);
});

it('names the version of the text that an edit is for', async () => {
  editor = await Editor.start({ 'agent.yaml': agent(), 'main.py': code('print(input_data["cty"])') });
  await editor.open('main.py');
  await editor.type('main.py', 'import os', 'import re');
  const [change, add] = await editor.actions('main.py', { line: 4, character: 24 });
  expect(change?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: editor.uri('main.py'), version: 2 } }]);
  expect(add?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: editor.uri('agent.yaml'), version: null } }]);
});

it('prefers the fix that says what was meant, and none that only takes away', async () => {
  const text = `${agent().replace('version:', 'verison:')}owner: me\n`;
  editor = await Editor.start({ 'agent.yaml': text, 'main.py': code('return {}') });
  await editor.open('agent.yaml');
  const at = (word: string): { line: number; character: number } => ({
    line: text.slice(0, text.indexOf(word)).split('\n').length - 1,
    character: 1,
  });
  const preferred = async (word: string): Promise<unknown> =>
    (await editor.actions('agent.yaml', at(word))).filter(({ isPreferred }) => isPreferred === true).map(({ title }) => title);
  expect(await preferred('verison')).toEqual(['Change to "version"']);
  expect(await preferred('owner')).toEqual([]);
});
