import { afterEach, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

let editor: Editor;
afterEach(async () => editor.close());

const agent = `name: weather
version: 1.0.0
input_schema:
  type: object
  properties:
    cities: { type: array, items: { type: object, properties: { name: { type: string } } } }
runtime:
  type: python
  entrypoint: main.py
`;

type Named = { readonly name: string; readonly children: readonly Named[] };
const names = (symbols: readonly DocumentSymbol[]): Named[] =>
  symbols.map(({ name, children = [] }) => ({ name, children: names(children) }));

it('outlines an agent: its keys, and the fields of its schemas', async () => {
  editor = await Editor.start({ 'agent.yaml': agent, 'other/agent.yaml': 'apiVersion: v1\nkind: Pod\n' });
  await editor.open('agent.yaml');
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'agent.yaml');
  expect(names(symbols)).toEqual([
    { name: 'name', children: [] },
    { name: 'version', children: [] },
    { name: 'input_schema', children: [{ name: 'cities', children: [{ name: 'name', children: [] }] }] },
    { name: 'runtime', children: [] },
  ]);
  expect(symbols[2]).toMatchObject({ range: { start: { line: 2, character: 0 } }, selectionRange: { end: { line: 2, character: 12 } } });
  await editor.open('other/agent.yaml');
  expect(await editor.ask('textDocument/documentSymbol', 'other/agent.yaml')).toEqual([]);
});
