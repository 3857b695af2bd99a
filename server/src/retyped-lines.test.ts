import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Editor } from './testing/editor.ts';
import { Typist } from './testing/typist.ts';

// Lines of valid agents are typed anew, character by character. By hand, with more keys for the memory: HERMES_KEYSTROKES=all.

const samples = join(import.meta.dirname, '../../agents-sample');
const agents: Readonly<Record<string, string>> = { 'weather-checker': 'main.py', 'web-scraper': 'main.mjs', 'daily-report': 'report.sh' };
const read = (file: string): string => readFileSync(join(samples, file), 'utf8');

let editor: Editor;
afterEach(async () => editor.close());

async function start(): Promise<void> {
  const files = Object.entries(agents).flatMap(([name, code]) => [`${name}/agent.yaml`, `${name}/${code}`]);
  editor = await Editor.start(Object.fromEntries(files.map((file) => [file, read(file)])));
}

/** Empties each line of a file and types it again; tells after each key which line that was. */
async function retype(typist: Typist, afterKey: (line: number) => Promise<void>): Promise<void> {
  const lines = typist.mirror.text.split('\n');
  let offset = 0;
  for (const [number, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length;
    const from = offset + indent;
    await typist.change({ from, to: offset + line.length, text: '' });
    for (const [index, char] of [...line.trimStart()].entries()) {
      await typist.change({ from: from + index, to: from + index, text: char });
      await afterKey(number);
    }
    offset += line.length + 1;
  }
}

it('marks another line than the one that is typed in at most 2 of 100 states', { timeout: 600_000 }, async () => {
  await start();
  let states = 0;
  const elsewhere: string[] = [];
  for (const name of Object.keys(agents)) {
    const file = `${name}/agent.yaml`;
    const typist = new Typist(editor, file);
    await typist.open(read(file));
    await typist.inspect();
    await retype(typist, async (line) => {
      await typist.inspect();
      states += 1;
      // What the last message says is what a person sees.
      const shown = editor.published.findLast(({ uri }) => uri === editor.uri(file))?.diagnostics ?? [];
      const other = shown.find(({ range }) => range.start.line !== line);
      if (other !== undefined) elsewhere.push(`${name}:${line + 1} ${String(other.code)} on line ${other.range.start.line + 1}`);
    });
    expect(typist.mirror.text).toBe(read(file));
    await typist.close();
  }
  console.log(`${elsewhere.length} of ${states} states mark another line`);
  expect(states).toBeGreaterThan(1_000);
  expect(elsewhere.length / states, elsewhere.join('\n')).toBeLessThanOrEqual(0.02);
});

it('needs no more memory the longer somebody types', { timeout: 600_000 }, async () => {
  const keys = process.env['HERMES_KEYSTROKES'] === 'all' ? 10_000 : 1_500;
  await start();
  const file = 'weather-checker/agent.yaml';
  const typist = new Typist(editor, file);
  await typist.open(read(file));
  const typeFor = async (count: number): Promise<void> => {
    for (let key = 0; key < count; key += 2) {
      await typist.change({ from: 10, to: 10, text: 'x' });
      await typist.faultsOfNextAnswer(10);
      await typist.change({ from: 10, to: 11, text: '' });
      await typist.inspect();
    }
  };
  // By then the engine has compiled what it compiles.
  await typeFor(1_500);
  const before = editor.resident();
  await typeFor(keys);
  const grown = editor.resident() - before;
  console.log(`${grown.toFixed(1)} MiB more after ${keys} keys, ${before.toFixed(0)} MiB before`);
  expect(grown).toBeLessThan(60);
});
