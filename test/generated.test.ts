import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemCodes } from '@hermes-runtime/contract';
import { expect, test } from 'vitest';
import { generate, generateForContract } from '../scripts/generate.ts';
import { ruleTexts, withRuleNames, withRuleTexts } from '../scripts/rule-names.ts';

test.each<[room: string, generate: (out: string) => Promise<void> | void]>([
  ['schemas', generate],
  ['contract', generateForContract],
])('the committed files of %s are what the schemas generate', async (room, generateInto) => {
  const fresh = mkdtempSync(join(tmpdir(), 'hermes-generated-'));
  try {
    await generateInto(fresh);
    expect(readFolder(fresh)).toEqual(readFolder(join(import.meta.dirname, `../${room}/src/generated`)));
  } finally {
    rmSync(fresh, { recursive: true });
  }
});

test('the manifest names the rules that there are, each with the first sentence of its page', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '../client', file), 'utf8');
  expect(withRuleNames(read('package.json'))).toBe(read('package.json'));
  expect(withRuleTexts(read('package.nls.json'))).toBe(read('package.nls.json'));
  expect(Object.keys(ruleTexts())).toEqual(problemCodes);
  for (const text of Object.values(ruleTexts())) expect(text).toMatch(/^\S.*\.$/);
});

function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
