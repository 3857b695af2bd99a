import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Position, WorkspaceEdit } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

// In each file `¦` stands before the name that somebody wants to rename.

const agent = (more: string, entrypoint = 'main.py'): string =>
  `name: a\nversion: 1.0.0\nruntime: { type: ${entrypoint.endsWith('py') ? 'python' : entrypoint.endsWith('sh') ? 'shell' : 'nodejs'}, entrypoint: ${entrypoint} }\n${more}\n`;
const input = (properties: string): string => `input_schema: { type: object, properties: { ${properties} } }`;
const output = (properties: string): string => `output_schema: { type: object, properties: { ${properties} } }`;
const nested = input('¦home: { type: object, properties: { city: { type: string } } }').replace('¦home', 'home').replace('city', '¦city');
const city = input('¦city: { type: string }, unit: { type: string }');

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({});
});
afterAll(async () => editor.close());
let folders = 0;

/** Opens the files in a folder of their own, and asks for another name. */
async function ask(files: Readonly<Record<string, string>>, newName = 'town'): Promise<string | WorkspaceEdit | null> {
  folders += 1;
  let at: { file: string; position: Position } | undefined;
  for (const [name, text] of Object.entries(files)) {
    const file = `f${folders}/${name}`;
    const before = text.split('¦')[0]?.split('\n') ?? [];
    if (text.includes('¦')) at = { file, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
    const plain = text.replace('¦', '').replace(/^name: a$/m, `name: a${folders}`);
    editor.write(file, plain);
    await editor.open(file, plain);
  }
  if (at === undefined) return null;
  const { file, position } = at;
  try {
    const prepared = await editor.ask('textDocument/prepareRename', file, { position });
    return prepared === null ? null : await editor.ask<WorkspaceEdit>('textDocument/rename', file, { position, newName });
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/^"\w+" cannot be renamed, for it may be named in places that are not seen: /, '… ')
      : String(error);
  }
}

const refused: readonly (readonly [string, Readonly<Record<string, string>>, string, string?])[] = [
  [
    'the input is handed on',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return send(d)\n' },
    '… main.py:2 hands on the whole value that it is in.',
  ],
  [
    'its keys are gone through',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    for k in d: print(k)\n' },
    '… main.py:2 goes through the keys of the value that it is in, or computes them.',
  ],
  [
    'the variable gets another value',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    if x:\n        d = load()\n    return {"a": d["city"]}\n' },
    '… main.py:3 gives the variable that it is in another value.',
  ],
  [
    'the result comes from elsewhere',
    { 'agent.yaml': agent(output('¦city: {}')), 'main.py': 'def execute(d):\n    return requests.get("x").json()\n' },
    '… main.py:2 gets the value that it is in from somewhere else.',
  ],
  [
    'a field in it is handed on',
    { 'agent.yaml': agent(nested), 'main.py': 'def execute(d):\n    return {"a": send(d["home"])}\n' },
    '… main.py:2 hands on the whole value that it is in.',
  ],
  [
    'execute is in another file',
    { 'agent.yaml': agent(city), 'main.py': 'from impl import execute\n' },
    '… execute() is not written in main.py, so what it reads and returns cannot be followed.',
  ],
  [
    'the code does not parse',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {"a": d["city"}\n' },
    '… main.py cannot be read as it is now. Mend it first.',
  ],
  [
    'a script names it',
    { 'agent.yaml': agent(city, 'run.sh'), 'run.sh': '#!/bin/sh\njq -r .city\n' },
    '… run.sh names it in a way that cannot be followed.',
  ],
  [
    'agent.yaml is broken',
    { 'agent.yaml': agent(`${city}\nx: [1`), 'main.py': 'def execute(d):\n    return {}\n' },
    'agent.yaml cannot be read as it is now. Mend it first.',
  ],
  [
    'keys match a pattern',
    {
      'agent.yaml': agent(city.replace('type: object', 'type: object, patternProperties: { "^c": {} }')),
      'main.py': 'def execute(d):\n    return {}\n',
    },
    '… The schema names keys by a pattern (patternProperties), which may mean this field as well.',
  ],
  [
    'the schema is shared',
    {
      'agent.yaml': agent(
        'input_schema: { properties: { a: { $ref: "#/$defs/x" }, b: { $ref: "#/$defs/x" } }, $defs: { x: { properties: { ¦city: {} } } } }',
      ),
      'main.py': 'def execute(d):\n    return {}\n',
    },
    '"city" is one name for several fields, input.a.city, input.b.city: the schema or the code is shared. Write it for each of them first.',
  ],
  [
    'both sides are one schema',
    {
      'agent.yaml': agent('input_schema: &s { properties: { ¦city: {} } }\noutput_schema: *s'),
      'main.py': 'def execute(d):\n    return {}\n',
    },
    '"city" is one name for several fields, input.city, output.city: the schema or the code is shared. Write it for each of them first.',
  ],
  [
    'a reference leads elsewhere',
    {
      'agent.yaml': agent(city.replace('type: object', '$ref: "https://x/y", type: object')),
      'main.py': 'def execute(d):\n    return {}\n',
    },
    '… "https://x/y" leads to a schema that is not read here.',
  ],
  [
    'a test is packed',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {}\n', 'tests/a.case.json.gz': '' },
    '… tests/a.case.json.gz is packed, and cannot be changed here.',
  ],
  [
    'the code names what nobody declares',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {"a": d["¦cty"]}\n' },
    '"cty" is declared nowhere. Add it to input_schema first.',
  ],
  [
    'the name is taken',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {}\n' },
    '"unit" is there already, in a0. Choose another name.',
    'unit',
  ],
  [
    'the code reads the new name already',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {"a": d.get("town")}\n' },
    '"town" is there already, in a0. Choose another name.',
  ],
  [
    'the name is empty',
    { 'agent.yaml': agent(city), 'main.py': 'def execute(d):\n    return {}\n' },
    'A field needs a name on one line.',
    ' ',
  ],
  [
    'the language cannot write it',
    { 'agent.yaml': agent(city, 'main.mjs'), 'main.mjs': 'export const execute = (d) => ({ a: d.city });\n' },
    '"the-city" cannot be written in main.mjs, line 1. Choose another name.',
    'the-city',
  ],
  [
    'a model has a method of that name',
    {
      'agent.yaml': agent(city),
      'main.py':
        'from pydantic import BaseModel\nclass I(BaseModel):\n    city: str\n    def town(self):\n        return self.city\ndef execute(d):\n    return {"a": I(**d).town()}\n',
    },
    '"town" cannot be written in main.py, line 3. Choose another name.',
  ],
  [
    'pydantic takes the name for something else',
    {
      'agent.yaml': agent(city),
      'main.py': 'from pydantic import BaseModel\nclass I(BaseModel):\n    city: str\ndef execute(d):\n    return {"a": I(**d).city}\n',
    },
    '"_city" cannot be written in main.py, line 3. Choose another name.',
    '_city',
  ],
  [
    'a function that has it is called with something else',
    {
      'agent.yaml': agent(city),
      'main.py': 'from lib import f\ndef execute(d):\n    return {"a": f(d)}\n',
      'lib.py': 'def f(d):\n    return d["city"]\n',
      'test_lib.py': 'from lib import f\nassert f({"city": 1}) == 1\n',
    },
    '… The function in lib.py:1 is used in other places too.',
  ],
  [
    'a step gets all of it',
    { 'agent.yaml': `name: a\nversion: 1.0.0\n${city}\nsteps: [ { id: x, agent: none } ]\n` },
    '… steps[0] in a0 gets the whole output of the step before it.',
  ],
];

const cases = refused.map(([what, files, reason, newName]) => ({ what, files, reason, newName }));

it.each(cases)('refuses when $what', { timeout: 60_000 }, async ({ files, reason, newName }) => {
  const answer = await ask(files, newName);
  expect(typeof answer === 'string' ? answer.replace(/\ba\d+\b/, 'a0') : answer).toBe(reason);
});

it('says nothing of what is no field', { timeout: 60_000 }, async () => {
  expect(await ask({ 'agent.yaml': agent('').replace('version', '¦version') })).toBeNull();
  expect(await ask({ 'agent.yaml': 'name: "¦a"\nversion: 1.0.0\nruntime: { type: shell, entrypoint: a.sh }\n' })).toMatch(
    /^An agent is known by its name/,
  );
  expect(await ask({ 'agent.yaml': agent(city.replace('¦', '')), 'main.py': 'def ¦execute(d):\n    return {}\n' })).toBeNull();
  expect(await ask({ 'notes.py': 'def execute(d):\n    return d["¦city"]\n' })).toBeNull();
});

it('renames what is sure beside what is not', { timeout: 60_000 }, async () => {
  const code = 'def execute(d):\n    send(d["city"])\n    print(d)\n    return {"a": 1, **more()}\n';
  expect(await ask({ 'agent.yaml': agent(city), 'main.py': code })).toHaveProperty('documentChanges.length', 2);
  expect(await ask({ 'agent.yaml': agent(output('¦a: {}')), 'main.py': code })).toHaveProperty('documentChanges.length', 2);
  expect(await ask({ 'agent.yaml': agent(city, 'run.sh'), 'run.sh': 'cat\n' })).toHaveProperty('documentChanges.length', 1);
  expect(await ask({ 'agent.yaml': agent(city) })).toHaveProperty('documentChanges.length', 1);
  const handedOn = { 'agent.yaml': agent(city), 'main.py': 'from impl import execute\n', 'impl.py': code };
  expect(await ask(handedOn)).toHaveProperty('documentChanges.length', 2);
  const script = '#!/bin/sh\njq -r .city "$HERMES_INPUT"\n';
  expect(await ask({ 'agent.yaml': agent(city, 'run.sh'), 'run.sh': script })).toHaveProperty('documentChanges.length', 2);
});

it('writes what a language needs', { timeout: 60_000 }, async () => {
  const edits = async (code: string, newName: string): Promise<readonly string[]> => {
    const answer = await ask({ 'agent.yaml': agent(city, 'main.ts'), 'main.ts': code }, newName);
    const changes = answer === null || typeof answer === 'string' ? [] : (answer.documentChanges ?? []);
    return changes.flatMap((change) => ('edits' in change ? change.edits.map((edit) => ('newText' in edit ? edit.newText : '')) : []));
  };
  expect(await edits(`export const execute = ({ city }: { city: string }) => ({ a: 'city' });`, 'the-city')).toEqual([
    'the-city',
    '"the-city": city',
    '"the-city"',
  ]);
  expect(await edits(`export const execute = (d: object) => d["city"] + d['city'];`, `the "city's"`)).toEqual([
    `"the \\"city's\\""`,
    String.raw`the \"city's\"`,
    String.raw`the "city\'s"`,
  ]);
  expect(await edits(`export const execute = ({ city: town }) => ({ a: town });`, 'town')).toEqual(['town', 'town']);
  expect(await edits(`export const execute = () => ({});`, 'yes')).toEqual(['"yes"']);
});
