import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { composeYaml } from './compose-yaml.ts';
import { readYamlEvents } from './read-events.ts';
import { readYamlTree, type YamlNode, type YamlTree } from './yaml-tree.ts';

const root = join(import.meta.dirname, '../../..');
const texts = ['agents-sample', 'contract/testdata', 'test/vscode/fixtures']
  .flatMap((folder) => globSync(`${folder}/**/*.{yaml,yml}`, { cwd: root }))
  .map((file) => readFileSync(join(root, file), 'utf8'));

/** Edits of them. A longer run by hand: set it in the environment; 100,000 gave no difference. */
const rounds = Number(process.env['HERMES_FUZZ_ROUNDS'] ?? 3_000);

const pieces = `: \n|  |- |"|'|#|{|}|[|]|,|>|&a |*a|!x |%|\t|x|1|? |<<| #c|\r\n|~|key: v\n|---\n|...\n|é|@|:|0x1f|.inf|-1e3|__proto__: 1\n`
  .split('|')
  .concat('|');

/** The tree as text; a node that an alias leads to again is a number. */
function picture(tree: YamlTree): string {
  const seen = new Map<YamlNode, number>();
  const draw = (node: YamlNode): unknown => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    seen.set(node, seen.size);
    const { start, end, size, value, entries, items } = node;
    const below =
      items?.map((item) => draw(item)) ?? [...(entries ?? [])].map(([key, entry]) => [key, entry.keyStart, entry.keyEnd, draw(entry.node)]);
    return [start, end, size, entries ? 'map' : items ? 'list' : [typeof value, String(value)], below];
  };
  return JSON.stringify([draw(tree.root), tree.tooManyAliases]);
}

/** What the other reader makes of a text. */
function slowly(text: string): string {
  const composed = composeYaml(text);
  if (composed.status !== 'composed' || composed.errors.length > 0) return 'an error';
  const [document, ...more] = composed.documents;
  if (document === undefined || more.length > 0) return 'not one document';
  const tree = readYamlTree(document, text);
  return tree.flaws.length > 0 ? 'a flaw' : picture(tree);
}

it('reads most files as they are', () => {
  const read = texts.filter((text) => typeof readYamlEvents(text) !== 'string');
  expect(read.length / texts.length).toBeGreaterThan(0.7);
});

it('gives the nodes and offsets of the other reader, or leaves a text to it', () => {
  const random = seededRandom(7);
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    let text = (texts[round % texts.length] ?? '').slice(0, 4_000);
    if (random(4) === 0) text = `${random(2) === 0 ? '# a comment | that > says # [nothing\n\n' : ''}---\n${text}`;
    for (let edits = random(3); edits > 0; edits -= 1) {
      const at = random(text.length + 1);
      text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + (random(3) === 0 ? random(12) : 0));
    }
    const tree = readYamlEvents(text);
    if (typeof tree === 'string') continue;
    read += 1;
    expect(picture(tree), text).toBe(slowly(text));
    expect(tree.root.value, text).toEqual(valueOf(text));
  }
  expect(read).toBeGreaterThan(rounds / 4);
});

function valueOf(text: string): unknown {
  const composed = composeYaml(text);
  const document = composed.status === 'composed' ? composed.documents[0] : undefined;
  return document && readYamlTree(document, text).root.value;
}
