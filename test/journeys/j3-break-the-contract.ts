import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from '../vscode/report.ts';
import { type SeenProblem, edit, openFile, problems, save, showHermes, spokenRows } from '../vscode/screen.ts';
import { setting } from '../vscode/suites/views.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J3 1 to 3 and 5: each mistake gives one problem with one fix. */
export async function j3(window: Window, step: Step): Promise<void> {
  await step('requests2.31.0 is answered with the spelling that was meant', async () => {
    await openFile(window, 'contract/agent.yaml');
    await breakAndMend(window, 'contract/agent.yaml', 'requests==2.31.0', 'requests2.31.0', /requests==2\.31\.0/, 'j3-1-dependency');
  });

  await step('a key that the schema does not have is answered with the one that was meant', async () => {
    await openFile(window, 'contract/main.py');
    await breakAndMend(window, 'contract/main.py', `input_data["city"]`, `input_data["cty"]`, /cty.*city/, 'j3-2-key');
  });

  await step('the host environment is answered with a secret input', async () => {
    const files = ['contract/main.py', 'contract/agent.yaml'].map((name) => path.join(window.folder, name));
    const originals = files.map((file) => readFileSync(file, 'utf8'));
    await openFile(window, 'contract/main.py');
    const before = await problems(window);
    await edit(window, 'contract/main.py', `token = "none"`, `token = os.environ["NOTION_TOKEN"]`);
    const problem = await theOne(window, before, /environment/);
    await quickFix(window, problem, 'j3-3-environment');
    await until('the fix took the read away', async () => (await problems(window)).every((now) => now.code !== problem.code));
    const [, descriptor = ''] = await Promise.all(files.map(async (file) => textOf(window, file)));
    assert.match(descriptor, /notion_token:[\s\S]*writeOnly: true/);
    // The fix touches two files, and the editor may save them by itself.
    await save(window);
    // A buffer that is still dirty would not follow the disk.
    await window.vs((vscode) => vscode.workspace.saveAll(true));
    await until('nothing is unsaved', async () =>
      window.vs((vscode) => vscode.workspace.textDocuments.every((document) => !document.isDirty)),
    );
    for (const [index, file] of files.entries()) writeFileSync(file, originals[index] ?? '');
    await until(
      'both files are as before',
      async () => (await Promise.all(files.map(async (file) => textOf(window, file)))).join() === originals.join(),
    );
  });

  await step('an import that fails is on its line, and the last good version serves on', async () => {
    await showHermes(window);
    await window.command('hermesRuntime.installDependencies', { agent_path: path.join(window.folder, 'contract') });
    await until('it is loaded', async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('contract, loaded')), 30_000);
    await openFile(window, 'contract/main.py');
    await edit(window, 'contract/main.py', 'import os', 'import os, no_such_module_here');
    await save(window);
    const problem = await until('the failure is on its line', async () =>
      // That no dependency brings the module is said at once, and of the same line.
      (await problems(window)).find(({ message }) => message.includes('ModuleNotFoundError') && message.includes('no_such_module_here')),
    );
    assert.equal(problem.file, 'contract/main.py');
    assert.equal(problem.line, 1);
    assert.match(problem.message, /still serving [0-9a-f]{4}/);
    await until('the tree says so', async () =>
      (await spokenRows(window, 'Agents')).some((row) => /^contract, not loaded.*still serving/.test(row)),
    );
    await window.command('workbench.actions.view.problems');
    await window.shot('j3-5-import');
    await edit(window, 'contract/main.py', 'import os, no_such_module_here', 'import os');
    await save(window);
    await until('it is loaded again', async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('contract, loaded')));
    await until('the problem is gone', async () =>
      (await problems(window)).every(({ message }) => !message.includes('no_such_module_here')),
    );
  });
}

/** J3 5, the dependency's side: feedparser 6.0.10 needs a module that Python 3.13 no longer has. */
export async function j3Dependency(window: Window, step: Step, python: string): Promise<void> {
  await step('a dependency that breaks while it is imported is on its own line', async () => {
    const folder = path.join(window.folder, 'feeds');
    mkdirSync(folder);
    const descriptor =
      'name: feeds\nversion: 1.0.0\nruntime:\n  type: python\n  entrypoint: main.py\n  dependencies:\n    - feedparser==6.0.10\n';
    writeFileSync(path.join(folder, 'agent.yaml'), descriptor);
    writeFileSync(path.join(folder, 'main.py'), 'import feedparser\n\n\ndef execute(input_data):\n    return {}\n');
    await setting(window, 'hermesRuntime.pythonPath', python);
    await window.command('notifications.clearAll');
    await window.command('hermesRuntime.restartRuntime');
    await showHermes(window);
    await until(
      'it waits for its dependency',
      async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('feeds, waits')),
      40_000,
    );
    await openFile(window, 'feeds/agent.yaml');
    await window.command('hermesRuntime.installDependencies', { agent_path: folder });
    const problem = await until(
      'the failure is shown',
      async () => (await problems(window)).find(({ message }) => message.includes("'cgi'")),
      40_000,
    );
    assert.match(problem.message, /^ModuleNotFoundError: No module named 'cgi' \(feedparser\/encodings\.py:29\)/);
    assert.deepEqual([problem.file, problem.line], ['feeds/agent.yaml', 7]);
    assert.equal((await problems(window)).filter(({ file }) => file.startsWith('feeds/')).length, 1);
    await until('the tree says not loaded', async () =>
      (await spokenRows(window, 'Agents')).some((row) => row.startsWith('feeds, not loaded')),
    );
    await window.command('workbench.actions.view.problems');
    await window.shot('j3-5-dependency');
    await setting(window, 'hermesRuntime.pythonPath', undefined);
    await window.command('notifications.clearAll');
    await window.command('hermesRuntime.restartRuntime');
  });
}

async function breakAndMend(window: Window, file: string, from: string, to: string, message: RegExp, shot: string): Promise<void> {
  const before = await problems(window);
  await edit(window, file, from, to);
  const problem = await theOne(window, before, message);
  await quickFix(window, problem, shot);
  await until(`${file} has ${from} again`, async () => (await textOf(window, path.join(window.folder, file))).includes(from));
  await until('the fix mended it', async () => {
    const now = await problems(window);
    return now.length === before.length && !now.some(({ code }) => code === problem.code);
  });
}

/** A file as the editor has it, saved or not. */
async function textOf(window: Window, file: string): Promise<string> {
  return window.vs(async (vscode, at) => (await vscode.workspace.openTextDocument(vscode.Uri.file(at))).getText(), file);
}

/** Exactly one problem is new. */
async function theOne(window: Window, before: readonly SeenProblem[], message: RegExp): Promise<SeenProblem> {
  const isNew = (problem: SeenProblem): boolean =>
    !before.some((old) => old.file === problem.file && old.code === problem.code && old.message === problem.message);
  await until('a problem is shown', async () => (await problems(window)).some((problem) => isNew(problem)));
  const fresh = (await problems(window)).filter((problem) => isNew(problem));
  assert.equal(fresh.length, 1, JSON.stringify(fresh));
  const [problem] = fresh;
  assert.ok(problem);
  assert.match(problem.message, message);
  return problem;
}

/** Opens the light bulb's menu on the problem's line, as a person does with the keyboard, and takes the first fix. */
async function quickFix(window: Window, { line, code }: SeenProblem, shot: string): Promise<void> {
  const { page } = window;
  await window.vs((vscode, wanted) => {
    const editor = vscode.window.activeTextEditor;
    const found =
      editor &&
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .find((one) => String(typeof one.code === 'object' ? one.code.value : one.code) === wanted);
    if (editor && found) editor.selection = new vscode.Selection(found.range.start, found.range.start);
  }, code);
  await window.command('workbench.action.focusActiveEditorGroup');
  const menu = page.locator('.action-widget').first();
  await until(`the fixes of line ${line} are shown`, async () => {
    await page.keyboard.press('Control+.');
    return menu
      .locator('.monaco-list-row.action')
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await window.shot(shot);
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'hidden' });
}
