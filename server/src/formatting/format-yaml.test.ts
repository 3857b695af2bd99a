import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { formatYaml } from './format-yaml.ts';

function check(before: string, after: string, indent = 2): void {
  expect(formatYaml(before, { indent })).toBe(after);
  expect(formatYaml(after, { indent })).toBe(after);
}

it('sets columns and spaces, and keeps words, quotes, comments, blank lines and the order of keys', () => {
  check(
    `# First
version:   1.10   
name : 'weather'   # its name


runtime:
    type: "python"
    # where it begins
    entrypoint:    main.py
    dependencies:
    -   requests==2.31.0
    # the feed
    -   "feedparser"
input_schema: {type: object,properties: {city: {type: string , enum: [ Oslo,"Rome" ]}},required: [city,]}
empty: {   }
`,
    `# First
version: 1.10
name: 'weather'   # its name


runtime:
  type: "python"
  # where it begins
  entrypoint: main.py
  dependencies:
    - requests==2.31.0
    # the feed
    - "feedparser"
input_schema: { type: object, properties: { city: { type: string, enum: [Oslo, "Rome"] } }, required: [city,] }
empty: {}
`,
  );
});

it('moves the lines of a text along with their key, and changes no space in it', () => {
  check(
    `a:
      b: |
         one

           two   
      # after
      c: >-
        folded
        text
      d: "quoted
        over lines"
      e: plain
        goes on
`,
    `a:
  b: |
     one

       two   
  # after
  c: >-
    folded
    text
  d: "quoted
    over lines"
  e: plain
    goes on
`,
  );
  check('a:\n    - k: |2\n        x\n', 'a:\n  - k: |2\n      x\n');
});

it('keeps brackets over several lines, anchors and aliases', () => {
  check(
    'a: &x\n   b: [\n     1,   # one\n     2\n   ]\nc: {  x: *x , y: 1,\n  d: *x }\ne:\n- - 1\n  -   2\n-    k: 1\n     l: 2\n',
    'a: &x\n  b: [\n    1,   # one\n    2\n  ]\nc: { x: *x , y: 1,\n  d: *x }\ne:\n  - - 1\n    - 2\n  - k: 1\n    l: 2\n',
  );
});

it('puts a comment with the block that it stands in', () => {
  check(
    'a:\n    b: 1\n    # of a\n# of c\nc:\n# of the list\n- 1\n# of the file\n',
    'a:\n  b: 1\n  # of a\n# of c\nc:\n  # of the list\n  - 1\n# of the file\n',
  );
});

it('takes the width that the editor has, and ends the file with one line break of its own kind', () => {
  check(
    'a:\r\n  b:\r\n  - 1\r\n  - x: 1\r\n    y: 2\r\n\r\n\r\n',
    'a:\r\n    b:\r\n        - 1\r\n        - x: 1\r\n          y: 2\r\n',
    4,
  );
  check('a: 1', 'a: 1\n');
  check('a: 1\r\nb: 2', 'a: 1\r\nb: 2\r\n');
  check('a: |+\n  x\n\n\n', 'a: |+\n  x\n\n\n');
  check('', '');
});

it.each([
  ['is broken', 'a: [1\nb: 2\n'],
  ['has a tab for a space', 'a:\t1\n'],
  ['has a key of its own kind', '? a\n: 1\n'],
  ['has several documents', 'a: 1\n---\nb: 2\n'],
  ['has a mark of its byte order', '\ufeffa: 1\n'],
  ['is too deep', `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
])('leaves a text alone that %s', (_what, text) => {
  expect(formatYaml(text, { indent: 2 })).toBeUndefined();
});

const root = join(import.meta.dirname, '../../..');
const texts = ['agents-sample', 'contract/testdata'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => readFileSync(join(root, folder, file), 'utf8').split(/^---$/m)),
);

const commentsIn = (text: string): number => text.match(/#/g)?.length ?? 0;

it('loses neither a value nor a comment of any sample and fixture, and of 20 mutations of each', () => {
  let formattedOnes = 0;
  let state = 7;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const inserts = [' ', '  ', '\n', '# c\n', '- ', ': ', ', ', '"', "'", '[', '}', '|\n', '\n\n    ', '&a ', '*a', 'é', '🙂', '#'];
  for (const text of texts) {
    const lines = text.split('\n');
    const mutations = Array.from({ length: 20 }, (_, index) => {
      if (index % 4 === 0) return lines.map((line) => line.replace(/^ +/, (spaces) => spaces.repeat(index / 4 + 1))).join('\n');
      const at = random(text.length + 1);
      return text.slice(0, at) + inserts[random(inserts.length)] + text.slice(at + (index % 3));
    });
    for (const variant of [text, ...mutations]) {
      const formatted = formatYaml(variant, { indent: index(variant) });
      if (formatted === undefined) continue;
      formattedOnes += 1;
      expect(parseYaml(formatted).value, variant).toEqual(parseYaml(variant).value);
      expect(commentsIn(formatted), variant).toBe(commentsIn(variant));
      expect(formatYaml(formatted, { indent: index(variant) }), variant).toBe(formatted);
    }
  }
  // Most of them are whole, or the test would show nothing.
  expect(formattedOnes).toBeGreaterThan(texts.length * 10);
});

/** Two columns, or four. */
function index(text: string): number {
  return text.length % 2 === 0 ? 2 : 4;
}
