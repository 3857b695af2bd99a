import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { Editor } from './testing/editor.ts';

const agent = (name: string, entrypoint = 'gone.py'): string =>
  `name: ${name}\nversion: 1.0.0\nruntime: { type: python, entrypoint: ${entrypoint} }\n`;

let editor: Editor;
afterEach(async () => editor.close());

async function changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
  const named = (folders: readonly string[]): object[] =>
    folders.map((folder) => ({ uri: pathToFileURL(join(editor.folder, folder)).href, name: folder }));
  const event = { added: named(added), removed: named(removed) };
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

it('follows the folders of its window, and files that appear, move and vanish in them', async () => {
  editor = await Editor.start(
    { 'one/agent.yaml': agent('one'), 'two/agent.yaml': agent('two'), 'two/x/agent.yaml': agent('x') },
    { open: false },
  );
  await changeFolders(['one', 'two'], []);
  for (const file of ['one/agent.yaml', 'two/agent.yaml', 'two/x/agent.yaml']) await editor.problems(file, ['missing-entrypoint']);
  expect((await editor.symbols()).toSorted()).toEqual(['one', 'two', 'x']);

  renameSync(join(editor.folder, 'two/x'), join(editor.folder, 'one/y'));
  for (const folder of ['two/x', 'one/y']) await editor.changedOnDisk(folder);
  await editor.problems('two/x/agent.yaml', []);
  await editor.problems('one/y/agent.yaml', ['missing-entrypoint']);
  editor.write('one/y/gone.py', 'def execute(input_data):\n    return {}\n');
  await editor.changedOnDisk('one/y/gone.py');
  await editor.problems('one/y/agent.yaml', []);

  // What is open is looked at, also where no folder of the window is.
  await editor.open('two/agent.yaml', agent('two').replace('1.0.0', 'two'));
  await editor.problems('two/agent.yaml', ['invalid-version', 'missing-entrypoint']);
  await changeFolders([], ['two', 'one']);
  await editor.problems('one/agent.yaml', []);
  expect(await editor.symbols()).toEqual(['two']);
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri('two/agent.yaml') } });
  await editor.problems('two/agent.yaml', []);

  await changeFolders(['two'], []);
  await editor.problems('two/agent.yaml', ['missing-entrypoint']);
  rmSync(join(editor.folder, 'two'), { recursive: true });
  await editor.changedOnDisk('two');
  await editor.problems('two/agent.yaml', []);
});
