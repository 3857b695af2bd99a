import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { questionsFor } from '../server/src/testing/questions.ts';
import { buildWorker, sendFolder, startWorker } from './worker-server.ts';

// Every question that an editor asks is answered in a web worker as in a process, but for the addresses.

const root = join(import.meta.dirname, '../agents-sample');
const asked = globSync('{weather-checker,broken/{unknown-input-key,missing-execute,yaml-syntax,missing-key}}/*.{yaml,py,mjs}', {
  cwd: root,
});
const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
  textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

/** All answers about a file, one line for each, with the address of the folder left out. */
async function answersOf(
  connection: ProtocolConnection,
  uriOf: (path: string) => string,
  tell: () => Promise<void>,
): Promise<readonly string[]> {
  connection.listen();
  const workspaceFolders = [{ uri: uriOf(root), name: 'samples' }];
  const initializationOptions = { trusted: false };
  const params = { processId: null, rootUri: null, workspaceFolders, capabilities, initializationOptions, locale: 'en' };
  const { capabilities: able } = await connection.sendRequest<InitializeResult>('initialize', params);
  await connection.sendNotification('initialized', {});
  await tell();
  const answers: string[] = [];
  const ask = async (file: string, method: string, more: object): Promise<void> => {
    const answer = await connection.sendRequest<unknown>(method, { textDocument: { uri: uriOf(join(root, file)) }, ...more });
    answers.push(`${file} ${method} ${JSON.stringify(more)}: ${picture(answer).replaceAll(uriOf(root), '')}`);
  };
  for (const file of asked.toSorted()) {
    const text = readFileSync(join(root, file), 'utf8');
    const textDocument = { uri: uriOf(join(root, file)), languageId: 'yaml', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    for (const [line, words] of text.split('\n').entries()) {
      const at = { line, character: Math.floor(words.length / 2) };
      await Promise.all(questionsFor(able).map(async ({ method, more }) => ask(file, method, more(at))));
    }
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return answers.toSorted();
}

/** The pages of problems lie beside a program alone; an answer's own number comes from a clock. */
function picture(answer: unknown): string {
  return JSON.stringify(answer, (key, value: unknown) => (key === 'codeDescription' || key === 'resultId' ? undefined : value));
}

test('the server in a web worker answers what the server in a process answers', async () => {
  const server = spawn(process.execPath, [join(root, '../server/src/main.ts'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const inProcess = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const { connection: inWorker, stop } = startWorker(await buildWorker());
  const uriOf = (path: string): string => pathToFileURL(path).href.replace('file://', 'memfs:');
  try {
    const [expected, answers] = await Promise.all([
      answersOf(
        inProcess,
        (path) => pathToFileURL(path).href,
        async () => undefined,
      ),
      answersOf(inWorker, uriOf, async () => sendFolder(inWorker, root, uriOf)),
    ]);
    expect(expected.length).toBeGreaterThan(1000);
    expect(answers.filter((answer) => !/: (?:null|\[\])$/.test(answer)).length).toBeGreaterThan(300);
    expect(answers.filter((answer, index) => answer !== expected[index])).toEqual([]);
    expect(answers.length).toBe(expected.length);
  } finally {
    await stop();
  }
});
