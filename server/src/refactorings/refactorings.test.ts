import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { inspectMethod, type Inspection } from '../service/inspect.ts';
import { Editor } from '../testing/editor.ts';

const agent = (file: string, more = ''): string =>
  `name: weather\nversion: 1.0.0\n${more}runtime:\n  type: ${file.endsWith('.py') ? 'python' : 'nodejs'}\n  entrypoint: ${file}\n`;

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ 'agent.yaml': agent('main.py'), 'main.py': '', 'main.mjs': '', 'main.ts': '' });
  for (const file of ['agent.yaml', 'main.py', 'main.mjs', 'main.ts']) await editor.open(file);
});
afterAll(async () => editor.close());

const input = 'Take input_schema from the code';
const output = 'Take output_schema from the code';
const stub = 'Write the types of execute() from the schemas';

async function offered(file: string, line: number): Promise<CodeAction[]> {
  const at = { line, character: 0 };
  return editor.ask('textDocument/codeAction', file, { range: { start: at, end: at }, context: { diagnostics: [], only: ['refactor'] } });
}

const headOf = (code: string): number => code.split('\n').findIndex((line) => /\bexecute\b/.test(line));

/** The two files after a refactoring, which makes no problem and is not offered again. */
async function check(file: string, descriptor: string, code: string, title: string): Promise<{ descriptor: string; code: string }> {
  await editor.replace('agent.yaml', descriptor);
  await editor.replace(file, code);
  const action = (await offered(file, headOf(code))).find((one) => one.title === title);
  const applied = action === undefined ? {} : editor.applied(action);
  const after = { descriptor: applied['agent.yaml'] ?? descriptor, code: applied[file] ?? code };
  for (const [name, text] of Object.entries(applied)) await editor.replace(name, text);
  for (const name of ['agent.yaml', file]) expect((await editor.ask<Inspection>(inspectMethod, name)).problems).toEqual([]);
  expect((await offered(file, headOf(after.code))).map((one) => one.title)).not.toContain(title);
  return after;
}

const python = `import json


def execute(input_data):
    city = input_data["city"]
    days = input_data.get("days", 7)
    if days > 1:
        print(input_data["unit"], input_data["api_key"])
        return {"city": city, "words": 1, "list": [x for x in city], "ok": True}
    return {"city": "x", "words": 1 + 2, "list": []}
`;

it('takes the input from what is read: required only what every call needs, secrets marked, types where they are known', async () => {
  const { descriptor } = await check('main.py', agent('main.py'), python, input);
  expect(descriptor).toBe(
    agent(
      'main.py',
      `input_schema:
  type: object
  required: [city]
  properties:
    city: {}
    days: {}
    unit: {}
    api_key: { writeOnly: true }
`,
    ),
  );
});

it('takes the output from what is returned: required what every return has, a type where all have it', async () => {
  const { descriptor } = await check('main.py', agent('main.py'), python, output);
  expect(descriptor).toBe(
    agent(
      'main.py',
      `output_schema:
  type: object
  required: [city, words, list]
  properties:
    city: {}
    words: {}
    list: { type: array }
    ok: { type: boolean }
`,
    ),
  );
});

it('adds to a schema only what it lacks, in its style', async () => {
  const block = 'input_schema:\n  properties:\n      city: { type: string } # its name\n';
  const added = '\n      days: {}\n      unit: {}\n      api_key: { writeOnly: true }\n';
  expect((await check('main.py', agent('main.py', block), python.replace('print(', 'str('), input)).descriptor).toBe(
    agent('main.py', `${block.trimEnd()}${added}`),
  );
  const flow = 'input_schema: { properties: {} }\n';
  const code = 'def execute(input_data):\n    return {"a": input_data["first"], "b": input_data["second"]}\n';
  expect((await check('main.py', agent('main.py', flow), code, input)).descriptor).toBe(
    agent('main.py', 'input_schema: { properties: { first: {}, second: {} } }\n'),
  );
});

it.each([
  ['an input that cannot be followed', 'def execute(input_data):\n    input_data = load()\n    return {"a": input_data["b"]}\n', [output]],
  [
    'a result that is made elsewhere',
    'def execute(input_data):\n    if input_data["a"]:\n        return {"b": 1}\n    return load()\n',
    [input],
  ],
  ['code that is broken', 'def execute(input_data):\n    return {"a": input_data["b"\n', []],
])('takes nothing from %s', async (_what, code, titles) => {
  await editor.replace('agent.yaml', agent('main.py'));
  await editor.replace('main.py', code);
  expect((await offered('main.py', 0)).map(({ title }) => title)).toEqual(titles);
  // At another place nobody asks.
  expect(await offered('main.py', 2)).toEqual([]);
});

it('requires nothing that JavaScript reads: there an absent key is no failure', async () => {
  const code = 'export async function execute({ city, days = 7 }) {\n  return { text: `In ${city}`, days };\n}\n';
  expect((await check('main.mjs', agent('main.mjs'), code, input)).descriptor).toBe(
    agent('main.mjs', 'input_schema:\n  type: object\n  properties:\n    city: {}\n    days: {}\n'),
  );
  expect((await check('main.mjs', agent('main.mjs'), code, output)).descriptor).toContain('    text: { type: string }\n    days: {}\n');
});

const schemas = `input_schema:
  required: [city]
  properties:
    city: { type: string }
    unit: { enum: [metric, imperial] }
    days: { type: [integer, "null"] }
    places: { type: array, items: { type: object, properties: { lat: { type: number } } } }
    more: { type: object }
output_schema:
  required: [temperature]
  properties: { temperature: { type: number } }
`;

it('writes TypedDicts, which Python accepts', async () => {
  const code =
    '"""Tells the weather."""\nfrom __future__ import annotations\nimport json\n\n\ndef execute(input_data):\n    return {"temperature": 1.5}\n';
  const after = await check('main.py', agent('main.py', schemas), code, stub);
  expect(after.code).toBe(`"""Tells the weather."""
from __future__ import annotations
from typing import Any, Literal, TypedDict, Union
import json


class InputPlaces(TypedDict, total=False):
    lat: float


class InputRequired(TypedDict):
    city: str


class Input(InputRequired, total=False):
    unit: Literal["metric", "imperial"]
    days: Union[int, None]
    places: list[InputPlaces]
    more: dict[str, Any]


class Output(TypedDict):
    temperature: float


def execute(input_data: Input) -> Output:
    return {"temperature": 1.5}
`);
  const used = `${after.code}\nprint(execute({})["temperature"], sorted(Input.__annotations__))\n`;
  const printed = "1.5 ['city', 'days', 'more', 'places', 'unit']\n";
  expect(execFileSync('python3', ['-I', '-c', used], { encoding: 'utf8' })).toBe(printed);
  const odd = agent('main.py', 'input_schema: { properties: { "from": { type: string }, "a-b": {} } }\n');
  const functional = (await check('main.py', odd, 'def execute(input_data):\n    return {}\n', stub)).code;
  expect(functional).toContain(
    'Input = TypedDict("Input", {\n    "from": str,\n    "a-b": Any,\n}, total=False)\n\n\ndef execute(input_data: Input):',
  );
  expect(execFileSync('python3', ['-I', '-c', `${functional}\nprint(execute({}))`], { encoding: 'utf8' })).toBe('{}\n');
});

it('writes types for TypeScript, and comments for JavaScript', async () => {
  const type =
    "{ city: string; unit?: 'metric' | 'imperial'; days?: number | null; places?: Array<{ lat?: number }>; more?: Record<string, unknown> }";
  const body = '  return { temperature: 1.5 };\n}\n';
  const typed = await check('main.ts', agent('main.ts', schemas), `export async function execute(input) {\n${body}`, stub);
  expect(typed.code).toBe(
    `type Input = ${type};\ntype Output = { temperature: number };\n\nexport async function execute(input: Input): Promise<Output> {\n${body}`,
  );
  const commented = await check('main.mjs', agent('main.mjs', schemas), `export function execute(input) {\n${body}`, stub);
  expect(commented.code).toBe(
    `/** @typedef {${type}} Input */\n/** @typedef {{ temperature: number }} Output */\n\n/**\n * @param {Input} input\n * @returns {Output}\n */\nexport function execute(input) {\n${body}`,
  );
});

it('offers no types where there are some, and what it offers in agent.yaml too', async () => {
  await editor.replace('agent.yaml', agent('main.py', schemas));
  await editor.replace('main.py', 'def execute(input_data: dict) -> dict:\n    return {"temperature": input_data["place"]}\n');
  expect(await offered('main.py', 0)).toMatchObject([{ title: input, kind: 'refactor.rewrite' }]);
  expect(await offered('agent.yaml', 2)).toMatchObject([{ title: input }]);
  expect(await offered('agent.yaml', 4)).toEqual([]);
});
