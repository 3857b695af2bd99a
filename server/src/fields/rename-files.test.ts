import { expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { Editor } from '../testing/editor.ts';

const files = {
  'runtime-config.yaml': 'agent:\n  search_path: [./agents, more/]\n',
  'agents/weather/agent.yaml': `name: weather
version: 1.0.0
runtime: { type: python, entrypoint: "src/main.py" } # src/main.py
permissions:
  read: [./src/data/, ../shared, /etc/hosts, "src/*.csv"]
`,
  'agents/weather/src/main.py': 'def execute(input_data):\n    return {}\n',
  'agents/weather/src/data/a.txt': '',
  'agents/shared/b.txt': '',
  'more/other/agent.yaml': 'name: other\nversion: 1.0.0\nruntime: { type: python, entrypoint: ./main.py }\n',
  'more/other/main.py': 'def execute(input_data):\n    return {}\n',
};

const renames: readonly (readonly [string, string, string, Readonly<Record<string, readonly string[]>>])[] = [
  ['the file of an entrypoint', 'more/other/main.py', 'more/other/agent.py', { 'more/other/agent.yaml': ['./agent.py'] }],
  [
    'a file that moves into a folder',
    'more/other/main.py',
    'more/other/src/new main.py',
    { 'more/other/agent.yaml': ['./src/new main.py'] },
  ],
  ['a folder of the agent', 'agents/weather/src', 'agents/weather/code', { 'agents/weather/agent.yaml': ['code/main.py', './code/data/'] }],
  ['what a permission names', 'agents/shared', 'agents/common', { 'agents/weather/agent.yaml': ['../common'] }],
  ['an agent that goes deeper', 'agents/weather', 'agents/eu/weather', { 'agents/weather/agent.yaml': ['../../shared'] }],
  ['a folder of agents', 'more', 'rest', { 'runtime-config.yaml': ['rest/'] }],
  ['a file that leaves its agent', 'more/other/main.py', 'more/main.py', {}],
  ['an agent as a whole', 'more/other', 'more/another', {}],
  ['what nobody names', 'agents/shared/b.txt', 'agents/shared/c.txt', {}],
];

it('writes the new names of files and folders where an agent or a configuration names them', { timeout: 60_000 }, async () => {
  const editor = await Editor.start(files);
  try {
    expect(editor.initialized.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(2);
    for (const [what, from, to, expected] of renames) {
      const edit = await editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: editor.uri(from), newUri: editor.uri(to) }],
      });
      const written: Record<string, string[]> = {};
      for (const change of edit?.documentChanges ?? []) {
        if (!('edits' in change)) continue;
        const file = change.textDocument.uri.slice(editor.uri('').length).replace(/^\//, '');
        written[file] = change.edits.map((one) => ('newText' in one ? one.newText : ''));
      }
      expect(written, what).toEqual(expected);
    }
  } finally {
    await editor.close();
  }
});

it('looks at what is open, and holds the edit to that', { timeout: 60_000 }, async () => {
  const editor = await Editor.start(files);
  try {
    await editor.open('more/other/agent.yaml');
    await editor.type('more/other/agent.yaml', './main.py', 'code.py');
    const ask = async (from: string): Promise<WorkspaceEdit | null> =>
      editor.connection.sendRequest('workspace/willRenameFiles', {
        files: [{ oldUri: editor.uri(from), newUri: editor.uri('more/other/x.py') }],
      });
    expect(await ask('more/other/main.py')).toBeNull();
    const textDocument = { uri: editor.uri('more/other/agent.yaml'), version: 2 };
    expect(await ask('more/other/code.py')).toMatchObject({ documentChanges: [{ textDocument, edits: [{ newText: 'x.py' }] }] });
  } finally {
    await editor.close();
  }
});
