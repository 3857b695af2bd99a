import { afterAll, beforeAll, expect, it } from 'vitest';
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
async function check(marked: Readonly<Record<string, string>>, newName = 'a_new_name'): Promise<void> {
  const { editor, marks, texts } = await open(marked);
  try {
    const everywhere = marks.map(place).toSorted();
    const placesOf = (found: Location[] | null): string[] =>
      (found ?? [])
        .map(({ uri, range }) => place({ file: uri.slice(editor.uri('').length).replace(/^\//, ''), start: range.start }))
        .toSorted();
    for (const { file, start, declaration } of marks) {
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
      const expected = Object.entries(marked).map(([name, text]) => [name, text.replaceAll(/\[\[=?([^[\]]+)\]\]/g, newName)]);
      expect(Object.fromEntries(Object.entries(renamed).map(([name, text]) => [name, unfolded(text, newName)]))).toEqual(
        Object.fromEntries(expected),
      );
    }
  } finally {
    await editor.close();
  }
}

/** `{ new: old }`, which `{ old }` becomes, as the marks have it. */
function unfolded(text: string, name: string): string {
  return text.replaceAll(`${name}: SHORT`, name);
}

const python = {
  'weather/agent.yaml': `name: weather
version: 1.0.0
input_schema:
  type: object
  required: [[[city]]]
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

it('knows a field of the input from all of its places, and renames it', { timeout: 60_000 }, async () => check(python));
