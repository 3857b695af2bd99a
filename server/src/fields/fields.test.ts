import { expect, it } from 'vitest';
import type { DocumentHighlight, Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

// In the files `[[name]]` is one field, everywhere; `[[=name]]` is where it is declared.

type Marked = { readonly file: string; readonly start: Position; readonly declaration: boolean };

/** A window of its own, whose files are all open. */
async function open(marked: Readonly<Record<string, string>>): Promise<{ editor: Editor; marks: Marked[]; texts: Record<string, string> }> {
  const marks: Marked[] = [];
  const texts: Record<string, string> = {};
  for (const [file, text] of Object.entries(marked)) {
    let plain = '';
    for (const part of text.split(/(\[\[=?[^[\]]+\]\])/)) {
      const name = /^\[\[(=?)([^[\]]+)\]\]$/.exec(part);
      if (name !== null) {
        const lines = plain.split('\n');
        marks.push({ file, start: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }, declaration: name[1] === '=' });
      }
      plain += name?.[2] ?? part;
    }
    texts[file] = plain;
  }
  const editor = await Editor.start(texts);
  for (const file of Object.keys(texts)) await editor.open(file);
  return { editor, marks, texts };
}

const place = ({ file, start: { line, character } }: Pick<Marked, 'file' | 'start'>): string => `${file} ${line}:${character}`;

/** Asks at every mark for all of them, renames there, and renames back. */
async function check(marked: Readonly<Record<string, string>>, { newName = 'a_new_name', shorthands = '' } = {}): Promise<void> {
  const { editor, marks, texts } = await open(marked);
  try {
    // What is a variable as well keeps that name: `{ city }` becomes `{ a_new_name: city }`.
    const expected = Object.fromEntries(
      Object.entries(marked).map(([name, text]) => [
        name,
        text
          .replaceAll(/\[\[=?([^[\]]+)\]\](?= [},] ?\/\*short)/g, `${newName}: ${shorthands}`)
          .replaceAll(/\[\[=?([^[\]]+)\]\]/g, newName),
      ]),
    );
    const everywhere = marks.map(place).toSorted();
    const placesOf = (found: Location[] | null): string[] =>
      (found ?? [])
        .map(({ uri, range }) => place({ file: uri.slice(editor.uri('').length).replace(/^\//, ''), start: range.start }))
        .toSorted();
    for (const { file, start } of marks) {
      const position = { line: start.line, character: start.character + 1 };
      const at = `at ${place({ file, start })}`;
      const all = await editor.ask<Location[] | null>('textDocument/references', file, { position, context: { includeDeclaration: true } });
      expect(placesOf(all), at).toEqual(everywhere);
      const uses = await editor.ask<Location[] | null>('textDocument/references', file, {
        position,
        context: { includeDeclaration: false },
      });
      expect(placesOf(uses), at).toEqual(
        marks
          .filter((mark) => !mark.declaration)
          .map(place)
          .toSorted(),
      );
      expect(placesOf(await editor.ask('textDocument/definition', file, { position })), at).toEqual(
        marks
          .filter((mark) => mark.declaration)
          .map(place)
          .toSorted(),
      );
      const shown = await editor.ask<DocumentHighlight[]>('textDocument/documentHighlight', file, { position });
      expect(shown.length, at).toBe(marks.filter((mark) => mark.file === file).length);
      const prepared = await editor.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', file, { position });
      expect(prepared.range.start, at).toEqual(start);
    }
    for (const { file, start } of marks) {
      const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', file, { position: start, newName });
      const renamed = { ...texts, ...editor.applied({ title: '', edit }) };
      expect(renamed, `at ${place({ file, start })}`).toEqual(expected);
    }
  } finally {
    await editor.close();
  }
}

const weather = {
  'weather/agent.yaml': `name: weather
version: 1.0.0
input_schema:
  type: object
  required: [ [[city]] ]
  properties:
    [[=city]]: { type: string }
    "unit": { type: string }
  dependentRequired: { unit: ['[[city]]'] }
  default: { [[city]]: Rome }
runtime: { type: python, entrypoint: main.py }
fail_when: "input.[[city]] == '' || '[[city]]' in input"
examples:
  - name: city
    input: { [[city]]: Beijing, unit: city }
schedule:
  - { cron: "0 9 * * *", input: { "[[city]]": Shanghai } }
`,
  'weather/main.py': `def execute(input_data):
    city = input_data["[[city]]"]
    if '[[city]]' in input_data:
        print(input_data.get("[[city]]", "city"))
    return {"city": city}
`,
  'weather/tests/test_main.py': `from main import execute

def test_city():
    assert execute({"[[city]]": "Rome"})["city"] == "Rome"
`,
  'weather/tests/test_other.py': `from elsewhere import execute

if __name__ == "__main__":
    assert execute({"city": "Rome"})
`,
  'weather/tests/one.case.json': `{ "agent": { "city": 1 }, "input": { "[[city]]": "Rome", "unit": "C" }, "expect": { "output": { "city": 1 } } }
`,
  'report/agent.yaml': `name: report
version: 1.0.0
input_schema: { type: object, properties: { city: { type: string } } }
steps:
  - id: get
    agent: weather@^1.0
    input: { [[city]]: "\${{ input.city }}" }
`,
  'other/agent.yaml': `name: other
version: 1.0.0
input_schema: { type: object, properties: { city: { type: string } } }
runtime: { type: python, entrypoint: main.py }
`,
  'other/main.py': `def execute(input_data):
    return {"city": input_data["city"]}
`,
};

it('knows a field of the input from all of its places, and renames it', { timeout: 120_000 }, async () => check(weather));

it('knows a field inside of the items of a list in the output, and who takes it', { timeout: 120_000 }, async () =>
  check({
    'list/agent.yaml': `name: list
version: 1.0.0
output_schema:
  type: object
  properties:
    rows:
      type: array
      items:
        type: object
        required:
          - [[sku]]
        allOf:
          - properties:
              [[=sku]]: { type: string }
    sku: { type: string }
runtime: { type: nodejs, entrypoint: main.ts }
fail_when: output.rows.exists(r, r.[[sku]] == "" && output.sku == "") || output.rows[0]["[[sku]]"] == "sku"
examples:
  - input: {}
    output: { rows: [ { [[sku]]: a }, { [[sku]]: b } ], sku: c }
`,
    'list/main.ts': `type Output = { rows: Row[]; sku: string };
interface Row { [[sku]]: string }
export const execute = async (): Promise<Output> => {
  const rows: Row[] = [{ [[sku]]: 'a' }];
  rows.push({ "[[sku]]": 'b' });
  for (const row of rows) console.log(row.[[sku]]);
  const result = { rows, sku: 'x' };
  return result.rows[0]?.[[sku]] ? result : { rows: ['x'].map((name) => ({ [[sku]]: name })), sku: 'y' };
};
`,
    'list/tests/a.case.json': `{ "output": { "rows": [{ "[[sku]]": 1 }], "sku": 2 },
  "expect": { "status": "succeeded", "output": { "rows": [{ "[[sku]]": 1 }], "sku": 2 } } }
`,
    'all/agent.yaml': `name: all
version: 1.0.0
input_schema: { type: object }
output_schema: { type: object, properties: { first: { type: string } } }
steps:
  - { id: list, agent: list, input: {} }
  - id: each
    agent: show
    for_each: \${{ steps.list.output.rows }}
    when: '\${{ item.[[sku]] != "sku" }}'
    input: { sku: "\${{ item.[[sku]] }}" }
output:
  first: "\${{ steps.list.output.rows[0].[[sku]] }} \${{ steps.each.output.sku }}"
`,
    'show/agent.yaml': `name: show
version: 1.0.0
input_schema: { type: object, properties: { sku: { type: string } } }
output_schema: { type: object, properties: { sku: { type: string } } }
runtime: { type: python, entrypoint: main.py }
`,
  }),
);

it('keeps the variables that JavaScript names after a field', { timeout: 120_000 }, async () =>
  check(
    {
      'agent.yaml': `name: shop
version: 1.0.0
input_schema: { type: object, properties: { [[=city]]: { type: string } } }
output_schema: { type: object, properties: { city: { type: string } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`,
      'main.mjs': `export async function execute(input) {
  const { [[city]] } /*short*/ = input;
  const { [[city]]: other, ...rest } = input;
  return { city: input?.[[city]] ?? input["[[city]]"] };
}
`,
      'main.test.mjs': `import { execute } from './main.mjs';
console.log((await execute({ [[city]]: 'Rome' })).city, { city: 1 });
`,
    },
    { shorthands: 'city' },
  ),
);

it('knows definitions of a schema, and anchors', { timeout: 120_000 }, async () => {
  const agent = (definition: string, reference: string, anchor: string, alias: string): string => `name: a
version: 1.0.0
input_schema:
  properties:
    home: { $ref: '#/$defs/${reference}' }
    items: { items: { $ref: "#/$defs/${reference}/properties/x" } }
    list: &${anchor} { type: array }
    more: *${alias}
  $defs:
    ${definition}: { properties: { x: { type: string } } }
runtime: { type: python, entrypoint: main.py } # &list *list
`;
  await check({ 'agent.yaml': agent('[[=place]]', '[[place]]', 'list', 'list') });
  await check({ 'agent.yaml': agent('place', 'place', '[[=list]]', '[[list]]') });
});

it('leads from an entrypoint to its execute, and from a step to its agent', { timeout: 60_000 }, async () => {
  const { editor } = await open(weather);
  try {
    const at = async (file: string, line: number, character: number): Promise<unknown> =>
      editor.ask('textDocument/definition', file, { position: { line, character } });
    expect(await at('weather/agent.yaml', 10, 40)).toEqual([
      { uri: editor.uri('weather/main.py'), range: { start: { line: 0, character: 4 }, end: { line: 0, character: 11 } } },
    ]);
    expect(await at('report/agent.yaml', 5, 14)).toEqual([
      { uri: editor.uri('weather/agent.yaml'), range: { start: { line: 0, character: 6 }, end: { line: 0, character: 13 } } },
    ]);
    expect(await at('weather/agent.yaml', 1, 12)).toEqual([]);
    const named = { position: { line: 0, character: 7 }, context: { includeDeclaration: false } };
    expect(await editor.ask('textDocument/references', 'weather/agent.yaml', named)).toEqual([
      { uri: editor.uri('report/agent.yaml'), range: { start: { line: 5, character: 11 }, end: { line: 5, character: 18 } } },
    ]);
  } finally {
    await editor.close();
  }
});

it('knows a field from the modules of the agent and from its models', { timeout: 120_000 }, async () => {
  await check({
    'agent.yaml': `name: page
version: 1.0.0
input_schema:
  type: object
  properties:
    [[=url]]: { type: string }
    limit: { type: integer }
runtime: { type: python, entrypoint: src/main.py }
`,
    'src/main.py': `from models import Input
from lib.prepare import checked

def execute(input_data):
    data = Input(**checked(input_data))
    return {"text": data.[[url]], "url": data.limit}
`,
    'src/models.py': 'from pydantic import BaseModel\n\nclass Input(BaseModel):\n    [[url]]: str\n    limit: int = 3\n',
    'src/lib/prepare.py': `def checked(data):
    if not data.get("[[url]]"):
        raise ValueError("url")
    return data
`,
  });
  await check(
    {
      'agent.yaml':
        'name: page\nversion: 1.0.0\noutput_schema:\n  properties:\n    [[=rows]]: { type: array }\nruntime: { type: nodejs, entrypoint: main.ts }\n',
      'main.ts': `import { build } from './build.js';
import type { Output } from './types.ts';
export const execute = (input: { rows: string }): Output => build([{ text: input.rows }]);
`,
      'build.ts': 'export const build = (list: object[]) => ({ "[[rows]]": list });\n',
      'types.ts': 'export interface Output {\n  [[rows]]: object[];\n}\n',
    },
    { newName: 'lines' },
  );
});
