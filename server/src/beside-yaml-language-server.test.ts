import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentSchema, configSchemaOf, parseYaml } from '@hermes-runtime/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompletionItem, Hover, Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';
import { Editor } from './testing/editor.ts';

// Both servers are asked at every word of every sample and fixture. Where the other one has an answer and ours has none, it would be
// worth having it behind ours; this holds that there is no such place, so that it is not shipped.

const root = join(import.meta.dirname, '../..');
const names = ['agent', 'runtime-config', 'orchestrator-config'];
const onDisk = ['agents-sample', 'test/vscode/fixtures']
  .flatMap((folder) => globSync(`${folder}/**/{${names.join(',')}}.{yaml,yml}`, { cwd: root, exclude: ['**/node_modules/**'] }))
  .toSorted()
  .map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')]);
const documents = globSync('contract/testdata/descriptor/*.yaml', { cwd: root }).flatMap((file) =>
  readFileSync(join(root, file), 'utf8')
    .split(/^---$/m)
    .map((text, index): [string, string] => [`${file.replace(/\.yaml$/, '')}/${index}/agent.yaml`, text]),
);
const anchors = `name: anchors
version: 1.0.0
x-shared: &fields
  type: object
  properties: { city: &city { type: string } }
input_schema: *fields
output_schema: { type: object, properties: { town: *city } }
runtime: &run
  type: python
  entrypoint: main.py
timeout_seconds: 1
timeout_seconds: 2
`;
const files = new Map([...onDisk, ...documents, ['anchors/agent.yaml', anchors]]);

let editor: Editor;
let other: LanguageService;
beforeAll(async () => {
  editor = await Editor.start(Object.fromEntries(files), { open: false });
  other = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('nothing is fetched')),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send: () => undefined, sendError: () => undefined, sendTrack: () => undefined },
  });
  const schemas = names.map((name) => ({
    uri: `hermes-runtime://${name}`,
    fileMatch: [`**/${name}.yaml`, `**/${name}.yml`],
    schema: name === 'agent' ? agentSchema : configSchemaOf(`${name}.yaml`),
  }));
  other.configure({ validate: false, hover: true, completion: true, schemas });
});
afterAll(async () => editor.close());

/** A place in every word, but for comments and the tags of YAML. */
function* wordsOf(text: string): Generator<{ position: Position; shown: string }> {
  for (const [line, written] of text.split('\n').entries()) {
    const code = written.replace(/(?:^|\s)#.*/, '');
    for (const { index } of code.matchAll(/(?<![!\w.$/-])[\w$&*][\w.$/-]*/g)) {
      const character = index + 1;
      yield { position: { line, character }, shown: `${written.slice(0, character)}|${written.slice(character)}` };
    }
  }
}

/** A whole map where a key of it stands already: nothing that anybody wants there. */
const wholeMap = /^(?:- \(array item\) )?(?:object\()?[A-Z]\w+\)?$/;

type Places = Map<string, string[]>;

async function askBoth(): Promise<{ answered: { ours: number; theirs: number }; hovers: Places; items: Places }> {
  const [hovers, items]: [Places, Places] = [new Map(), new Map()];
  const note = (places: Places, what: string, where: string): void => void places.set(what, [...(places.get(what) ?? []), where]);
  const answered = { ours: 0, theirs: 0 };
  for (const [file, text] of files) {
    await editor.open(file, text);
    // It offers the keys of the whole file then, wherever that is.
    const isBroken = parseYaml(text).problems.length > 0;
    // The same address is never a version twice: what it keeps of a document goes by that alone.
    const document = TextDocument.create(editor.uri(file), 'yaml', 1, text);
    for (const { position, shown } of wordsOf(text)) {
      const [ours, offered, theirs, { items: theirItems }] = await Promise.all([
        editor.ask<Hover | null>('textDocument/hover', file, { position }),
        editor.ask<CompletionItem[]>('textDocument/completion', file, { position }),
        other.doHover(document, position),
        other.doComplete(document, position, false),
      ]);
      answered.ours += (ours === null ? 0 : 1) + (offered.length > 0 ? 1 : 0);
      const useful = theirItems.filter(({ label }) => !wholeMap.test(label));
      answered.theirs += (hasText(theirs) ? 1 : 0) + (useful.length > 0 ? 1 : 0);
      const where = `${file.split('/').slice(-3).join('/')}:${position.line + 1} ${shown}`;
      if (ours === null && hasText(theirs)) note(hovers, 'a hover', where);
      if (offered.length === 0 && useful.length > 0 && !isBroken) note(items, useful.map(({ label }) => label).join(' '), where);
    }
  }
  return { answered, hovers, items };
}

/** What it says of a key that nobody knows is about the whole file. */
function hasText(hover: Hover | null): boolean {
  const contents = hover?.contents;
  if (contents === undefined || typeof contents !== 'object' || !('value' in contents)) return false;
  const [, said = ''] = /^(?:#### \w+\s*)?([\s\S]*?)\s*(?:Source: .*)?$/.exec(contents.value.trim()) ?? [];
  return said !== '' && !said.startsWith('An agent: ');
}

it('leaves yaml-language-server nothing to answer', { timeout: 300_000 }, async () => {
  const { answered, hovers, items } = await askBoth();
  expect(answered.theirs).toBeGreaterThan(2000);
  expect(answered.ours).toBeGreaterThan(answered.theirs);
  expect([...hovers.values()].flat()).toEqual([]);
  // What a whole schema may be, too, and nobody writes on purpose.
  expect([...items.keys()]).toEqual(['true false']);
});
