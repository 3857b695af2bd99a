import { describe, expect, it } from 'vitest';
import { shellReads } from '../code/shell/input-reads.ts';
import { modulesOfDistribution } from './distribution-modules.ts';
import { listsBeside } from './lists-beside.ts';

const long = 60_000;
const repeated = (piece: string): string => piece.repeat(Math.ceil(long / piece.length));

const pieces = [
  ' ',
  '\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '\\',
  '#',
  '=',
  '.',
  '--',
  'a ',
  'jq ',
  '$(jq',
  '"dependencies": {',
  '[project]\n',
  '[tool.poetry.dependencies]\n',
  'a = "^1"\n',
  '"a",',
  ' \\\n',
  'x==',
  'é',
  '\0',
];

// A pattern that goes through a text again for each of its characters would take minutes, and the test would not come to an end.
describe('texts that nobody wrote', () => {
  it.each(pieces)('come to an end: %j', (piece) => {
    const inner = repeated(piece);
    for (const text of [
      inner,
      `a${inner}b`,
      `requests ${inner} #`,
      `[project]\ndependencies = [${inner}`,
      `[project]\ndependencies = ["a"${inner}]`,
      `[tool.poetry.dependencies]\na = "${inner}"\n${inner}`,
      `[tool.poetry.dependencies]\na = ${inner}\n`,
      `[tool.poetry.dependencies]\na = ${'[{b='.repeat(3000)}\n`,
      `[tool.poetry${inner}.dependencies]\n`,
    ]) {
      for (const language of ['python', 'nodejs'] as const)
        expect(Array.isArray(listsBeside({ readText: () => text }, language))).toBe(true);
      modulesOfDistribution({ topLevel: undefined, record: text });
    }
    for (const text of [inner, `jq .a${inner}`, `jq ${inner} .a "$HERMES_INPUT"`, `$(jq ${inner}`, `jq '.a${inner}' "$HERMES_INPUT"`])
      expect(Array.isArray(shellReads(text))).toBe(true);
  });
});
