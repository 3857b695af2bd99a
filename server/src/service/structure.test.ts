import type {
  DocumentLink,
  FoldingRange,
  InitializeResult,
  InlayHint,
  RegistrationParams,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Editor } from '../testing/editor.ts';

const agent = `# Tells the weather.
# Of a city.
name: weather
version: 1.0.0
input_schema:
  type: object
  required: [city]
  properties:
    city: { type: string, enum: [Beijing, Oslo] }
    days:
      type: integer
      default: 7
    "token": { type: string, writeOnly: true, default: "s3cret" }
    home: { type: string, default: "http://127.0.0.1:4310/main.py" }
runtime:
  type: python
  entrypoint: ./main.py # hermes-ignore missing-execute, missing-key: later
  dependencies: [
    "requests==2.31.0",
  ]
retry:
  max_attempts: 3
permissions: { read: ["data/names.txt", data/none.txt] }
description: |
  Two
  lines
`;
const code = 'def execute(input_data):\n    return {"a": input_data["days"], "b": input_data["city"], "c": input_data.get("token")}\n';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({
    'agent.yaml': agent,
    'main.py': code,
    'data/names.txt': 'Oslo\n',
    'foreign/agent.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  a: 1\n',
    'runtime-config.yaml': 'server:\n  port: 8080\n',
  });
  for (const file of ['agent.yaml', 'main.py', 'foreign/agent.yaml', 'runtime-config.yaml']) await editor.open(file);
  await editor.symbols();
});
afterAll(async () => editor.close());

it('folds what has several lines, and leaves a closing bracket in sight', async () => {
  const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', 'agent.yaml');
  expect(folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`)).toEqual([
    '0-1 comment',
    '4-13',
    '7-13',
    '9-11',
    '14-19',
    '17-18',
    '20-21',
    '23-25',
  ]);
  expect(await editor.ask('textDocument/foldingRange', 'runtime-config.yaml')).toEqual([{ startLine: 0, endLine: 1 }]);
});

it('leaves what is not ours to others', async () => {
  for (const method of ['foldingRange', 'documentLink'])
    expect(await editor.ask(`textDocument/${method}`, 'foreign/agent.yaml')).toBeNull();
  expect(await editor.ask('textDocument/foldingRange', 'main.py')).toBeNull();
  expect(await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', 'foreign/agent.yaml')).toMatchObject({ data: [] });
});

it('grows a selection from a word to the file', async () => {
  const positions = [{ line: 8, character: 38 }];
  const [selection] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', 'agent.yaml', { positions });
  const texts: string[] = [];
  for (let at = selection; at !== undefined; at = at.parent) texts.push(textIn(agent, at.range));
  expect(texts.map((text) => (text.length > 60 ? `${text.slice(0, 12)}…` : text))).toEqual([
    'Beijing',
    '[Beijing, Oslo]',
    'enum: [Beijing, Oslo]',
    '{ type: string, enum: [Beijing, Oslo] }',
    'city: { type: string, enum: [Beijing, Oslo] }',
    'city: { type…',
    'properties:\n…',
    'type: object…',
    'input_schema…',
    '# Tells the …',
  ]);
});

it('links the files that are there, and the page of a problem', async () => {
  const links = await editor.ask<DocumentLink[]>('textDocument/documentLink', 'agent.yaml');
  expect(links.map(({ range, target }) => [textIn(agent, range), target?.split('/').slice(-2).join('/')])).toEqual([
    ['./main.py', `${editor.uri('').split('/').at(-1)}/main.py`],
    ['data/names.txt', 'data/names.txt'],
    ['missing-execute', 'problems/missing-execute.md'],
    ['missing-key', 'problems/missing-key.md'],
  ]);
});

it.each([
  ['main.py', '#'],
  ['main.mjs', '//'],
  ['run.ts', '//'],
  ['run.sh', '#'],
])('links the pages of the problems that a comment in %s ignores', async (file, sign) => {
  const text = `x = 1 ${sign} hermes-ignore environment-read, no-such-rule, unknown-input-key: for the tests\n${sign === '#' ? '//' : '#'} hermes-ignore missing-key: x\n`;
  const other = await Editor.start({ 'agent.yaml': agent, [file]: text });
  try {
    await other.open(file);
    const links = await other.ask<DocumentLink[]>('textDocument/documentLink', file);
    expect(links.map(({ range, target }) => [textIn(text, range), target?.split('/').at(-1)])).toEqual([
      ['environment-read', 'environment-read.md'],
      ['unknown-input-key', 'unknown-input-key.md'],
    ]);
  } finally {
    await other.close();
  }
});

it('writes the addresses of pages as an editor wants them that shows the pages itself', async () => {
  const initializationOptions = { problemPages: 'command:page?%5B%22{code}%22%5D' };
  const other = await Editor.start(
    { 'agent.yaml': `${agent}tema: 1 # hermes-ignore no-such-rule, missing-key: x\n` },
    { initializationOptions },
  );
  try {
    await other.open('agent.yaml');
    const links = await other.ask<DocumentLink[]>('textDocument/documentLink', 'agent.yaml');
    expect(links.at(-1)?.target).toBe('command:page?%5B%22missing-key%22%5D');
    const { diagnostics } = other.published.findLast(({ diagnostics: found }) => found.length > 0) ?? { diagnostics: [] };
    expect(diagnostics.map(({ code, codeDescription }) => codeDescription?.href === `command:page?%5B%22${code}%22%5D`)).not.toContain(
      false,
    );
  } finally {
    await other.close();
  }
});

const whole = { range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } } };

it('shows the default of a field where it is read, and never that of a secret', async () => {
  const hints = await editor.ask<InlayHint[]>('textDocument/inlayHint', 'main.py', whole);
  expect(hints.map(({ position, label }) => [position, label])).toEqual([[{ line: 1, character: 34 }, '= 7']]);
});

it('asks for the hints in the code to be drawn again when a default changes', async () => {
  const refreshing = new Editor({ 'agent.yaml': agent, 'main.py': code });
  const isRefreshed = new Promise<void>((resolve) => refreshing.connection.onRequest('workspace/inlayHint/refresh', () => resolve()));
  const capabilities = { workspace: { inlayHint: { refreshSupport: true } } };
  await refreshing.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  for (const file of ['agent.yaml', 'main.py']) await refreshing.open(file);
  for (const file of ['main.py', 'agent.yaml']) await refreshing.ask('textDocument/inlayHint', file, whole);
  await refreshing.type('agent.yaml', 'default: 7', 'default: 8');
  await refreshing.ask('textDocument/inlayHint', 'agent.yaml', whole);
  await isRefreshed;
  expect(await refreshing.ask('textDocument/inlayHint', 'main.py', whole)).toMatchObject([{ label: '= 8' }]);
  await refreshing.close();
});

it('shows what is not set beside the key of its block', async () => {
  const hints = await editor.ask<InlayHint[]>('textDocument/inlayHint', 'agent.yaml', whole);
  expect(hints.map(({ position, label }) => [position.line, label])).toEqual([
    [20, 'initial_delay_seconds: 1, backoff: 2, max_delay_seconds: 60'],
    [14, 'timeout_seconds: 30'],
  ]);
  const first = { range: { start: { line: 0, character: 0 }, end: { line: 14, character: 99 } } };
  expect(await editor.ask('textDocument/inlayHint', 'agent.yaml', first)).toHaveLength(1);
});

it('tells keywords, fields, types and values of a schema apart', async () => {
  const { data } = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', 'agent.yaml');
  const { legend } = editor.initialized.capabilities.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const text = agent.split('\n')[line]?.slice(character, character + length);
    tokens.push(`${text} ${legend.tokenTypes[type]}${modifiers === 1 ? ` ${legend.tokenModifiers[0]}` : ''}`);
  }
  expect(tokens.slice(0, 14)).toEqual([
    'type keyword',
    'object type',
    'required keyword',
    'city property',
    'properties keyword',
    'city property declaration',
    'type keyword',
    'string type',
    'enum keyword',
    'Beijing enumMember',
    'Oslo enumMember',
    'days property declaration',
    'type keyword',
    'integer type',
  ]);
  expect(tokens).toContain('7 number');
  expect(tokens.some((token) => token.startsWith('python'))).toBe(false);
});

it('formats a file of ours, where that is asked for, and leaves a broken one alone', async () => {
  const options = { tabSize: 2, insertSpaces: true };
  const formatted = async (): Promise<TextEdit[] | null> => editor.ask('textDocument/formatting', 'runtime-config.yaml', { options });
  expect(await formatted()).toEqual([]);
  await editor.replace('runtime-config.yaml', 'server:\n    port :  8080 # here\n\n\n');
  expect(editor.applied({ title: '', edit: { changes: { [editor.uri('runtime-config.yaml')]: (await formatted()) ?? [] } } })).toEqual({
    'runtime-config.yaml': 'server:\n  port: 8080 # here\n',
  });
  await editor.replace('runtime-config.yaml', 'server: [\n    port :  8080\n');
  expect(await formatted()).toBeNull();
  expect(await editor.ask('textDocument/formatting', 'foreign/agent.yaml', { options })).toBeNull();
});

it('registers its formatter for files of ours alone, where the editor can do that', async () => {
  const other = new Editor({});
  const registered: unknown[] = [];
  const isThere = new Promise<void>((resolve) => {
    other.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      registered.push(...registrations.map(({ method, registerOptions }) => ({ method, registerOptions })));
      resolve();
    });
  });
  const capabilities = { textDocument: { formatting: { dynamicRegistration: true } } };
  const answer = await other.connection.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities });
  expect(answer.capabilities.documentFormattingProvider).toBeUndefined();
  await other.connection.sendNotification('initialized', {});
  await isThere;
  expect(registered).toMatchObject([
    { method: 'textDocument/formatting', registerOptions: { documentSelector: [{ pattern: '**/agent.{yaml,yml}' }, {}] } },
  ]);
  await other.close();
});

type Place = { readonly line: number; readonly character: number };

function textIn(text: string, { start, end }: { readonly start: Place; readonly end: Place }): string {
  const offset = ({ line, character }: Place): number =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}
