import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Step } from '../report.ts';
import { openFile, problems } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';

/** Somebody who has an empty file, and knows no key of it. */
export async function fromNothing(window: Window, step: Step): Promise<void> {
  const { page } = window;

  await step('an empty agent.yaml becomes a whole agent, and its code is one fix away', async () => {
    mkdirSync(path.join(window.folder, 'counter'));
    writeFileSync(path.join(window.folder, 'counter/agent.yaml'), '');
    await openFile(window, 'counter/agent.yaml');
    await page.locator('.monaco-editor .view-lines').first().click();
    await pressUntil(window, 'Control+Space', suggestion(window, 'agent (Python)'));
    await suggestion(window, 'agent (Python)').click();
    await sees(window, ['missing-entrypoint']);
    await page.keyboard.press('Escape');
    await goTo(window, 'main.py');
    await pressUntil(window, 'Control+.', fix(window, 'Create main.py'));
    await fix(window, 'Create main.py').click();
    await sees(window, []);
    await save(window);
  });

  await step('a key that opens a map offers what may stand in it', async () => {
    await goTo(window, 'timeout_seconds');
    await window.command('editor.action.insertLineAfter');
    await page.keyboard.type('retr');
    await pressUntil(window, 'Control+Space', suggestion(window, 'retry'));
    await suggestion(window, 'retry').click();
    await suggestion(window, 'max_attempts').waitFor();
    await window.shot('from-nothing-map');
    await suggestion(window, 'max_attempts').click();
    await page.keyboard.type('3');
    await sees(window, []);
    await save(window);
  });

  await step('the code completes the fields, and a misspelt one is mended', async () => {
    await openFile(window, 'counter/main.py');
    await page.locator('.monaco-editor .view-lines').first().click();
    await window.vs(async (vscode, text) => {
      const editor = vscode.window.activeTextEditor;
      await editor?.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text));
    }, 'def execute(input_data):\n    return {"wrds": len(input_data[""])}\n');
    await goTo(window, '""');
    await pressUntil(window, 'Control+Space', suggestion(window, 'text'));
    await suggestion(window, 'text').click();
    await sees(window, ['missing-output-key']);
    await goTo(window, 'wrds');
    await pressUntil(window, 'Control+.', fix(window, 'Change to "words"'));
    await window.shot('from-nothing-fix');
    await fix(window, 'Change to "words"').click();
    await sees(window, []);
    await save(window);
  });

  await step('F2 gives a field another name in all of its places', async () => {
    await goTo(window, 'text"');
    const box = page.locator('.rename-box input').first();
    await pressUntil(window, 'F2', box);
    await box.fill('sentence');
    await box.press('Enter');
    await until('the code has it', async () => (await textOf(window)).includes('input_data["sentence"]'));
    await save(window);
    await openFile(window, 'counter/agent.yaml');
    const text = await textOf(window);
    const places = [...text.matchAll(/[[ ](text|sentence)[:\]]/g)].map(([, word]) => word);
    assert.deepEqual(places, ['sentence', 'sentence', 'sentence']);
    await sees(window, []);
  });
}

function suggestion({ page }: Window, label: string): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();
}

function fix({ page }: Window, title: string): Locator {
  return page.locator('.action-widget').getByText(title).first();
}

/** Puts the cursor into the first place of a text. */
async function goTo(window: Window, text: string): Promise<void> {
  await window.vs(async (vscode, wanted) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const place = editor.document.positionAt(editor.document.getText().indexOf(wanted) + 1);
    editor.selection = new vscode.Selection(place, place);
  }, text);
}

async function save(window: Window): Promise<void> {
  await until('all is saved', async () => {
    await window.command('workbench.action.files.saveAll');
    return window.vs((vscode) => vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });
}

async function textOf(window: Window): Promise<string> {
  return window.vs((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');
}

async function sees(window: Window, codes: readonly string[]): Promise<void> {
  let seen = '';
  await until(`the problems are ${codes.join(' ')}`, async () => {
    seen = (await problems(window)).map(({ code }) => code).join(' ');
    return seen === codes.join(' ');
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; they are ${seen}`);
  });
}

/** A key that is pressed while the focus moves may be lost. */
async function pressUntil(window: Window, key: string, shown: Locator): Promise<void> {
  await until(`${key} shows what it should`, async () => {
    if (await shown.isVisible()) return true;
    await window.page.keyboard.press(key);
    return shown.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}
