import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

const descriptor = `name: weather
version: 1.2.0
description: Tells the [weather](https://evil.example) of a city.
x-team: blue
input_schema:
  type: object
  required: [city]
  properties:
    city:
      type: string
      description: |
        # A city
        <b>not</b> a village, see https://evil.example
      minLength: 2
      examples: [Oslo]
    units: { enum: [metric, imperial], default: metric }
    days: { type: array, items: { type: integer, minimum: 1 } }
    token: { type: string, default: none, description: Of the service }
    place: { $ref: '#/$defs/place' }
  $defs:
    place:
      type: object
      description: A place on a map
      properties:
        lat: { type: [number, 'null'] }
output_schema:
  type: object
  properties:
    degrees: { type: number, deprecated: true }
    errors: { type: array, items: { type: string } }
runtime:
  type: python
  entrypoint: ./main.py
  dependencies:
    - requests==2.31.0
    - lxml
    - 'tool @ https://example.com/tool.zip'
timeout_seconds: 30
fail_when: "size(output.errors) > 0 || input.units == \\"city\\" || input.nothing == 1"
retry:
  max_attempts: 3
permissions:
  network: [api.example.com, '*.example.com:443']
  read: [../shared]
  write: [./cache, ../out]
examples:
  - name: North
    input: { city: Oslo, place: { lat: 1 }, days: [1, 2] }
    output: { degrees: 3 }
`;

const python = `import os
import requests.adapters


async def execute(input_data, *, more=None):
    city = input_data["city"]
    input_data["units"] = "metric"
    units = input_data.get("units", "x")
    return {"degrees": 1, "errors": [], "city": city}
`;

const javascript = `export const execute = (input) => {
  const { city } = input;
  const { place } = input;
  return { degrees: input.days?.length ?? place.lat, city };
};
`;

const anchors = `name: anchors
version: 1.0.0
x-shared: &fields
  type: object
  properties:
    city: &city { type: string } # A *city
input_schema: *fields
output_schema: { type: object, properties: { town: *city, other: *none } }
runtime: { type: python, entrypoint: main.py }
timeout_seconds: 1
timeout_seconds: 2
`;

const steps = `name: report
version: 1.0.0
input_schema: { type: object, properties: { town: { type: string, description: Where to look } } }
steps:
  - id: get
    agent: weather@^1.0
    input: { city: '\${{ input.town }}' }
`;

const files = {
  'report/agent.yaml': steps,
  'tests/one.case.json': '{ "input": { "city": "Oslo" }, "expect": { "output": { "errors": [] } } }\n',
  'agent.yaml': descriptor,
  'anchors/agent.yaml': anchors,
  'main.py': python,
  'main.js': javascript,
  'runtime-config.yaml': 'server:\n  port: 8080\nagent:\n  search_path: [agents]\n',
};

let editor: Editor;
let plain: Editor;
beforeAll(async () => {
  editor = await Editor.start({ ...files, '.venv/lib/python3.12/site-packages/requests-2.30.0.dist-info/top_level.txt': 'requests\n' });
  plain = await Editor.start(files, {
    locale: 'zh-cn',
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext', 'markdown'] } } },
  });
  for (const one of [editor, plain]) for (const file of Object.keys(files)) await one.open(file);
});
afterAll(async () => Promise.all([editor.close(), plain.close()]));

type File = keyof typeof files;

/** What is said at the `|` in a piece of a file's text, and the words that it is said of. */
async function hoverAt(file: File, piece: string, asked: Editor = editor): Promise<{ text: string; words: string } | undefined> {
  const at = files[file].indexOf(piece.replace('|', ''));
  expect(at, piece).toBeGreaterThanOrEqual(0);
  const before = files[file].slice(0, at + piece.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const hover = await asked.ask<Hover | null>('textDocument/hover', file, { position });
  if (hover === null) return undefined;
  const { start, end } = hover.range ?? { start: position, end: position };
  const lines = files[file].split('\n');
  const words = start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : `${lines[start.line]} …`;
  return { text: typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '', words };
}

const places: readonly (readonly [File, string])[] = [
  ['agent.yaml', 'na|me: weather'],
  ['agent.yaml', 'name: wea|ther'],
  ['agent.yaml', 'x-|team'],
  ['agent.yaml', 'input_|schema'],
  ['agent.yaml', 'ty|pe: object\n  required'],
  ['agent.yaml', 'type: ob|ject\n  required'],
  ['agent.yaml', 'required: [ci|ty]'],
  ['agent.yaml', 'proper|ties:\n    city'],
  ['agent.yaml', '    ci|ty:\n'],
  ['agent.yaml', 'min|Length'],
  ['agent.yaml', 'minLength: |2'],
  ['agent.yaml', 'examples: [Os|lo]'],
  ['agent.yaml', 'un|its: {'],
  ['agent.yaml', 'enum: [met|ric'],
  ['agent.yaml', 'da|ys: {'],
  ['agent.yaml', 'tok|en: {'],
  ['agent.yaml', '    pla|ce: { $ref'],
  ['agent.yaml', '$re|f'],
  ['agent.yaml', "'#/$de|fs/place'"],
  ['agent.yaml', '    pla|ce:\n'],
  ['agent.yaml', 'la|t: { type'],
  ['agent.yaml', 'degr|ees: { type'],
  ['agent.yaml', 'run|time:'],
  ['agent.yaml', 'type: pyt|hon'],
  ['agent.yaml', './ma|in.py'],
  ['agent.yaml', 'depend|encies'],
  ['agent.yaml', 'reque|sts=='],
  ['agent.yaml', 'lx|ml'],
  ['agent.yaml', 'to|ol @'],
  ['agent.yaml', 'timeout_seconds: 3|0'],
  ['agent.yaml', 'fail_|when'],
  ['agent.yaml', 'si|ze(output'],
  ['agent.yaml', '(out|put.errors'],
  ['agent.yaml', 'output.err|ors'],
  ['agent.yaml', 'input.un|its =='],
  ['agent.yaml', 'input.noth|ing'],
  ['agent.yaml', 'max_|attempts'],
  ['agent.yaml', 'api.exam|ple.com'],
  ['agent.yaml', '*.exam|ple.com'],
  ['agent.yaml', '../sha|red'],
  ['agent.yaml', './cac|he'],
  ['agent.yaml', '../o|ut'],
  ['agent.yaml', 'na|me: North'],
  ['agent.yaml', 'input: { ci|ty: Oslo'],
  ['agent.yaml', 'place: { la|t: 1'],
  ['agent.yaml', 'days: [1|, 2]'],
  ['agent.yaml', 'degr|ees: 3'],
  ['main.py', 'import requests.ada|pters'],
  ['main.py', 'exec|ute('],
  ['main.py', '(input|_data,'],
  ['main.py', 'input_data["ci|ty"]'],
  ['main.py', 'input_data["un|its"] ='],
  ['main.py', 'get("un|its"'],
  ['main.py', '"degr|ees"'],
  ['main.js', 'exec|ute ='],
  ['main.js', '{ ci|ty } ='],
  ['main.js', 'input.da|ys'],
  ['main.js', 'place.la|t'],
  ['main.js', '{ degr|ees:'],
  ['anchors/agent.yaml', 'x-shared: &fie|lds'],
  ['anchors/agent.yaml', 'input_schema: *fie|lds'],
  ['anchors/agent.yaml', 'town: *ci|ty'],
  ['anchors/agent.yaml', 'timeout_sec|onds: 1'],
  ['report/agent.yaml', 'agent: wea|ther@^1.0'],
  ['report/agent.yaml', 'input: { ci|ty'],
  ['report/agent.yaml', 'input.to|wn'],
  ['tests/one.case.json', '"ci|ty"'],
  ['tests/one.case.json', '"err|ors"'],
  ['runtime-config.yaml', 'po|rt'],
  ['runtime-config.yaml', 'search_|path'],
  ['runtime-config.yaml', '[age|nts]'],
];

it('explains what a person points at', async () => {
  const golden: string[] = [];
  for (const [file, piece] of places) {
    const found = await hoverAt(file, piece);
    expect(found, piece).toBeDefined();
    golden.push(
      `${file}: ${piece.replaceAll('\n', '⏎').trim()}  (${found?.words})`,
      ...(found?.text ?? '').split('\n').map((line) => `  ${line}`.trimEnd()),
      '',
    );
  }
  await expect(golden.join('\n')).toMatchFileSnapshot('../../testdata/hovers.txt');
});

it.each<readonly [File, string]>([
  ['agent.yaml', '|    - requests'],
  ['agent.yaml', '\\"ci|ty\\"'],
  ['anchors/agent.yaml', '# A *ci|ty'],
  ['anchors/agent.yaml', '*no|ne'],
  ['main.py', 'imp|ort os'],
  ['main.py', '"ci|ty": city'],
  ['main.py', '= "met|ric"'],
])('says nothing about what means nothing: %s %s', async (file, piece) => {
  expect((await hoverAt(file, piece))?.text ?? '').not.toMatch(/city: string|units|input_schema/);
});

it('speaks plain text, and Chinese, where that is wanted', async () => {
  expect((await hoverAt('agent.yaml', '    ci|ty:\n', plain))?.text).toBe(
    'city: string · 必填\n\n# A city\n<b>not</b> a village, see https://evil.example\n\nminLength: 2',
  );
  expect((await hoverAt('agent.yaml', './ma|in.py', plain))?.text).toContain('\n\nasync def execute(input_data, *, more=None)');
});
