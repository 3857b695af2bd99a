import { afterEach, expect, it } from 'vitest';
import { Editor, type EditorOptions } from './testing/editor.ts';

const agent = `name: weather
version: 1.0.0
input_schema:
  type: object
  properties:
    city: { type: string, description: City name }
runtime:
  type: python
  entrypoint: main.py
`;
const code = `import os


def execute(input_data):
    return {"city": input_data["city"]}
`;

let editor: Editor;
afterEach(async () => editor.close());

async function start(files: Readonly<Record<string, string>>, options?: EditorOptions): Promise<void> {
  editor = await Editor.start(files, options);
}

it('says what is wrong with every agent of the folder, open or not', async () => {
  await start({
    'a/agent.yaml': agent.replace('python', 'pyhton'),
    'a/main.py': code,
    'b/agent.yaml': agent.replace('weather', 'other'),
    'c/runtime-config.yaml': 'server: { host: 0.0.0.0 }\n',
  });
  const [problem] = (await editor.problems('a/agent.yaml', ['unknown-runtime-type'])).diagnostics;
  expect(problem).toMatchObject({
    source: 'hermes-runtime',
    severity: 1,
    range: { start: { line: 7, character: 8 }, end: { line: 7, character: 14 } },
  });
  await editor.problems('b/agent.yaml', ['missing-entrypoint']);
  await editor.problems('c/runtime-config.yaml', ['open-host']);
});

it('follows the typing with the version of the text, and sends nothing that is known', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code });
  await editor.open('agent.yaml');
  await editor.type('agent.yaml', 'python', 'pyth');
  expect(await editor.problems('agent.yaml', ['unknown-runtime-type'])).toMatchObject({ version: 2 });
  await editor.type('agent.yaml', 'City name', 'City');
  await editor.type('agent.yaml', 'pyth\n', 'python\n');
  expect(await editor.problems('agent.yaml', [])).toMatchObject({ version: 4 });
  expect(editor.published.filter(({ uri }) => uri === editor.uri('agent.yaml'))).toHaveLength(2);
});

it('puts problems of the code on the code, and takes an open buffer for the truth', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code });
  await editor.open('main.py', code.replace('"city"]', '"cty"]'));
  const { diagnostics } = await editor.problems('main.py', ['unknown-input-key']);
  expect(diagnostics[0]?.relatedInformation?.[0]?.location.uri).toBe(editor.uri('agent.yaml'));
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri('main.py') } });
  await editor.problems('main.py', []);
});

it('sees a file that appears, changes or goes on the disk', async () => {
  await start({ 'agent.yaml': agent });
  await editor.problems('agent.yaml', ['missing-entrypoint']);
  editor.write('main.py', code);
  await editor.changedOnDisk('main.py');
  await editor.problems('agent.yaml', []);
  editor.write('other/agent.yaml', agent);
  await editor.changedOnDisk('other/agent.yaml');
  await editor.problems('agent.yaml', ['duplicate-agent-name']);
});

it('shows one problem for a line that is broken, at once, and leaves other files as they were', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code.replace('"city"]', '"cty"]') });
  await editor.open('agent.yaml');
  await editor.open('main.py');
  await editor.problems('main.py', ['unknown-input-key']);
  await editor.type('agent.yaml', 'version: 1.0.0', 'version: "1.0.0');
  await editor.problems('agent.yaml', ['yaml-syntax']);
  expect(editor.published.findLast(({ uri }) => uri === editor.uri('main.py'))?.diagnostics).toHaveLength(1);
  await editor.type('agent.yaml', '"1.0.0', '1.0.0');
  await editor.problems('agent.yaml', []);
  await editor.problems('main.py', ['unknown-input-key']);
});

it('keeps the lenses while the text is broken, and says what became of the last task', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code });
  await editor.open('agent.yaml');
  await editor.open('main.py');
  const [lens] = await editor.lenses('agent.yaml');
  expect(lens).toMatchObject({
    range: { start: { line: 0 } },
    command: { title: '▶ Run', command: 'hermesRuntime.run', arguments: [editor.folder] },
  });
  expect(await editor.lenses('main.py')).toMatchObject([
    { range: { start: { line: 3 } }, command: { title: '▶ Run' } },
    { range: { start: { line: 3 } }, command: { title: 'Debug', command: 'hermesRuntime.debug', arguments: [editor.folder] } },
    { range: { start: { line: 3 } }, command: { title: 'Push', command: 'hermesRuntime.push', arguments: [editor.folder] } },
  ]);
  await editor.connection.sendNotification('hermesRuntime/outcomes', { agents: { [editor.folder]: { text: '✓ 412 ms · just now' } } });
  expect((await editor.lenses('agent.yaml'))[0]?.command?.title).toBe('▶ Run · ✓ 412 ms · just now');
  await editor.type('agent.yaml', 'name: weather\n', '"name: [\n{\n');
  await editor.type('main.py', 'def execute(input_data):', 'def ');
  expect(await editor.lenses('agent.yaml')).toHaveLength(3);
  expect(await editor.lenses('main.py')).toHaveLength(3);
});

it('says at once what is wrong in a file that is opened broken', async () => {
  await start({ 'agent.yaml': agent.replace('version: 1.0.0', 'version: "1.0.0'), 'main.py': code });
  await editor.open('agent.yaml');
  await editor.symbols();
  expect(editor.published.at(-1)).toMatchObject({ uri: editor.uri('agent.yaml'), diagnostics: [{ code: 'yaml-syntax' }] });
});

it('has its lens on execute from the first look, whatever agent.yaml says wrong', async () => {
  const wrong = agent.replace('entrypoint: main.py', 'entrypoint: ./main.py').replace('version: 1.0.0', 'version: one');
  await start({ 'agent.yaml': wrong, 'main.py': code });
  await editor.open('main.py');
  expect(await editor.lenses('main.py')).toMatchObject([
    { range: { start: { line: 3 } }, command: { title: '▶ Run' } },
    { range: { start: { line: 3 } }, command: { title: 'Debug', command: 'hermesRuntime.debug', arguments: [editor.folder] } },
    { range: { start: { line: 3 } }, command: { title: 'Push', command: 'hermesRuntime.push', arguments: [editor.folder] } },
  ]);
});

it('finds agents by their names, open or not, and not those of other products', async () => {
  const foreign = 'apiVersion: v1\nkind: Agent\nname: weather-foreign\n';
  await start({ 'a/agent.yaml': agent, 'b/agent.yaml': agent.replace('weather', 'mail'), 'c/agent.yaml': foreign });
  expect([await editor.symbols('Weath'), (await editor.symbols()).toSorted()]).toEqual([['weather'], ['mail', 'weather']]);
});

it('offers no lens where nothing may run', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code }, { initializationOptions: { trusted: false } });
  await editor.open('agent.yaml');
  expect(await editor.lenses('agent.yaml')).toEqual([]);
  expect(await editor.hover('agent.yaml', { line: 7, character: 3 })).toContain('The language of the entrypoint.');
});

it('explains keys, fields and reads of fields', async () => {
  await start({ 'agent.yaml': `${agent}timeout_seconds: 3\n`, 'main.py': code, 'runtime-config.yaml': 'debug: true\n' });
  for (const file of ['agent.yaml', 'main.py', 'runtime-config.yaml']) await editor.open(file);
  expect(await editor.hover('agent.yaml', { line: 7, character: 3 })).toBe(
    'The language of the entrypoint.\n\nOne of `python`, `nodejs`, `shell`.',
  );
  expect(await editor.hover('agent.yaml', { line: 5, character: 6 })).toBe('`city: string`\n\nCity name');
  expect(await editor.hover('main.py', { line: 4, character: 35 })).toBe('`city: string`\n\nCity name');
  expect(await editor.hover('runtime-config.yaml', { line: 0, character: 1 })).toContain('Default: `false`');
  expect(await editor.hover('agent.yaml', { line: 4, character: 30 })).toBeUndefined();
});

it('speaks Chinese to a Chinese editor', async () => {
  await start({ 'agent.yaml': agent.replace('python', 'pyhton'), 'main.py': code }, { locale: 'zh-cn' });
  await editor.open('agent.yaml');
  const { diagnostics } = await editor.problems('agent.yaml', ['unknown-runtime-type']);
  expect(diagnostics[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  expect(await editor.hover('agent.yaml', { line: 0, character: 1 })).toMatch(/[\u4e00-\u9fff]/);
});

it('says nothing about the agent.yaml of another product', async () => {
  await start({ 'agent.yaml': 'apiVersion: v1\nkind: Agent\nruntime: { type: python, entrypoint: x }\n', 'b/agent.yaml': agent });
  await editor.open('agent.yaml');
  await editor.problems('b/agent.yaml', ['missing-entrypoint']);
  expect(editor.published.filter(({ uri, diagnostics }) => uri === editor.uri('agent.yaml') && diagnostics.length > 0)).toEqual([]);
  expect(await editor.lenses('agent.yaml')).toEqual([]);
});

it('survives messages in any order, about anything', async () => {
  await start({ 'agent.yaml': agent, 'main.py': code }, { open: false });
  const { connection } = editor;
  const unknown = { uri: editor.uri('nowhere/agent.yaml') };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { ...unknown, version: 3 },
    contentChanges: [{ text: 'x' }],
  });
  await connection.sendNotification('textDocument/didClose', { textDocument: unknown });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: agent },
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'not an address', languageId: 'yaml', version: 1, text: agent },
  });
  await connection.sendNotification('hermesRuntime/outcomes', { agents: 3 });
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: 'git:/x/agent.yaml', type: 1 },
      { uri: editor.uri('gone/agent.yaml'), type: 3 },
    ],
  });
  expect(await editor.lenses('nowhere/agent.yaml')).toEqual([]);
  expect(await editor.hover('nowhere/agent.yaml', { line: 99, character: 99 })).toBeUndefined();
  expect(await editor.actions('agent.yaml', { line: 0, character: 0 })).toEqual([]);
  await editor.open('agent.yaml', `runtime:\n${'['.repeat(200_000)}`);
  expect(await editor.problems('agent.yaml', ['yaml-too-large'])).toMatchObject({ version: 1 });
  await editor.open('main.py');
  expect(await editor.hover('agent.yaml', { line: 5, character: 500 })).toBeUndefined();
});
