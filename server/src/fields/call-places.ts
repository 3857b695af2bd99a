import { codeLanguageOf, executeFile, indexLines, normalEntrypoint, own } from '@hermes-runtime/contract';
import { readCalls } from '@hermes-runtime/contract/fields';
import { join } from 'node:path';
import type { IndexedAgent } from '../index/indexed-agent.ts';
import type { Pause } from '../service/pause.ts';
import { codeFiles, placeOf } from './code-places.ts';
import type { Place } from './field.ts';

/** More files of an agent than these are not read for it. */
const maxFiles = 60;
/** Longer ones, in UTF-16 units, are no tests that somebody wrote. */
const maxLength = 128 * 1024;

/** Where code of the agent's folder calls its `execute`, as its tests do. `only` is the one file that is asked about. */
export async function callPlaces({ folder, files, descriptor }: IndexedAgent, pause: Pause, only?: string): Promise<Place[]> {
  const entrypoint = own(descriptor?.value['runtime'], 'entrypoint');
  const entry = typeof entrypoint === 'string' ? executeFile(files, normalEntrypoint(entrypoint)) : undefined;
  if (entry === undefined || typeof entrypoint !== 'string') return [];
  const candidates = only === undefined ? codeFiles(files.list(), codeLanguageOf(entry.file) ?? 'python').slice(0, maxFiles) : [only];
  const loads = importOf(normalEntrypoint(entrypoint));
  const places: Place[] = [];
  for (const file of new Set([entry.file, ...candidates])) {
    // oxlint-disable-next-line no-await-in-loop -- Others have their turn.
    await pause();
    const text = only === undefined || file === only ? files.readText(file) : undefined;
    const language = codeLanguageOf(file);
    if (text === undefined || language === undefined || text.length > maxLength) continue;
    if (file.endsWith('.py') !== entry.file.endsWith('.py')) continue;
    // Whoever calls it from another file names that file.
    if (!/\bexecute\b/.test(text) || (file !== entry.file && !loads.test(text))) continue;
    const lines = indexLines(text);
    for (const use of readCalls(text, language)) {
      const [from, to] = [lines.offsetAt(use.range.start), lines.offsetAt(use.range.end)];
      const place = placeOf(use, { file: join(folder, file), agent: folder, written: text.slice(from, to), quote: text.charAt(to) });
      places.push(file === entry.file ? place : { ...place, kind: 'test' });
    }
  }
  return places;
}

/** How another file of the same language takes something from one. */
function importOf(file: string): RegExp {
  const stem = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replaceAll(/\W/g, String.raw`\$&`);
  if (!file.endsWith('.py')) return new RegExp(String.raw`(?:\bfrom|\b(?:require|import) *\() *["'][^"'\n]*\b${stem}(?:\.\w+)?["']`);
  return new RegExp(String.raw`^\s*(?:from\s+[\w.]*\b${stem}\s+import\b|from\s+[\w.]+\s+import\b.*\b${stem}\b|import\b.*\b${stem}\b)`, 'm');
}
