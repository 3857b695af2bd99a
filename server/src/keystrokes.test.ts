import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkAgent } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorFolder } from './index/editor-folder.ts';
import { localDisk } from './index/local-disk.ts';
import { Editor } from './testing/editor.ts';
import type { Mirror } from './testing/mirror.ts';
import { Typist } from './testing/typist.ts';

// Somebody types whole agents into the real server, key by key. After each key: no answer is an error, the server's text is the editor's,
// every range lies in it, and what the server has found by following the keys is what a fresh look at the text finds.
// By hand, for all samples and fixtures: HERMES_KEYSTROKES=all.

const root = join(import.meta.dirname, '../..');
const some = new Set(['weather-checker', 'web-scraper', 'daily-report', 'unknown-keyword', 'execute-is-generator', 'contract']);
const folders = ['agents-sample/**/agent.yaml', 'test/vscode/fixtures/**/agent.yaml']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .map((file) => dirname(file))
  .filter((folder) => process.env['HERMES_KEYSTROKES'] === 'all' || some.has(basename(folder)))
  .toSorted();

let editor: Editor;
beforeAll(async () => {
  const files = folders.flatMap((folder) =>
    textFilesIn(folder).map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')]),
  );
  // Without a folder of the window each agent stands for itself.
  editor = await Editor.start(Object.fromEntries(files), { open: false });
});
afterAll(async () => editor.close());

function textFilesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).filter((file) => /\.(?:ya?ml|py|js|mjs|cjs|ts|sh)$/.test(file));
}

/** What a fresh look finds in one file whose text is this, and whose neighbours are as on the disk. */
function fresh(file: string, { text }: Mirror): readonly Problem[] {
  const folder = join(editor.folder, dirname(file));
  const path = join(editor.folder, file);
  const { problems } = checkAgent(editorFolder(folder, '', { disk: localDisk, textAt: (asked) => (asked === path ? text : undefined) }));
  return problems.filter((problem) => problem.path === basename(file));
}

async function faults(typist: Typist, file: string, at: number): Promise<readonly string[]> {
  const wrong = await typist.faultsOfNextAnswer(at);
  const { text, problems } = await typist.inspect();
  const expected = fresh(file, typist.mirror);
  return [
    ...wrong,
    ...(text === typist.mirror.text ? [] : ['the texts differ']),
    ...(JSON.stringify(problems) === JSON.stringify(expected)
      ? []
      : [`${JSON.stringify(problems)} instead of ${JSON.stringify(expected)}`]),
    ...problems.filter(({ range }) => !typist.mirror.holds(range)).map(({ code }) => `${code} lies outside`),
  ].map((fault) => `${file} at ${at}: ${fault}`);
}

const codeOf = (folder: string): string[] => textFilesIn(folder).filter((file) => !file.endsWith('.sh') && !/test/.test(file));

describe.each(folders)('%s is typed', (folder) => {
  it.each(codeOf(folder))('as %s', { timeout: 600_000 }, async (name) => {
    const file = `${folder}/${name}`;
    const whole = readFileSync(join(root, file), 'utf8');
    // Every second file has the line breaks of Windows.
    const text = whole.length % 2 === 0 ? whole : whole.replaceAll(/\r?\n/g, '\r\n');
    const typist = new Typist(editor, file);
    await typist.open('');
    const found: string[] = [];
    let cursor = 0;
    let typed = 0;
    while (typed < text.length && found.length === 0) {
      if (typed % 97 === 50) {
        // A slip, taken back; an emoji and its halves; two cursors at once; all as one undo would do it.
        await typist.change({ from: cursor, to: cursor, text: '🌧' });
        found.push(...(await faults(typist, file, cursor + 1)));
        await typist.change({ from: cursor, to: cursor + 2, text: '' }, { from: 0, to: 0, text: '# \n' });
        found.push(...(await faults(typist, file, cursor)));
        await typist.change({ from: 0, to: 3, text: '' });
      }
      if (typed % 131 === 100) {
        // A paste of what comes next.
        const pasted = text.slice(typed, typed + 40);
        await typist.change({ from: cursor, to: cursor, text: pasted });
        cursor += pasted.length;
        typed += pasted.length;
      } else {
        cursor = await typist.key(cursor, text.charAt(typed));
        typed += 1;
      }
      found.push(...(await faults(typist, file, cursor)));
    }
    // What the editor closed by itself and nobody typed over.
    await typist.change({ from: cursor, to: typist.mirror.text.length, text: '' });
    found.push(...(await faults(typist, file, cursor)));
    await typist.close();
    expect(found).toEqual([]);
    expect(typist.mirror.text).toBe(text);
  });
});
