import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ConfigurationParams } from 'vscode-languageserver/node';
import { pathToFileURL } from 'node:url';
import { Editor } from '../testing/editor.ts';

const agent = (key: string): string => `name: ${key}-agent\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: main.py\n${key}: 1\n`;
const main = 'def execute(input_data):\n    return {}\n';
const two = { 'a/agent.yaml': agent('a'), 'a/main.py': main, 'b/agent.yaml': agent('b'), 'b/main.py': main };

/** The severities of a file's problems, as numbers of the protocol, once they are of these codes. */
async function severities(editor: Editor, file: string, codes: readonly string[]): Promise<readonly unknown[]> {
  const { diagnostics } = await editor.problems(file, codes);
  return diagnostics.map(({ severity }) => severity);
}

async function change(editor: Editor, settings: unknown): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
}

it('shows problems as an editor wants them that can only tell', async () => {
  const editor = await Editor.start(two, { initializationOptions: { rules: { 'unknown-key': 'hint', 'no-such-rule': 'error' } } });
  try {
    expect(await severities(editor, 'a/agent.yaml', ['unknown-key'])).toEqual([4]);
    await change(editor, { hermesRuntime: { rules: { 'unknown-key': 'off' } } });
    await editor.problems('a/agent.yaml', []);
    await change(editor, { 'hermesRuntime.rules': { 'unknown-key': 'information' } });
    expect(await severities(editor, 'b/agent.yaml', ['unknown-key'])).toEqual([3]);
    expect(await editor.actions('b/agent.yaml', { line: 5, character: 0 })).toEqual([]);
    await editor.open('b/agent.yaml');
    expect(
      (await editor.actions('b/agent.yaml', { line: 5, character: 0 })).flatMap(({ diagnostics }) => diagnostics ?? []),
    ).toContainEqual(expect.objectContaining({ code: 'unknown-key', severity: 3 }));
  } finally {
    await editor.close();
  }
});

it('keeps what it knows when an editor tells it something else than settings', async () => {
  const editor = await Editor.start(two, { initializationOptions: { rules: { 'unknown-key': 'error' } } });
  try {
    for (const settings of [null, undefined, [], 'x', 5, {}, { hermesRuntime: null }, { hermesRuntime: { rules: [] } }])
      await change(editor, settings);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', null as never);
    expect(await severities(editor, 'a/agent.yaml', ['unknown-key'])).toEqual([1]);
    await change(editor, { hermesRuntime: { rules: { 'unknown-key': 'loud' } } });
    await editor.connection.sendRequest('workspace/symbol', { query: '' });
    expect(await severities(editor, 'a/agent.yaml', ['unknown-key'])).toEqual([2]);
  } finally {
    await editor.close();
  }
});

/** An editor that can be asked, with settings of each folder. */
async function startAsked(answer: (folder: string) => unknown): Promise<{ editor: Editor; asked: string[] }> {
  const editor = new Editor(two);
  const asked: string[] = [];
  editor.connection.onRequest('workspace/configuration', async ({ items }: ConfigurationParams) => {
    asked.push(...items.map(({ scopeUri = '', section }) => `${section} ${scopeUri.split('/').at(-1)}`));
    return Promise.all(items.map(({ scopeUri = '' }) => answer(scopeUri.split('/').at(-1) ?? '')));
  });
  editor.connection.onRequest('client/registerCapability', () => null);
  mkdirSync(join(editor.folder, 'b'), { recursive: true });
  await editor.connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: ['a', 'b'].map((name) => ({ uri: pathToFileURL(join(editor.folder, name)).href, name })),
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true } },
    initializationOptions: { rules: { 'unknown-key': 'error' } },
  });
  await editor.connection.sendNotification('initialized', {});
  return { editor, asked };
}

it('asks once for each folder, and again when the settings change', async () => {
  const wanted: Record<string, unknown> = { a: { rules: { 'unknown-key': 'off' } }, b: { rules: { 'unknown-key': 'hint' } } };
  const { editor, asked } = await startAsked((folder) => wanted[folder]);
  try {
    expect(await severities(editor, 'b/agent.yaml', ['unknown-key'])).toEqual([4]);
    await editor.open('b/agent.yaml');
    await editor.type('b/agent.yaml', 'b: 1', 'bc: 1');
    await editor.connection.sendRequest('workspace/symbol', { query: '' });
    expect(asked.toSorted()).toEqual(['hermesRuntime a', 'hermesRuntime b']);
    // Nothing of it flashed up before the editor had answered.
    expect(editor.published.flatMap(({ uri, diagnostics }) => (uri === editor.uri('a/agent.yaml') ? diagnostics : []))).toEqual([]);
    expect(editor.published.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity))).not.toContain(1);
    [wanted['a'], wanted['b']] = [wanted['b'], wanted['a']];
    await change(editor, null);
    expect(await severities(editor, 'a/agent.yaml', ['unknown-key'])).toEqual([4]);
    await editor.problems('b/agent.yaml', []);
  } finally {
    await editor.close();
  }
});

it.each([
  ['knows no such settings', (): unknown => null],
  ['refuses to say', async (): Promise<unknown> => Promise.reject(new Error('no'))],
  ['never answers', async (): Promise<unknown> => new Promise<never>(() => undefined)],
] as const)('takes what it was told at the start where an editor %s', async (_what, answer) => {
  const { editor } = await startAsked(answer);
  try {
    expect(await severities(editor, 'a/agent.yaml', ['unknown-key'])).toEqual([1]);
  } finally {
    await editor.close();
  }
});
