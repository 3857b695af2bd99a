import type { Diagnostic } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Editor } from './testing/editor.ts';
import { Typist } from './testing/typist.ts';

// Somebody types in code that has a mistake on another line: its mark neither goes nor comes with each key.

const descriptor = (entrypoint: string, type: string): string =>
  [
    'name: a',
    'version: 1.0.0',
    'input_schema:',
    '  type: object',
    '  properties:',
    '    city: {}',
    'output_schema: { type: object }',
    `runtime: { type: ${type}, entrypoint: ${entrypoint} }`,
    '',
  ].join('\n');

const python = 'import json\n\n\ndef execute(input_data):\n    town = input_data["town"]\n    return {"place": json.dumps(town)}\n';
const javascript = 'export function execute(input) {\n  const town = input.town;\n  return { place: JSON.stringify(town) };\n}\n';
const typescript =
  'export function execute(input: Record<string, string>) {\n  const town = input["town"];\n  return { place: town };\n}\n';

const agents = [
  { name: 'p', file: 'main.py', type: 'python', text: python, above: 'return', typed: 'rows = [f"{one:>3}" for one in (1, 2)]\n    ' },
  {
    name: 'j',
    file: 'main.mjs',
    type: 'nodejs',
    text: javascript,
    above: 'return',
    typed: 'const rows = [1, 2].map((one) => `${one}`);\n  ',
  },
  {
    name: 't',
    file: 'main.ts',
    type: 'nodejs',
    text: typescript,
    above: 'return',
    typed: 'const rows: string[] = ["a"].filter((one) => one !== "");\n  ',
  },
];

let editor: Editor;
beforeAll(async () => {
  const files = agents.flatMap(({ name, file, type, text }) => [
    [`${name}/agent.yaml`, descriptor(file, type).replace('name: a', `name: ${name}`)],
    [`${name}/${file}`, text],
  ]);
  editor = await Editor.start(Object.fromEntries(files));
});
afterAll(async () => editor.close());

const shownIn = (file: string): readonly Diagnostic[] =>
  editor.published.findLast(({ uri }) => uri === editor.uri(file))?.diagnostics ?? [];
const marksIn = (file: string, text: string): readonly string[] =>
  shownIn(file).map(
    ({ code, range: { start, end } }) => `${String(code)} ${(text.split('\n')[start.line] ?? '').slice(start.character, end.character)}`,
  );

it.each(agents)('stays where it is while $file is typed, key by key', { timeout: 120_000 }, async ({ name, file, text, above, typed }) => {
  const path = `${name}/${file}`;
  const typist = new Typist(editor, path);
  await typist.open(text);
  await typist.inspect();
  const [mark = ''] = marksIn(path, text);
  expect(mark).toMatch(/^unknown-input-key /);
  const unlike: string[] = [];
  let broken = 0;
  let at = text.indexOf(above);
  for (const char of typed) {
    at = await typist.key(at, char);
    const { problems } = await typist.inspect();
    if (problems.length === 0) broken += 1;
    const marks = marksIn(path, typist.mirror.text);
    if (!marks.includes(mark)) unlike.push(`${marks.join()} after ${JSON.stringify(typist.mirror.text.slice(0, at))}`);
  }
  // Without the last word about the code there would be nothing to see in these.
  expect(broken).toBeGreaterThan(5);
  expect(unlike).toEqual([]);
  await typist.close();
});

it('goes with its line, and is the truth again when the code is whole', { timeout: 60_000 }, async () => {
  const typist = new Typist(editor, 'p/main.py');
  await typist.open(python);
  await typist.inspect();
  expect(marksIn('p/main.py', typist.mirror.text)).toEqual(['unknown-input-key "town"']);
  await typist.change({ from: python.length, to: python.length, text: '    print(\n' });
  await typist.inspect();
  await typist.change({ from: 0, to: 0, text: '# A line above.\n' });
  await typist.inspect();
  expect(marksIn('p/main.py', typist.mirror.text)).toEqual(['unknown-input-key "town"']);
  const key = typist.mirror.text.indexOf('"town"');
  await typist.change({ from: key, to: key + '"town"'.length, text: '"tow"' });
  const { problems } = await typist.inspect();
  expect([problems, marksIn('p/main.py', typist.mirror.text)]).toEqual([[], []]);
  await typist.change({ from: key, to: key + '"tow"'.length, text: '"city"' });
  const end = typist.mirror.text.indexOf('print(');
  await typist.change({ from: end, to: end + 'print('.length, text: 'print()' });
  await typist.inspect();
  expect(marksIn('p/main.py', typist.mirror.text)).toEqual([]);
  await typist.close();
});

it('shows what is new on another line when the typing pauses', { timeout: 60_000 }, async () => {
  const typist = new Typist(editor, 'p/main.py');
  await typist.open(python);
  await typist.inspect();
  const from = python.indexOf('return');
  await typist.change({ from, to: python.length - 1, text: 'json.dumps(town)' });
  // The header says that nothing is returned; the mark of before is not new.
  const { diagnostics } = await editor.problems('p/main.py', ['return-not-object', 'unknown-input-key']);
  expect(diagnostics.map(({ range }) => range.start.line)).toEqual([3, 4]);
  await typist.close();
});

it('fades a field in agent.yaml steadily, and looks again when agent.yaml changes', { timeout: 60_000 }, async () => {
  const [descriptorFile, codeFile] = ['p/agent.yaml', 'p/main.py'];
  const text = descriptor('main.py', 'python').replace('name: a', 'name: p').replace('    city: {}\n', '    city: {}\n    spare: {}\n');
  const yaml = new Typist(editor, descriptorFile);
  await yaml.open(text);
  const code = new Typist(editor, codeFile);
  await code.open(python.replaceAll('"town"', '"city"'));
  await code.inspect();
  expect(marksIn(descriptorFile, text)).toEqual(['unread-input spare']);
  await code.change({ from: 0, to: 0, text: 'x = (\n' });
  await code.inspect();
  expect(marksIn(descriptorFile, text)).toEqual(['unread-input spare']);
  await yaml.change({ from: 0, to: 0, text: '# Nobody can tell now.\n' });
  await yaml.inspect();
  expect(marksIn(descriptorFile, yaml.mirror.text)).toEqual([]);
  await code.close();
  await yaml.close();
});
