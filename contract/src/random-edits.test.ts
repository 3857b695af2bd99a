import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Position, Problem } from '@hermes-runtime/schemas';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testdata/seeded-random.ts';
import { checkAgent } from './check-agent.ts';
import { indexLines } from './descriptor/line-index.ts';
import { problemCodes } from './problem-codes.ts';
import { folderOf } from './rules/code/problem-picture.ts';

const samples = fileURLToPath(new URL('../../agents-sample/', import.meta.url));

/** Edits for each sample. A longer run by hand: set it in the environment. */
const rounds = Number(process.env['HERMES_FUZZ_ROUNDS'] ?? 12);

const pieces = [
  '\n',
  '  ',
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '|',
  '>',
  '&a ',
  '*a',
  '!x ',
  '?',
  '%',
  '@',
  '`',
  ',',
  '0',
  '-1',
  '1e999',
  'null',
  'true',
  'type',
  '$ref',
  '#/',
  '\t',
  '\r\n',
  '\0',
  '🌧',
  '\ud800',
  '北京',
  '__proto__',
  'toString',
  '(',
  ')',
  '=',
  '.',
  'def ',
  'yield ',
  'return ',
  '...',
  '~',
  '\\',
];

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('random edits of the samples', () => {
  const broken = readdirSync(join(samples, 'broken'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('broken', name));

  it.each(['weather-checker', 'web-scraper', 'rss-monitor', ...broken])(
    '%s gives problems at places that are there, whatever is typed',
    (sample) => {
      const original = filesOf(join(samples, sample));
      const names = Object.keys(original);
      const random = seededRandom(sample.length * 7919);
      let files = original;
      for (let round = 0; round < rounds; round += 1) {
        if (round % 6 === 0) files = original;
        const name = names[random(names.length)] ?? 'agent.yaml';
        files = { ...files, [name]: edited(files[name] ?? '', random) };
        const { problems } = checkAgent(folderOf(files, []));
        for (const problem of problems) expect(faultsOf(problem, files)).toEqual([]);
      }
    },
  );
});

function edited(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const piece = random(4) === 0 ? text.slice(at, at + random(30)) : (pieces[random(pieces.length)] ?? '');
  return text.slice(0, at) + piece + text.slice(at + (random(3) === 0 ? random(8) : 0));
}

/** What is wrong with a problem itself. */
function faultsOf({ path, code, message, range, related = [] }: Problem, files: Readonly<Record<string, string>>): string[] {
  const places = [{ path, range }, ...related];
  const outside = places.filter((place) => {
    const lines = indexLines((files[place.path] ?? '').replace(/^\uFEFF/, ''));
    const isThere = (position: Position): boolean =>
      JSON.stringify(lines.positionAt(lines.offsetAt(position))) === JSON.stringify(position);
    const { start, end } = place.range;
    return files[place.path] === undefined || !isThere(start) || !isThere(end) || lines.offsetAt(start) > lines.offsetAt(end);
  });
  return [
    ...(problemCodes.includes(code) ? [] : [`the code ${code} is not known`]),
    ...(message === '' ? [`${code} says nothing`] : []),
    ...outside.map((place) => `${code} is at ${place.path} ${JSON.stringify(place.range)}`),
  ];
}
