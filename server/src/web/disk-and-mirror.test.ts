import { filesMethod, type FilesParams } from '@hermes-runtime/schemas/lsp';
import { expect, it } from 'vitest';
import { Editor } from '../testing/editor.ts';

const agent = (name: string, more = ''): string =>
  `name: ${name}\nversion: 1.0.0\nruntime:\n  type: nodejs\n  entrypoint: main.mjs\n  dependencies: [left-pad@1.3.0]\n${more}`;
const code = "import 'left-pad';\nexport function execute() {\n  return {};\n}\n";

async function send(editor: Editor, files: Readonly<Record<string, string>>, ...gone: readonly string[]): Promise<void> {
  const params: FilesParams = { files: Object.entries(files).map(([uri, text]) => ({ uri, text })), gone };
  await editor.connection.sendNotification(filesMethod, params);
}

it('checks the files of a disk and beside them those that an editor sends, each in its own folder', async () => {
  const editor = await Editor.start(
    { 'a/agent.yaml': agent('same', 'tema: 1\n') },
    { args: ['--virtual-files'], folders: ['memfs:/agents'] },
  );
  try {
    await send(editor, {
      'memfs:/agents/a/agent.yaml': agent('same'),
      'memfs:/agents/b/agent.yaml': agent('other', 'tema: 1\n'),
      'memfs:/agents/b/main.mjs': code,
    });
    // What is installed is known of a disk alone.
    await editor.problems('a/agent.yaml', ['missing-entrypoint', 'missing-dependency', 'unknown-key']);
    await editor.problems('memfs:/agents/a/agent.yaml', ['missing-entrypoint']);
    await editor.problems('memfs:/agents/b/agent.yaml', ['unknown-key']);
    await editor.open('memfs:/agents/b/agent.yaml', agent('other', 'tema: 1\n'));
    expect(await editor.hover('memfs:/agents/b/agent.yaml', { line: 0, character: 8 })).toContain('other');
    await send(editor, { 'memfs:/agents/a/main.mjs': code }, 'memfs:/agents/b/main.mjs');
    await editor.problems('memfs:/agents/a/agent.yaml', []);
    await editor.problems('memfs:/agents/b/agent.yaml', ['missing-entrypoint', 'unknown-key']);
  } finally {
    await editor.close();
  }
});

it('says nothing of an address that is no file to an editor that sends none', async () => {
  const editor = await Editor.start({ 'agent.yaml': agent('own') });
  try {
    await editor.open('git:/agent.yaml', agent('older', 'tema: 1\n'));
    await send(editor, { 'git:/agent.yaml': agent('older') });
    await editor.open('agent.yaml', agent('own', 'tema: 1\n'));
    await editor.problems('agent.yaml', ['missing-entrypoint', 'missing-dependency', 'unknown-key']);
    expect(editor.published.filter(({ uri }) => uri.startsWith('git:'))).toEqual([]);
  } finally {
    await editor.close();
  }
});
