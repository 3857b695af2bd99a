import type { SentFile } from '@hermes-runtime/schemas/lsp';
import { expect, test } from 'vitest';
import { agentFilesBelow, type Budget, type Entry, type FileSystem, fullBudget } from './agent-files.ts';

/** Files by their paths, as a virtual file system. */
function memory(files: Readonly<Record<string, string>>): FileSystem<string> {
  return {
    entriesOf: async (folder) => {
      const found = new Map<string, Entry<string>>();
      for (const path of Object.keys(files).filter((one) => one.startsWith(`${folder}/`))) {
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        found.set(name, { name, address: `${folder}/${name}`, kind: rest.length === 0 ? 'file' : 'folder' });
      }
      return [...found.values()];
    },
    textOf: async (file) => files[file],
    uriOf: (path) => `memfs:${path}`,
  };
}

/** The batches in which the files come, one line for each; `=` before a text. */
async function check(files: Readonly<Record<string, string>>, expected: readonly string[], budget: Budget = fullBudget()): Promise<void> {
  const batches: string[] = [];
  const shown = ({ uri, text }: SentFile): string => uri.slice('memfs:/w/'.length) + (text === undefined ? '' : `=${text}`);
  for await (const batch of agentFilesBelow(memory(files), '/w', budget)) batches.push(batch.map((file) => shown(file)).join(' '));
  expect(batches).toEqual(expected);
}

test('the files of an agent come at once, with the texts that a rule may read', () =>
  check({ '/w/a/agent.yaml': 'A', '/w/a/main.py': 'M', '/w/a/data/x.png': 'P', '/w/b/agent.yml': 'B', '/w/notes.md': 'N' }, [
    'a/agent.yaml=A a/main.py=M a/data/x.png',
    'b/agent.yml=B',
  ]));

test('a configuration comes wherever it lies', () => check({ '/w/deploy/runtime-config.yaml': 'R' }, ['deploy/runtime-config.yaml=R']));

test('what was installed beside an agent is not read', () =>
  check({ '/w/agent.yaml': 'A', '/w/node_modules/x/agent.yaml': 'X', '/w/.venv/lib/y.py': 'Y' }, ['agent.yaml=A']));

test('no more is read than was agreed on', async () => {
  const files = { '/w/a/agent.yaml': 'AAAA', '/w/a/main.py': 'M', '/w/a/x.png': 'X', '/w/b/agent.yaml': 'B' };
  await check(files, ['a/agent.yaml=AAAA a/main.py=M a/x.png'], { ...fullBudget(), folders: 2 });
  await check(files, ['a/agent.yaml=AAAA a/main.py=M', 'b/agent.yaml=B'], { ...fullBudget(), files: 0 });
  await check(files, ['a/agent.yaml=AAAA a/main.py=M a/x.png', 'b/agent.yaml'], { ...fullBudget(), characters: 1 });
  await check(files, [], { ...fullBudget(), folders: 0 });
});

test('an agent of which only a half may be read is not sent', () =>
  check({ '/w/agent.yaml': 'A', '/w/src/main.py': 'M', '/w/src/more/x.py': 'X' }, [], { ...fullBudget(), folders: 2 }));
