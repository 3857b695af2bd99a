import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from '../report.ts';
import { openFile } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';

const files = ['weather-checker/agent.yaml', 'weather-checker/main.py', 'report/agent.yaml'];
/** Agents that are there for the time of these steps: one calls another, one is renamed in. */
const added: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  report: {
    'agent.yaml': `name: report
version: 1.0.0
input_schema: { type: object, properties: { place: { type: string } } }
steps:
  - { id: weather, agent: weather-checker, input: { city: "\${{ input.place }}" } }
output: { text: "\${{ steps.weather.output.condition }}" }
`,
  },
  moved: {
    'agent.yaml': 'name: moved\nversion: 1.0.0\nruntime: { type: shell, entrypoint: main.sh }\n',
    'main.sh': '#!/bin/sh\necho {}\n',
  },
};

/** J3 4, and what becomes of an entrypoint that gets another name. */
export async function rename(window: Window, step: Step): Promise<void> {
  for (const [folder, contents] of Object.entries(added)) {
    mkdirSync(path.join(window.folder, folder), { recursive: true });
    for (const [name, text] of Object.entries(contents)) writeFileSync(path.join(window.folder, folder, name), text);
  }
  const before = files.map((file) => readFileSync(path.join(window.folder, file), 'utf8'));

  await step('F2 on a field shows what it changes in all files, and one undo takes it back', async () => {
    const { page } = window;
    await openFile(window, 'weather-checker/agent.yaml');
    await until('the server knows all places of the field', async () => (await referencesOf(window, 'city:')) === 6);
    await window.command('workbench.action.focusActiveEditorGroup');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input').first();
    await box.waitFor();
    assert.equal(await box.inputValue(), 'city');
    await box.fill('town');
    await page.keyboard.press('Control+Enter');
    const rows = page.locator('.bulk-edit-panel .monaco-list-row');
    await until('the preview shows every file', async () => {
      const shown = (await rows.allInnerTexts()).join('\n');
      return ['agent.yaml', 'main.py', 'report'].every((name) => shown.includes(name));
    });
    await window.shot('j3-4-rename');
    await window.start('refactorPreview.apply');
    await until('all places have the new name', async () => {
      const [descriptor = '', code = '', steps = ''] = await texts(window);
      const isDone =
        /^ {4}town:$/m.test(descriptor) && descriptor.includes('      town: Beijing') && descriptor.includes('required: [town]');
      return isDone && code.includes('input_data["town"]') && steps.includes('input: { town:');
    });
    await openFile(window, 'weather-checker/agent.yaml');
    await window.command('workbench.action.focusActiveEditorGroup');
    await page.keyboard.press('Control+z');
    await until('one undo took all of it back', async () => (await texts(window)).join('\0') === before.join('\0'));
  });

  await step('an entrypoint that gets another name in the explorer has it in agent.yaml', async () => {
    await window.vs(
      (vscode, { from, to }) => {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(vscode.Uri.file(from), vscode.Uri.file(to));
        void vscode.workspace.applyEdit(edit);
      },
      { from: path.join(window.folder, 'moved/main.sh'), to: path.join(window.folder, 'moved/run.sh') },
    );
    // The editor asks whether the agent's file may be changed along with it.
    await window.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: /^OK$/ }).click();
    await until('it is there', () => existsSync(path.join(window.folder, 'moved/run.sh')));
    await until('agent.yaml names it', async () => (await texts(window, ['moved/agent.yaml']))[0]?.includes('entrypoint: run.sh'));
  });
  await window.vs(async (vscode) => {
    await vscode.workspace.saveAll(true);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ input, isDirty }) => input instanceof vscode.TabInputText && !isDirty));
  });
  for (const [index, file] of files.entries()) writeFileSync(path.join(window.folder, file), before[index] ?? '');
  for (const name of Object.keys(added)) rmSync(path.join(window.folder, name), { recursive: true, force: true });
}

/** How many places the editor finds for the word in front of a text, where the cursor then is. */
async function referencesOf(window: Window, before: string): Promise<number> {
  return window.vs(async (vscode, text) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return 0;
    const at = editor.document.positionAt(editor.document.getText().indexOf(text) + 1);
    editor.selection = new vscode.Selection(at, at);
    const found = await vscode.commands.executeCommand<readonly unknown[]>('vscode.executeReferenceProvider', editor.document.uri, at);
    return found.length;
  }, before);
}

/** The files as the editor has them. */
async function texts(window: Window, of: readonly string[] = files): Promise<readonly string[]> {
  return window.vs(
    async (vscode, names) =>
      Promise.all(names.map(async (name) => (await vscode.workspace.openTextDocument(vscode.Uri.file(name))).getText())),
    of.map((file) => path.join(window.folder, file)),
  );
}
