import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseYaml } from '@hermes-runtime/contract';
import { type CompletionItem, InsertTextMode, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../testing/editor.ts';

const agent = `name: weather
version: 1.0.0
input_schema:
  type: object
  required: [city]
  properties:
    city: { type: string, description: City name }
    units: { enum: [metric, imperial] }
    'a b': { type: [integer, 'null'] }
output_schema:
  type: object
  properties:
    temperature: { type: number }
    sky: { type: string }
runtime:
  type: python
  entrypoint: main.py
`;
const code = 'def execute(input_data):\n    return {"temperature": 1}\n';

let editor: Editor;
beforeAll(async () => {
  const files = {
    'agent.yaml': agent,
    'main.py': code,
    'lib/part.py': '',
    'main.mjs': '',
    'run.sh': '',
    'runtime-config.yaml': '',
    'pod/agent.yaml': '',
    'word-count/agent.yaml': '',
  };
  const completionItem = { insertTextModeSupport: { valueSet: [InsertTextMode.asIs] } };
  editor = await Editor.start(files, { capabilities: { textDocument: { completion: { completionItem } } } });
});
afterAll(async () => editor.close());

/** What is shown at the bar, in its order, once an editor has left out what does not begin with the word; and the text with one accepted. */
async function at(
  file: string,
  marked: string,
): Promise<{ labels: string[]; items: CompletionItem[]; accepted: (label: string) => string }> {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  await editor.replace(file, text);
  const document = TextDocument.create('file:///x', 'yaml', 1, text);
  const items = await editor.ask<CompletionItem[]>('textDocument/completion', file, { position: document.positionAt(offset) });
  const [word = ''] = /[\w$]*$/.exec(marked.slice(0, offset)) ?? [];
  const shown = items.filter(({ label }) => label.startsWith(word));
  const sorted = shown.toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? ''));
  const accepted = (label: string): string => {
    const edit = items.find((item) => item.label === label)?.textEdit;
    return TextEdit.is(edit) ? TextDocument.applyEdits(document, [edit]) : `${label} is not offered`;
  };
  return { labels: sorted.map(({ label }) => label), items, accepted };
}

const runtime = 'runtime: { type: python, entrypoint: main.py }\n';
const allTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

describe('in agent.yaml', () => {
  it.each<[string, readonly string[]]>([
    // Keys by context, and only those that are not there yet.
    [
      `${agent}¦`,
      [
        'description',
        'steps',
        'output',
        'timeout_seconds',
        'fail_when',
        'retry',
        'concurrency',
        'permissions',
        'limits',
        'schedule',
        'examples',
      ],
    ],
    [`${agent}ti¦`, ['timeout_seconds']],
    [`na¦\nversion: 1.0.0\n${runtime}`, ['name']],
    [`name: a\nversion: 1.0.0\nruntime:\n  ¦\n`, ['type', 'entrypoint', 'dependencies']],
    [`name: a\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: main.py\n  dep¦\n`, ['dependencies']],
    [`name: a\nversion: 1.0.0\nruntime: { type: python, ¦ }\n`, ['entrypoint', 'dependencies']],
    [`name: a\nversion: 1.0.0\n${runtime}retry:\n  ¦`, ['max_attempts', 'initial_delay_seconds', 'backoff', 'max_delay_seconds']],
    [`name: a\nversion: 1.0.0\n${runtime}examples:\n  - ¦\n`, ['input', 'name', 'output']],
    [`name: a\nversion: 1.0.0\n${runtime}examples:\n  - name: one\n    ¦\n`, ['input', 'output']],
    // Values.
    ['name: a\nversion: 1.0.0\nruntime:\n  entrypoint: main.py\n  type: ¦\n', ['python', 'nodejs', 'shell']],
    ['name: a\nversion: 1.0.0\nruntime:\n  entrypoint: main.py\n  type: py¦\n', ['python']],
    ['name: a\nversion: 1.0.0\nruntime: { entrypoint: main.py, type: ¦ }\n', ['python', 'nodejs', 'shell']],
    ['name: a\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: ¦\n', ['main.py', 'lib/part.py']],
    ['name: a\nversion: 1.0.0\nruntime:\n  type: nodejs\n  entrypoint: "m¦"\n', ['main.mjs']],
    ['name: a\nversion: 1.0.0\nruntime:\n  type: shell\n  entrypoint: ./r¦\n', ['run.sh']],
    // JSON Schema.
    [agent.replace('city: { type: string,', 'city: { type: ¦,'), allTypes],
    [agent.replace('units: { enum: [metric, imperial] }', 'units:\n      type: ¦'), allTypes],
    [agent.replace("[integer, 'null']", '[integer, ¦]'), ['string', 'number', 'boolean', 'array', 'object', 'null']],
    [agent.replace('required: [city]', 'required: [city, ¦]'), ['units', 'a b']],
    [agent.replace('required: [city]', 'required:\n    - ¦'), ['city', 'units', 'a b']],
    [agent.replace('description: City name', 'format: ¦'), ['date', 'date-time', 'time', 'email', 'hostname', 'ipv4', 'uri', 'uuid']],
    [agent.replace('description: City name', 'writeOnly: ¦'), ['true', 'false']],
    [agent.replace('description: City name', "$ref: '¦'").replace('  required:', '  $defs: { place: {} }\n  required:'), ['#/$defs/place']],
    // An author's own names are the author's.
    [agent.replace("    'a b'", "    ¦: {}\n    'a b'"), []],
    // Examples, by the agent's own schema.
    [`${agent}examples:\n  - input:\n      ¦\n`, ['city', 'units', 'a b']],
    [`${agent}examples:\n  - input: { city: Berlin, ¦ }\n`, ['units', 'a b']],
    [`${agent}examples:\n  - input: { city: Berlin, units: ¦ }\n`, ['metric', 'imperial']],
    [`${agent}examples:\n  - input: { city: Berlin }\n    output: { ¦ }\n`, ['temperature', 'sky']],
    // Inputs of schedules likewise.
    [`${agent}schedule:\n  - cron: '@daily'\n    input:\n      ¦\n`, ['city', 'units', 'a b']],
    [`${agent}schedule:\n  - input: { city: Berlin, units: ¦ }\n`, ['metric', 'imperial']],
    [`${agent}schedule:\n  - output: { ¦ }\n`, []],
    // What a result that failed says.
    [`${agent}fail_when: ¦`, ['output', 'input', 'size', 'has']],
    [`${agent}fail_when: "size(out¦)"`, ['output']],
    [`${agent}fail_when: size(output.¦) > 0`, ['temperature', 'sky']],
    [`${agent}fail_when: 'input.city == ''x'' && output.s¦'`, ['sky']],
    [`${agent}fail_when: output.sky.¦`, []],
    [`${agent}fail_when: output.sky == "¦"`, []],
    [`${agent}fail_when: list[0].¦`, []],
    // Nothing in free text, comments and where nobody knows more.
    [`${agent}# ¦`, []],
    [`name: a # ¦\nversion: 1.0.0\n${runtime}`, []],
    [`name: ¦\nversion: 1.0.0\n${runtime}`, []],
    [`name: a\nversion: 1.0.0\ndescription: some words ¦\n${runtime}`, []],
    [`name: a\nversion: 1.0.0\ndescription: |\n  na¦\n${runtime}`, []],
    [`name: a\nversion: 1.0.0\ndescription: "it is ¦"\n${runtime}`, []],
    [`${agent}unknown:\n  ¦\n`, []],
  ])('%s', async (marked, expected) => {
    const { labels } = await at('agent.yaml', marked);
    expect(labels).toEqual(expected);
  });

  it('offers the keywords of a type, with what they do', async () => {
    const text = await at('agent.yaml', agent.replace('description: City name', '¦'));
    expect(text.labels).toEqual(expect.arrayContaining(['minLength', 'pattern', 'format', 'description', 'enum']));
    expect(text.labels).not.toContain('minimum');
    expect(text.labels).not.toContain('type');
    expect(text.items.find(({ label }) => label === 'minLength')?.documentation).toBe('The least number of characters.');
    const any = await at('agent.yaml', agent.replace('units: { enum: [metric, imperial] }', 'units: { ¦ }'));
    expect(any.labels[0]).toBe('type');
    expect(any.labels).toEqual(expect.arrayContaining(['minimum', 'items', 'properties', '$ref', 'writeOnly']));
  });

  it('offers the keywords of the draft that the schema names', async () => {
    const offered = async (draft: string): Promise<readonly string[]> => {
      const schema = `  $schema: ${draft}\n  properties:\n    a: { ¦ }\n`;
      const { labels } = await at('agent.yaml', `name: a\nversion: 1.0.0\n${runtime}input_schema:\n${schema}`);
      return labels
        .filter((label) => /^(?:prefixItems|additionalItems|\$recursive\w+|\$defs|definitions|depend\w+)$/.test(label))
        .toSorted();
    };
    expect(await offered('https://json-schema.org/draft/2020-12/schema')).toEqual(['$defs', 'dependentRequired', 'prefixItems']);
    expect(await offered('https://json-schema.org/draft/2019-09/schema')).toEqual([
      '$defs',
      '$recursiveAnchor',
      '$recursiveRef',
      'additionalItems',
      'dependentRequired',
    ]);
    expect(await offered('http://json-schema.org/draft-07/schema#')).toEqual(['additionalItems', 'definitions', 'dependencies']);
    const { labels } = await at('agent.yaml', `name: a\nversion: 1.0.0\n${runtime}input_schema:\n  $schema: ¦\n`);
    expect(labels.map((label) => /2\d{3}-\d\d|draft-07/.exec(label)?.[0])).toEqual(['2020-12', '2019-09', 'draft-07']);
  });

  it('says what a key is for', async () => {
    const { items } = await at('agent.yaml', `${agent}¦`);
    expect(items.find(({ label }) => label === 'timeout_seconds')?.documentation).toMatch(/second/);
  });

  it('writes a key with what follows it, and a name that needs quotes in quotes', async () => {
    expect((await at('agent.yaml', `${agent}¦`)).accepted('timeout_seconds')).toBe(`${agent}timeout_seconds: `);
    expect((await at('agent.yaml', `${agent}re¦`)).accepted('retry')).toBe(`${agent}retry:\n  `);
    expect((await at('agent.yaml', `${agent}ex¦`)).accepted('examples')).toBe(`${agent}examples:\n  - `);
    expect((await at('agent.yaml', `na¦: a\nversion: 1.0.0\n${runtime}`)).accepted('name')).toBe(`name: a\nversion: 1.0.0\n${runtime}`);
    expect((await at('agent.yaml', 'name: a\nversion: 1.0.0\nruntime: { type: python, ent¦ }\n')).accepted('entrypoint')).toContain(
      '{ type: python, entrypoint:  }',
    );
    expect((await at('agent.yaml', `${agent}examples:\n  - input: { city: Berlin, ¦ }\n`)).accepted('a b')).toContain(
      '{ city: Berlin, "a b":  }',
    );
    expect((await at('agent.yaml', agent.replace('required: [city]', 'required: [city, ¦]'))).accepted('a b')).toContain('[city, a b]');
    expect(
      (await at('agent.yaml', 'name: a\nversion: 1.0.0\nruntime:\n  type: nodejs\n  entrypoint: "m¦"\n')).accepted('main.mjs'),
    ).toContain('"main.mjs"');
  });
});

describe('in code', () => {
  const python = (body: string): string => `def execute(input_data):\n${body}\n`;
  it.each<[string, string, readonly string[]]>([
    ['main.py', python('    city = input_data["¦"]'), ['city', 'units', 'a b']],
    ['main.py', python("    city = input_data['c¦"), ['city']],
    ['main.py', python('    city = input_data.get("¦")'), ['city', 'units', 'a b']],
    ['main.py', python('    return {"¦"}'), ['temperature', 'sky']],
    ['main.py', python('    return {\n        "temperature": max([1, 2]),\n        "¦'), ['temperature', 'sky']],
    ['main.py', python('    other = {}\n    other["¦"]'), []],
    ['main.py', python('    x = "¦"'), []],
    ['main.py', python('    return {"temperature": {"¦": 1}}'), []],
    ['main.py', python('    # input_data.¦'), []],
    ['main.py', `x = input_data["¦"]\n${python('    return {}')}`, []],
    ['main.mjs', 'export function execute(input) {\n  return input.¦\n}\n', ['city', 'units']],
    ['main.mjs', 'export function execute(input) {\n  return input["¦"]\n}\n', ['city', 'units', 'a b']],
    ['main.mjs', 'export function execute({ city, ¦ }) {\n  return {}\n}\n', ['city', 'units']],
    ['main.mjs', 'export const execute = async (input) => {\n  const { ci¦ } = input;\n}\n', ['city']],
    ['main.mjs', 'export function execute(input) {\n  return { temperature: 1, ¦ }\n}\n', ['temperature', 'sky']],
    ['main.mjs', 'export function execute(input) {\n  console.¦\n}\n', []],
  ])('%s %s', async (file, marked, expected) => {
    await editor.replace(
      'agent.yaml',
      file === 'main.py' ? agent : agent.replace('type: python', 'type: nodejs').replace('main.py', 'main.mjs'),
    );
    expect((await at(file, marked)).labels).toEqual(expected);
  });

  it('tells type and description of a field, and writes it between the quotes', async () => {
    await editor.replace('agent.yaml', agent);
    const { items, accepted } = await at('main.py', python('    city = input_data["ci¦"]'));
    expect(items[0]).toMatchObject({ label: 'city', detail: 'string', documentation: 'City name' });
    expect(accepted('city')).toContain('input_data["city"]');
  });
});

describe('elsewhere', () => {
  it('knows configurations', async () => {
    expect((await at('runtime-config.yaml', '¦')).labels).toEqual(expect.arrayContaining(['server', 'agent', 'logging']));
    expect((await at('runtime-config.yaml', 'logging:\n  level: ¦\n')).labels).toEqual(expect.arrayContaining(['debug', 'info']));
  });

  it('names the anchors above an alias, the nearest first', async () => {
    const head = 'x-one: &one { a: 1 } # &none\nx-two: &two\n  b: "&no"\n';
    const { labels, accepted } = await at('agent.yaml', `${head}${agent}x-both: [*¦]\nx-last: &last 1\n`);
    expect(labels).toEqual(['two', 'one']);
    expect(accepted('two')).toContain('x-both: [*two]');
    expect((await at('agent.yaml', `${head}${agent}x-both: *o¦\n`)).labels).toEqual(['one']);
    expect((await at('word-count/agent.yaml', `${head}n¦\n`)).labels).toContain('name');
  });

  it('names what a comment can ignore, first what is there to ignore', async () => {
    const named = await at('agent.yaml', `${agent}# hermes-ignore ¦\ntimeout_secs: 1\n`);
    expect(named.labels[0]).toBe('unknown-key');
    expect(named.labels).toContain('unread-input');
    expect((await at('agent.yaml', `${agent}# hermes-ignore unknown-key, mis¦`)).labels[0]).toMatch(/^mis/);
    expect((await at('agent.yaml', `${agent}# hermes-ignore unknown-key: ¦`)).labels).toEqual([]);
    expect((await at('main.py', `${code}# hermes-ignore ¦`)).labels).toContain('unknown-input-key');
    expect((await at('pod/agent.yaml', 'apiVersion: v1\nkind: Pod\n# hermes-ignore ¦')).labels).toEqual([]);
  });

  it('has nothing for files that are not ours', async () => {
    expect((await at('pod/agent.yaml', 'apiVersion: v1\nkind: Pod\n¦')).labels).toEqual([]);
  });

  it('begins a new agent, which is valid but for its code', async () => {
    const { labels, accepted } = await at('word-count/agent.yaml', '# Mine\n¦');
    expect(labels.slice(0, 5)).toEqual(['agent (Python)', 'agent (Node.js)', 'agent (Shell)', 'name', 'version']);
    for (const label of labels.slice(0, 3)) {
      await editor.replace('word-count/agent.yaml', accepted(label));
      await editor.problems('word-count/agent.yaml', ['missing-entrypoint']);
      await editor.replace('word-count/agent.yaml', '# Nobody’s yet\n');
      await editor.problems('word-count/agent.yaml', []);
    }
    expect((await at('word-count/agent.yaml', 'name: a\n¦')).labels.slice(0, 2)).toEqual(['version', 'description']);
  });

  it('leaves a valid file valid, whichever key is accepted', async () => {
    for (const marked of [
      `${agent}¦`,
      agent.replace('  required:', '  ¦\n  required:'),
      agent.replace('  entrypoint', '  ¦\n  entrypoint'),
    ]) {
      const { labels, accepted } = await at('agent.yaml', marked);
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) expect(parseYaml(accepted(label)).problems, accepted(label)).toEqual([]);
    }
  });
});
