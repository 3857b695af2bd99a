import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemCodes } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { codesWithoutFix } from '../testing/codes-without-fix.ts';
import { fixableCodes } from './quick-fixes.ts';

const golden = join(import.meta.dirname, '../../testdata/fixes-of-broken-samples.txt');

/** Those whose fix is what the rule itself says was meant. */
const meant = ['entrypoint-case', 'input-not-object', 'unknown-keyword'];

/** Those that no sample shows: what is installed, and the configurations, are elsewhere. Each has a test of its own beside this one. */
const elsewhere = new Set([
  'entrypoint-case',
  'missing-dependency',
  'not-yet-enforced',
  'open-cors',
  'open-host',
  'unknown-value',
  'wrong-dependency-version',
]);

it('has a fix for every code, or a reason why not', () => {
  expect([...new Set([...fixableCodes, ...meant, ...Object.keys(codesWithoutFix)])].toSorted()).toEqual(problemCodes);
  expect(Object.keys(codesWithoutFix).filter((code) => fixableCodes.includes(code))).toEqual([]);
});

it('has seen each of them mend a file', () => {
  const shown = new Set(readFileSync(golden, 'utf8').match(/^[a-z-]+(?=: )/gm));
  expect([...fixableCodes, ...meant].filter((code) => !shown.has(code) && !elsewhere.has(code))).toEqual([]);
});
