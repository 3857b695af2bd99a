import { afterEach, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { seededRandom } from './testing/seeded-random.ts';
import { Editor } from './testing/editor.ts';
import { questionsFor } from './testing/questions.ts';
import { Typist } from './testing/typist.ts';

// Messages that no editor should send, and text that nobody would type.

const agent = `name: weather
version: 1.0.0
input_schema: { type: object, properties: { city: { type: string, description: City name } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`;
const code = `export function execute({ city }) {\n  return { city };\n}\n`;

let editor: Editor;
afterEach(async () => editor.close());

async function start(): Promise<void> {
  editor = await Editor.start({ 'agent.yaml': agent, 'main.mjs': code });
}

async function stillAnswers(): Promise<void> {
  await editor.open('agent.yaml', agent);
  expect(await editor.hover('agent.yaml', { line: 2, character: 46 })).toContain('city');
}

it('goes on after messages that come out of order', async () => {
  await start();
  const { connection } = editor;
  const uri = editor.uri('agent.yaml');
  const version = 9;
  const range = { start: { line: 70, character: 70 }, end: { line: 90, character: 0 } };
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: 'x' }] });
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: agent } });
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: 'a: [' } });
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 0 },
    contentChanges: [{ range, text: '}' }],
  });
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [] });
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: 'nonsense', type: 7 },
      { uri: 'untitled:x', type: 1 },
    ],
  });
  await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: 'git:/x', name: 'x' }] },
  });
  await connection.sendNotification('hermes/outcomes', { agents: 3 });
  await stillAnswers();
});

it('has an empty answer for what is not open, and for addresses of other kinds', async () => {
  await start();
  const addresses = [
    'untitled:agent.yaml',
    'git:/repo/agent.yaml?ref',
    'vscode-notebook-cell:/a#b',
    'file:///',
    'file://%00/agent.yaml',
    'no address',
    '',
  ];
  for (const uri of [...addresses, editor.uri('agent.yaml'), editor.uri('none/agent.yaml')])
    for (const { method, more } of questionsFor(editor.initialized.capabilities)) {
      const answer: unknown = await editor.connection.sendRequest(method, { textDocument: { uri }, ...more({ line: 5, character: 5 }) });
      expect(isEmpty(answer), `${method} of ${uri}: ${JSON.stringify(answer)}`).toBe(true);
    }
  for (const uri of addresses)
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: agent },
    });
  await stillAnswers();
});

it('takes back questions, and ends while some are open', async () => {
  await start();
  await editor.open('agent.yaml', agent);
  const textDocument = { uri: editor.uri('agent.yaml') };
  const asked = Array.from({ length: 50 }, (_, index) => {
    const source = new CancellationTokenSource();
    const answer = editor.connection.sendRequest(
      'textDocument/hover',
      { textDocument, position: { line: 2, character: 46 } },
      source.token,
    );
    if (index % 2 === 0) source.cancel();
    return answer.catch(() => 'taken back');
  });
  expect(await Promise.all(asked)).toHaveLength(50);
  void editor.connection.sendRequest('textDocument/codeLens', { textDocument }).catch(() => undefined /* It ends first. */);
});

it('has the text that the editor has after thousands of random edits', { timeout: 600_000 }, async () => {
  const edits = process.env['HERMES_KEYSTROKES'] === 'all' ? 100_000 : 3_000;
  await start();
  const random = seededRandom(11);
  const pieces = [
    '\n',
    '\r\n',
    '\r',
    ': ',
    '- ',
    '{',
    '}',
    '"',
    "'",
    '#',
    '|\n',
    '&a',
    '*a',
    '🌧',
    '\ud83c',
    '北京',
    '\t',
    '  ',
    'type',
    '\0',
    'x'.repeat(300),
  ];
  const typist = new Typist(editor, 'agent.yaml');
  await typist.open(agent);
  for (let edit = 0; edit < edits; edit += 1) {
    const { text } = typist.mirror;
    const from = besideBreak(text, random(text.length + 1));
    const to = besideBreak(text, Math.min(text.length, from + (random(3) === 0 ? random(text.length > 4_000 ? 2_000 : 20) : 0)));
    await typist.change({ from, to, text: pieces[random(pieces.length)] ?? '' });
    if (edit % 60 === 59) {
      expect((await typist.inspect()).text).toBe(typist.mirror.text);
      expect(await typist.faultsOfNextAnswer(random(typist.mirror.text.length + 1))).toEqual([]);
    }
    if (edit % 600 === 599) await typist.change({ from: 0, to: typist.mirror.text.length, text: agent });
  }
  await typist.close();
  await stillAnswers();
});

function isEmpty(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer !== 'object') return false;
  return Array.isArray(answer) ? answer.length === 0 : Object.values(answer).every((value) => typeof value !== 'object' || isEmpty(value));
}

/** No editor has a place between the two halves of a line break. */
function besideBreak(text: string, offset: number): number {
  return text.slice(offset - 1, offset + 1) === '\r\n' ? offset + 1 : offset;
}
