import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction, FoldingRange, SemanticTokens } from 'vscode-languageserver/node';
import { Editor } from './testing/editor.ts';
import { Mirror, rangesIn } from './testing/mirror.ts';
import { questionsFor } from './testing/questions.ts';
import { seededRandom } from './testing/seeded-random.ts';

// Every question that an editor may ask, about every sample and fixture and about beginnings of them, anywhere in the text.

const root = join(import.meta.dirname, '../..');
const patterns = [
  'agents-sample/**/*.{yaml,yml,py,mjs,sh}',
  'test/vscode/fixtures/**/*.{yaml,yml,py,js,mjs,cjs,ts,sh}',
  'contract/testdata/foreign/*.yaml',
];
const onDisk = patterns
  .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] }))
  .toSorted()
  .map((file): [string, string] => {
    // What is foreign is so even where an agent's file would be.
    const name = file.startsWith('contract') ? file.replace(/\.yaml$/, '/agent.yaml') : file;
    return [name, readFileSync(join(root, file), 'utf8')];
  });
/** The documents of a fixture, each as an agent's file of its own. */
const documents = globSync('contract/testdata/descriptor/*.yaml', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split(/^---$/m)
    .map((text, index): [string, string] => [`${file.replace(/\.yaml$/, '')}/${index}/agent.yaml`, text]),
);
const files = new Map([...onDisk, ...documents]);
/** Beginnings of each file; by hand, for all of them: HERMES_KEYSTROKES=all. */
const cuts = process.env['HERMES_KEYSTROKES'] === 'all' ? Number.POSITIVE_INFINITY : 5;

let editor: Editor;
beforeAll(async () => {
  // Without a folder of the window each agent stands for itself; many of the fixtures have one name.
  editor = await Editor.start(Object.fromEntries(files), { open: false });
});
afterAll(async () => editor.close());

it('answers every question about every file and its beginnings, with places that are there', { timeout: 1_200_000 }, async () => {
  const random = seededRandom(5);
  const questions = questionsFor(editor.initialized.capabilities);
  expect(questions.length).toBeGreaterThan(9);
  const faults: string[] = [];
  for (const [file, whole] of files) {
    const ends = Number.isFinite(cuts) ? Array.from({ length: cuts }, () => random(whole.length)) : [...whole].keys();
    await editor.open(file, '');
    for (const text of [whole, ...[...ends].map((end) => whole.slice(0, end))]) {
      await editor.replace(file, text);
      const mirror = new Mirror(text);
      const at = mirror.positionAt(random(text.length + 1));
      const everywhere = { range: { start: { line: 0, character: 0 }, end: mirror.positionAt(text.length) }, context: { diagnostics: [] } };
      const asked = [
        ...questions.map(({ method, more }) => ({ method, more: more(at) })),
        { method: 'textDocument/codeAction', more: everywhere },
        { method: 'textDocument/codeAction', more: { ...everywhere, context: { diagnostics: [], only: ['source', 'refactor'] } } },
        { method: 'textDocument/inlayHint', more: everywhere },
      ];
      const answers = await Promise.allSettled(asked.map(async ({ method, more }) => editor.ask<unknown>(method, file, more)));
      for (const [index, answer] of answers.entries()) {
        const { method = '' } = asked[index] ?? {};
        const wrong = answer.status === 'rejected' ? [String(answer.reason)] : faultsOf(method, answer.value, file, mirror);
        faults.push(...wrong.map((fault) => `${method} of ${file}, ${text.length} long, at ${JSON.stringify(at)}: ${fault}`));
      }
    }
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri(file) } });
    expect(faults).toEqual([]);
  }
});

function faultsOf(method: string, answer: unknown, file: string, mirror: Mirror): string[] {
  const ranges = rangesIn(answer, editor.uri(file)).filter((range) => !mirror.holds(range));
  const lines = mirror.text.split(/\r\n|\r|\n/);
  const found = ranges.map((range) => `${JSON.stringify(range)} is not there`);
  if (method.endsWith('foldingRange') && isFolds(answer)) {
    const outside = answer.filter(({ startLine, endLine }) => startLine >= endLine || endLine >= lines.length);
    found.push(...outside.map(({ startLine, endLine }) => `nothing is folded from ${startLine} to ${endLine}`));
  }
  if (method.endsWith('semanticTokens/full') && isTokens(answer)) found.push(...strayTokens(answer.data, lines));
  if (method.endsWith('codeAction') && isActions(answer)) {
    found.push(
      ...answer.filter(({ edit, command }) => edit === undefined && command === undefined).map(({ title }) => `"${title}" does nothing`),
    );
  }
  return found;
}

function strayTokens(data: readonly number[], lines: readonly string[]): string[] {
  const found: string[] = [];
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    if (down > 0) [character, end] = [0, 0];
    line += down;
    character += right;
    if (character < end || length === 0 || character + length > (lines[line]?.length ?? -1)) found.push(`a token at ${line}:${character}`);
    end = character + length;
  }
  return found;
}

function isFolds(answer: unknown): answer is FoldingRange[] {
  return Array.isArray(answer);
}

function isTokens(answer: unknown): answer is SemanticTokens {
  return typeof answer === 'object' && answer !== null && 'data' in answer;
}

function isActions(answer: unknown): answer is CodeAction[] {
  return Array.isArray(answer);
}
