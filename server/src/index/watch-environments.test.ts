import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Editor } from '../testing/editor.ts';

const before = process.env['XDG_DATA_HOME'];
const data = mkdtempSync(join(tmpdir(), 'hermes-data-'));
let editor: Editor | undefined;
afterAll(async () => {
  if (before === undefined) delete process.env['XDG_DATA_HOME'];
  else process.env['XDG_DATA_HOME'] = before;
  await editor?.close();
  rmSync(data, { recursive: true, force: true });
});

it('takes the problem from its line when the runtime has installed what was missing', async () => {
  process.env['XDG_DATA_HOME'] = data;
  const dependency = 'openai==1.40.0';
  const files = {
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: main.py\n  dependencies:\n    - ${dependency}\n`,
    'main.py': 'import openai\n\n\ndef execute(input_data):\n    return {}\n',
    '.venv/lib/python3.11/site-packages/openai-0.28.1.dist-info/top_level.txt': 'openai\n',
  };
  editor = await Editor.start(files, { initializationOptions: { trusted: true } });
  await editor.open('agent.yaml');
  await editor.problems('agent.yaml', ['wrong-dependency-version']);
  expect(editor.published.at(-1)?.diagnostics[0]?.range.start).toEqual({ line: 6, character: 6 });
  const actions = await editor.actions('agent.yaml', { line: 6, character: 6 });
  expect(actions.map(({ title }) => title).slice(0, 2)).toEqual(['Install the dependencies', 'Change to "openai==0.28.1"']);
  // As the runtime does it: made beside, and put in its place in one step.
  const environments = join(data, 'hermes-runtime', 'environments');
  const building = join(environments, '.building-1-1-abc');
  mkdirSync(join(building, 'site', 'openai-1.40.0.dist-info'), { recursive: true });
  writeFileSync(join(building, 'environment.json'), JSON.stringify({ requirements: [dependency] }));
  renameSync(building, join(environments, 'python-3.11.7-abc'));
  await editor.problems('agent.yaml', []);
});
