import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCode } from '../code/read-code.ts';

// What Node refuses of the TypeScript that lies in node_modules, beside what the rule finds there.
// By hand, for all of it: HERMES_CORPUS=all.

const root = join(import.meta.dirname, '../../../node_modules');
const isWhole = process.env['HERMES_CORPUS'] === 'all';
const files = globSync(isWhole ? '**/*.{ts,mts,cts}' : '{happy-dom/src,zod/src,@types/node}/**/*.{ts,mts,cts}', { cwd: root }).toSorted();
/** Every so many files of the usual ones take a second or two. */
const step = isWhole ? 1 : 4;

/** Undefined where Node cannot read the text at all. */
function isRefusedByNode(text: string): boolean | undefined {
  try {
    stripTypeScriptTypes(text);
    return false;
  } catch (error) {
    return Object(error).code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' ? true : undefined;
  }
}

it('says of no text that Node would refuse it, where it does not, and finds nearly all that it refuses', { timeout: 600_000 }, () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let [read, refused] = [0, 0];
  for (const [index, file] of files.entries()) {
    const text = index % step === 0 ? readFileSync(join(root, file), 'utf8') : '';
    // Longer texts are not read.
    if (text === '' || text.length > 256 * 1024) continue;
    const isRefused = isRefusedByNode(text);
    if (isRefused === undefined) continue;
    // Types are taken out of a text with decorators too; it is what is left that does not run.
    const found = (readCode(text, 'typescript').unsupported ?? []).filter(({ kind }) => kind !== 'decorator' && kind !== 'accessor');
    read += 1;
    if (isRefused) refused += 1;
    if (found.length > 0 && !isRefused) wrong.push(`${file}:${(found[0]?.range.start.line ?? 0) + 1} ${found[0]?.kind ?? ''}`);
    if (found.length === 0 && isRefused) missed.push(file);
  }
  console.log(`${read} files, ${refused} of them refused by Node ${process.version}, ${missed.length} of these not found`);
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(200);
  expect(missed.length / Math.max(1, refused), missed.join('\n')).toBeLessThan(isWhole ? 0.03 : 0.3);
});
