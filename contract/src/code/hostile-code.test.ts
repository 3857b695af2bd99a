import type { Position } from '@hermes-runtime/schemas';
import { describe, expect, it } from 'vitest';
import { indexLines } from '../descriptor/line-index.ts';
import type { CodeLanguage } from './code-facts.ts';
import { createCodeReader, readCode } from './read-code.ts';

const languages = ['python', 'javascript', 'typescript'] as const;

const seeds: Readonly<Record<CodeLanguage, string>> = {
  python:
    'import os\nfrom a import (b as c, d)\n@x\ndef execute(input_data: dict, /, *a, k=1, **kw) -> dict:\n    r = {"a": input_data["x"], **b}\n    r["c"] = os.environ.get("T", "d")\n    match input_data:\n        case {"k": v}: pass\n    return r if v else dict(a=1)\n',
  javascript:
    'import { env as e } from "node:process";\nexport async function execute({ a, b: { c } = {}, ...rest }, k = 1) {\n  const r = { a: e.T ?? `x${rest["y"]}`, ...b };\n  r.c = process.env["T"];\n  return cond ? r : { a };\n}\nmodule.exports = { execute };\n',
  typescript:
    'export const execute = (async (input: In): Promise<Out> => {\n  const { a, b = 1 }: In = input!;\n  (input as Other).c++;\n  return { a, b: input?.d ?? process.env.X } satisfies Out;\n}) as Fn;\nexport { run as execute } from "./x.ts";\n',
};

const pieces = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '`',
  '\n',
  '\r\n',
  '\r',
  '    ',
  '\t',
  ':',
  ',',
  '=',
  '.',
  '${',
  '*',
  '/',
  '#',
  '//',
  '/*',
  '"""',
  'def execute(',
  'export ',
  'yield ',
  'return ',
  'lambda x: ',
  '🌧',
  '\\',
  '\0',
  '\ud800',
  'input_data',
  '?.',
  '=>',
  'class A:',
  'async ',
];

describe.each(languages)('reading broken %s', { timeout: 60_000 }, (language) => {
  it('never throws, and every range lies in the text, over 200 random edits', () => {
    const random = createRandom(20_260_101);
    let text = seeds[language];
    for (let round = 0; round < 200; round += 1) {
      if (round % 30 === 0) text = seeds[language];
      const at = random(text.length + 1);
      const piece = pieces[random(pieces.length)] ?? '';
      text = text.slice(0, at) + (random(3) === 0 ? '' : piece) + text.slice(at + random(4));
      const facts = readCode(text, language);
      const lines = indexLines(text);
      for (const { start, end } of rangesIn(facts)) {
        expect(lines.positionAt(lines.offsetAt(start))).toEqual(start);
        expect(lines.positionAt(lines.offsetAt(end))).toEqual(end);
        expect(lines.offsetAt(start)).toBeLessThanOrEqual(lines.offsetAt(end));
      }
    }
  });

  it('gives the same answer after each of 200 edits as afresh', () => {
    const random = createRandom(42);
    const read = createCodeReader();
    let text = seeds[language];
    for (let round = 0; round < 200; round += 1) {
      if (round % 20 === 0) text = seeds[language];
      const at = random(text.length + 1);
      const piece = random(2) === 0 ? (pieces[random(pieces.length)] ?? '') : 'x';
      text = text.slice(0, at) + piece + text.slice(at + random(2));
      expect(read(text, language)).toEqual(readCode(text, language));
    }
  });
});

// The two dialects of JavaScript have one parser.
describe.each(['python', 'typescript'] as const)('reading hostile %s', { timeout: 60_000 }, (language) => {
  it.each([
    ['brackets', '['.repeat(200_000)],
    ['parentheses', 'f('.repeat(20_000)],
    ['signs', `x = ${'-'.repeat(200_000)}1`],
    ['additions', `x = ${'1 + '.repeat(20_000)}1`],
    ['members', `x${'.a'.repeat(20_000)}`],
    ['templates', '`${'.repeat(2000)],
    ['one long string', `"${'x'.repeat(200_000)}`],
    ['a text that is too long', 'x = 1\n'.repeat(60_000)],
    ['names', 'execute '.repeat(2000)],
    [
      'one name in a long list',
      `${language === 'python' ? 'def execute(d): ' : 'export function execute(d) { '}return f(${'d, '.repeat(50_000)})${language === 'python' ? '' : ' }'}`,
    ],
    [
      'one name in a long list whose call may change it',
      `${language === 'python' ? 'def execute(d): ' : 'export function execute(d) { '}f(${'d, '.repeat(50_000)})${language === 'python' ? '' : ' }'}`,
    ],
    ['nothing', ''],
  ])('comes to an end with %s', (_, text) => {
    expect(readCode(text, language).language).toBe(language);
  });
});

/** Every object with a start and an end, wherever it is in the facts. */
function rangesIn(value: unknown): { start: Position; end: Position }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [value as { start: Position; end: Position }];
  return Object.values(value).flatMap((inner) => rangesIn(inner));
}

/** The same numbers on every machine (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
