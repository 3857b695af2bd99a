import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seededRandom } from '../server/src/testing/seeded-random.ts';
import { Mirror } from '../server/src/testing/mirror.ts';
import { type GoalRow } from './goal-rows.ts';
import { agentOf, opened, ours, peer, type Server } from './language-servers.ts';
import type { LspProcess } from './lsp-process.ts';

const [sample = '', code = ''] = ['agent.yaml', 'main.py'].map((file) =>
  readFileSync(join(import.meta.dirname, '../agents-sample/weather-checker', file), 'utf8'),
);

/** What the server shows is what it said last; it is done with a key when it answers the question that comes after it. */
type Settled = (process: LspProcess, uri: string) => Promise<unknown>;
const inspected: Settled = (process, uri) => process.ask('hermes/inspect', { textDocument: { uri } });

/** In how many of 100 states of a typed line another line is marked. */
export async function flicker(folder: string): Promise<GoalRow> {
  const mine = await marksElsewhere(folder, ours, sample.split('\n').length, inspected);
  // It waits 200 ms after each key, so a part of the file must do.
  const theirs = await marksElsewhere(folder, peer, 9, (process, uri) => process.nextDiagnostics(uri));
  return {
    goal: 'states while typing with a mark on another line',
    floor: `${theirs.toFixed(1)} %`,
    ours: `${mine.toFixed(1)} %`,
    target: '≤ 2 %',
    isMet: mine <= 2,
  };
}

async function marksElsewhere(folder: string, server: Server, lines: number, settled: Settled): Promise<number> {
  writeFileSync(join(folder, 'agent.yaml'), sample);
  writeFileSync(join(folder, 'main.py'), code);
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const process = await server.start(folder);
  await process.send('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: sample } });
  const mirror = new Mirror(sample);
  let version = 1;
  const replace = async (from: number, to: number, text: string): Promise<void> => {
    const done = settled(process, uri);
    const contentChanges = [mirror.replace({ from, to, text })];
    await process.send('textDocument/didChange', { textDocument: { uri, version: (version += 1) }, contentChanges });
    await (settled === inspected ? settled(process, uri) : done);
  };
  let states = 0;
  let elsewhere = 0;
  let offset = 0;
  for (const [number, line] of sample.split('\n').slice(0, lines).entries()) {
    const indent = line.length - line.trimStart().length;
    await replace(offset + indent, offset + line.length, '');
    for (const [index, char] of [...line.trimStart()].entries()) {
      await replace(offset + indent + index, offset + indent + index, char);
      states += 1;
      if (process.shown(uri).some(({ range }) => range.start.line !== number)) elsewhere += 1;
    }
    offset += line.length + 1;
  }
  process.close();
  return (100 * elsewhere) / states;
}

/** What 10,000 keys add to the memory, when the engine has compiled what it compiles, and its space for what is short-lived has grown to its full 48 MiB. */
export async function growth(folder: string): Promise<GoalRow> {
  writeFileSync(join(folder, 'agent.yaml'), agentOf(300));
  const { process, uri } = await opened(ours, folder, agentOf(300));
  const typeFor = async (keys: number): Promise<number> => {
    for (let key = 0; key < keys; key += 1) await process.type(uri, 1, 13, key % 2 === 0 ? '0' : 'x');
    return process.rss();
  };
  const before = await typeFor(6_000);
  const grown = (await typeFor(10_000)) - before;
  process.close();
  return {
    goal: 'resident, more after 10,000 keys',
    floor: '–',
    ours: `${grown.toFixed(1)} MiB (from ${before.toFixed(0)})`,
    target: '≤ 10 MiB',
    isMet: grown <= 10,
  };
}

const pieces = [
  'a',
  ' ',
  '\n',
  '  ',
  ': ',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '#',
  '&a ',
  '*a',
  '|',
  '\t',
  '\r\n',
  '\ud83d\ude00',
  'properties:\n',
  'name: x\n',
  '---\n',
];

/** Random edits of an agent: how many questions are answered with an error, and whether both sides have the same text at the end of each hundred. */
export async function fuzz(folder: string, edits: number): Promise<GoalRow> {
  writeFileSync(join(folder, 'agent.yaml'), sample);
  const uri = pathToFileURL(join(folder, 'agent.yaml')).href;
  const process = await ours.start(folder);
  const random = seededRandom(5);
  const mirror = new Mirror(sample);
  await process.send('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: sample } });
  let faults = 0;
  const ask = async (method: string): Promise<unknown> => {
    try {
      return await process.ask(method, { textDocument: { uri }, position: mirror.positionAt(random(mirror.text.length + 1)) });
    } catch {
      faults += 1;
      return undefined;
    }
  };
  const methods = ['textDocument/hover', 'textDocument/completion', 'textDocument/documentSymbol', 'textDocument/foldingRange'];
  for (let edit = 0; edit < edits; edit += 1) {
    const isLong = mirror.text.length > 3 * sample.length;
    const from = standing(mirror.text, random(mirror.text.length + 1));
    const gone = isLong ? 400 : random(3) === 0 ? random(6) : 0;
    const to = standing(mirror.text, Math.min(mirror.text.length, from + gone));
    const contentChanges = [mirror.replace({ from: Math.min(from, to), to, text: pieces[random(pieces.length)] ?? '' })];
    await process.send('textDocument/didChange', { textDocument: { uri, version: edit + 2 }, contentChanges });
    if (edit % 10 === 0) await ask(methods[random(methods.length)] ?? '');
    if (edit % 100 !== 99) continue;
    const answer = await ask('hermes/inspect');
    if (JSON.stringify(answer).indexOf(JSON.stringify(mirror.text)) < 0) faults += 1;
  }
  process.close();
  const count = edits.toLocaleString('en');
  return { goal: `${count} random edits: wrong answers`, floor: '–', ours: String(faults), target: '0', isMet: faults === 0 };
}

/** The nearest place up to an offset where a cursor can be: not inside of a line break or of a character. */
function standing(text: string, offset: number): number {
  return /\r$|[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\n\udc00-\udfff]/.test(text.slice(offset)) ? offset - 1 : offset;
}
