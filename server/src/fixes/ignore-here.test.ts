import { expect, it } from 'vitest';
import type { CodeAction, Position } from 'vscode-languageserver/node';
import { inspectMethod, type Inspection } from '../service/inspect.ts';
import { Editor } from '../testing/editor.ts';

const head = (name: string): string => `name: ${name}\nversion: 1.0.0\n`;
const files = {
  'python/agent.yaml': `${head('a')}runtime:\n  type: python\n  entrypoint: main.py\nteam: a\n`.replaceAll('\n', '\r\n'),
  'python/main.py': 'import os\n\n\ndef execute(input_data):\n    return {"a": os.environ["A"]}\n',
  'node/agent.yaml': `${head('b')}runtime: { type: nodejs, entrypoint: main.mjs }\n`,
  'node/main.mjs': 'export function execute(input) {\n  return {\n    text: `\n${process.env.A}`,\n    other: process.env.B,\n  };\n}\n',
  'error/agent.yaml': `${head('c')}runtime: { type: python, entrypoint: gone.py }\ntimeout_seconds: soon\nold: |\n  A.\n`,
  'runtime-config.yaml': 'server:\n  host: 0.0.0.0\n',
};

/** What stands in a file at a line after the problem there was ignored, and what is wrong in it then. */
async function ignored(editor: Editor, file: string, at: Position): Promise<string> {
  const action = (await editor.actions(file, at)).find(({ title }: CodeAction) => title.startsWith('Ignore '));
  if (action === undefined) return 'no way to ignore it';
  const text = editor.applied(action)[file] ?? '';
  await editor.replace(file, text);
  const { problems } = await editor.ask<Inspection>(inspectMethod, file);
  const codes = problems.map(({ code, range }) => `${range.start.line}: ${code}`);
  return [action.title, JSON.stringify(text.split('\n').slice(at.line, at.line + 2)), ...codes].join('\n');
}

it('writes a comment with a place for the reason, which is marked until it is there', async () => {
  const editor = await Editor.start(files);
  try {
    for (const file of Object.keys(files)) await editor.open(file);
    await editor.symbols();
    expect(await ignored(editor, 'python/agent.yaml', { line: 5, character: 0 })).toBe(
      'Ignore unknown-key here\n["# hermes-ignore unknown-key: \\r","team: a\\r"]\n5: ignore-without-reason',
    );
    expect(await ignored(editor, 'python/main.py', { line: 4, character: 18 })).toBe(
      'Ignore environment-read here\n["    # hermes-ignore environment-read: ","    return {\\"a\\": os.environ[\\"A\\"]}"]\n4: ignore-without-reason',
    );
    // Above the line the text goes on in which it stands, and a comment would be a part of it.
    expect(await ignored(editor, 'node/main.mjs', { line: 3, character: 4 })).toBe(
      'Ignore environment-read here\n["${process.env.A}`, // hermes-ignore environment-read: ","    other: process.env.B,"]\n3: ignore-without-reason\n4: environment-read',
    );
    expect(await ignored(editor, 'node/main.mjs', { line: 4, character: 14 })).toBe(
      'Ignore environment-read here\n["    // hermes-ignore environment-read: ","    other: process.env.B,"]\n3: ignore-without-reason\n4: ignore-without-reason',
    );
    expect(await ignored(editor, 'runtime-config.yaml', { line: 1, character: 10 })).toBe(
      'Ignore open-host here\n["  # hermes-ignore open-host: ","  host: 0.0.0.0"]\n1: ignore-without-reason',
    );
    expect(await ignored(editor, 'error/agent.yaml', { line: 3, character: 18 })).toBe('no way to ignore it');
    expect(await ignored(editor, 'error/agent.yaml', { line: 4, character: 0 })).toContain('["# hermes-ignore unknown-key: ","old: |"]');
    expect(await ignored(editor, 'python/main.py', { line: 4, character: 8 })).toBe('no way to ignore it');
  } finally {
    await editor.close();
  }
});
