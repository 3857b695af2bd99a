import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Step } from '../report.ts';
import { lens, notification, pane, problems, showHermes } from '../screen.ts';
import { until } from '../until.ts';
import { filesOf } from '../web-site.ts';
import type { Window } from '../window.ts';

/** Writes down the files of the workspace `memfs:/agents`, for the probe to serve; answers where. */
export function memoryFiles(folder: string, workspace: Readonly<Record<string, string>>): string {
  const file = path.join(folder, 'memory-files.json');
  writeFileSync(file, JSON.stringify(filesOf(workspace)));
  return file;
}

/** A folder that lies on no machine, in a VS Code that has one: it helps with words, and runs nothing there. */
export async function virtualFolder(window: Window, step: Step): Promise<void> {
  const file = 'memfs:/agents/invalid-name/agent.yaml';

  await step('the problems of all agents of a virtual folder are there', async () => {
    await window.show('memfs:/agents');
    await open(window, file);
    await sees(window, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await window.command('workbench.actions.view.problems');
    await window.page.locator('.squiggly-error').first().waitFor();
    await window.shot('virtual-problems');
  });

  await step("a problem's code leads to the page about it", async () => {
    await readProblemPage(window.page, 'unknown-input-key', 'unknown-input-key');
    await window.shot('problem-page');
    await window.command('workbench.action.closeActiveEditor');
  });

  await step('there are hovers, completions and fixes there, and no lens', async () => {
    assert.match(await hover(window, file), /small|lower case letters/);
    assert.ok((await completions(window, file)).includes('timeout_seconds'));
    await fix(window, file);
    await sees(window, ['missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await window.command('workbench.action.files.save');
    assert.equal(await lenses(window, file), 0);
  });

  await step('a server that had to be started anew is told of the files again', async () => {
    const [before = 0] = servers(window);
    process.kill(before);
    await until('another server runs', () => servers(window).some((pid) => pid !== before));
    await sees(window, ['missing-entrypoint', 'missing-execute', 'unknown-input-key']);
  });

  await step('what changes there behind the editor is seen', async () => {
    await window.command('memoryFiles.put');
    await sees(window, ['missing-execute', 'unknown-input-key']);
    await window.command('memoryFiles.remove');
    await sees(window, ['missing-execute']);
  });

  await step('the views say why nothing runs there, and so does a command', async () => {
    await showHermes(window);
    for (const title of ['Agents', 'Tasks'])
      await pane(window, title).getByText('The files of this folder lie on no machine, so its agents cannot run.').waitFor();
    assert.equal(await pane(window, 'Agents').getByText('Runtime stopped').count(), 0);
    await window.start('hermesRuntime.run');
    await window.command('notifications.showList');
    await notification(window, 'To run an agent, open its folder in VS Code on a machine.').waitFor();
    await window.shot('virtual-views');
    await window.command('notifications.clearAll');
  });

  await step('beside a folder of this machine each has what it can have', async () => {
    const own = path.join(window.folder, 'own');
    const workspace = path.join(window.folder, 'both.code-workspace');
    writeFileSync(workspace, JSON.stringify({ folders: [{ uri: 'memfs:/agents' }, { path: 'own' }] }));
    // This VS Code opens a workspace without its folders now and then, when its own file system is slow to come.
    for (let tries = 0; tries < 4 && (await folders(window)) !== 2; tries += 1) await window.show(workspace);
    await open(window, 'memfs:/agents/missing-execute/agent.yaml');
    await sees(window, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key', 'unknown-key']);
    assert.equal(await lenses(window, 'memfs:/agents/missing-execute/agent.yaml'), 0);
    await open(window, `file://${own}/agent.yaml`);
    await lens(window, 'Run').first().waitFor();
    await window.shot('virtual-mixed');
  });
}

/** Files without a window of their own: what can be known of them is said. */
export async function singleFiles(window: Window, step: Step): Promise<void> {
  for (const [what, uri, codes] of [
    ['a file', `file://${window.folder}/own/agent.yaml`, ['unknown-key']],
    ['a virtual file', 'memfs:/agents/missing-execute/agent.yaml', ['missing-execute', 'unknown-key']],
  ] as const)
    await step(`${what} that is open by itself has its problems`, async () => {
      await open(window, uri);
      await sees(window, codes);
      assert.ok((await completions(window, uri)).includes('timeout_seconds'));
      await window.shot(`single-${what.replaceAll(' ', '-')}`);
    });

  await step('what is asked about a virtual file while it is still read is answered', async () => {
    await window.command('memoryFiles.slow', 300);
    const found = await window.vs(async (vscode) => {
      const { uri } = await vscode.workspace.openTextDocument(vscode.Uri.parse('memfs:/agents/unknown-input-key/agent.yaml'));
      const links = await vscode.commands.executeCommand<{ target?: unknown }[]>('vscode.executeLinkProvider', uri);
      return links.map(({ target }) => String(target));
    });
    await window.command('memoryFiles.slow', 0);
    assert.deepEqual(found, ['memfs:/agents/unknown-input-key/main.py']);
  });
}

/** The language servers of this window's extension, by their process ids. */
function servers({ profile }: Window): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (Number.isNaN(pid)) return [];
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return words.some((word) => word.startsWith(profile) && word.endsWith('/dist/server.mjs')) ? [pid] : [];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

async function folders(window: Window): Promise<number> {
  return window.vs((vscode) => vscode.workspace.workspaceFolders?.length ?? 0);
}

async function open(window: Window, uri: string): Promise<void> {
  await until(`${uri} is open`, async () =>
    window
      .vs(async (vscode, at) => {
        await vscode.window.showTextDocument(vscode.Uri.parse(at), { preview: false });
        return true;
      }, uri)
      // The file system may come a moment later than the window.
      .catch(() => false),
  );
}

/** The codes of all problems, whatever their order. */
async function sees(window: Window, codes: readonly string[]): Promise<void> {
  let seen = '';
  await until(`the problems are ${codes.join(' ')}`, async () => {
    seen = (await problems(window))
      .map(({ code }) => code)
      .toSorted()
      .join(' ');
    return seen === codes.join(' ');
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; they are ${seen}`);
  });
}

async function hover(window: Window, uri: string): Promise<string> {
  return until('a hover', async () =>
    window.vs(async (vscode, at) => {
      const found = await vscode.commands.executeCommand<{ contents: { value?: string }[] }[]>(
        'vscode.executeHoverProvider',
        vscode.Uri.parse(at),
        { line: 0, character: 1 },
      );
      return found.flatMap(({ contents }) => contents.map(({ value = '' }) => value)).join('\n');
    }, uri),
  );
}

/** What is offered on a new line at the end. */
async function completions(window: Window, uri: string): Promise<readonly string[]> {
  return window.vs(async (vscode, at) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(at));
    const { items } = await vscode.commands.executeCommand<{ items: { label: string }[] }>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().length),
    );
    return items.map(({ label }) => label);
  }, uri);
}

/** Makes the first fix for the file's first problem. */
async function fix(window: Window, uri: string): Promise<void> {
  await window.vs(async (vscode, at) => {
    const target = vscode.Uri.parse(at);
    const [first] = vscode.languages.getDiagnostics(target);
    const actions = await vscode.commands.executeCommand<{ title: string; edit?: { size: number } }[]>(
      'vscode.executeCodeActionProvider',
      target,
      first?.range,
      'quickfix',
    );
    await vscode.workspace.applyEdit(actions.find(({ edit }) => edit !== undefined)?.edit as never);
  }, uri);
}

async function lenses(window: Window, uri: string): Promise<number> {
  return window.vs(
    async (vscode, at) => (await vscode.commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', vscode.Uri.parse(at))).length,
    uri,
  );
}

/** Clicks on the code of a problem in the Problems view, and waits for the page about it as it is meant to be read. */
async function readProblemPage(page: Page, code: string, heading: string): Promise<void> {
  await page.locator('.markers-panel .monaco-list-row .monaco-link').filter({ hasText: code }).first().click();
  await until(
    `the page about ${code} is shown`,
    async () => {
      const count = await page.locator('iframe.webview.ready').count();
      for (let index = 0; index < count; index += 1) {
        const inner = page.frameLocator(`iframe.webview.ready >> nth=${index}`).frameLocator('iframe#active-frame');
        const shown = await inner
          .getByRole('heading', { name: heading })
          .count()
          .catch(() => 0);
        if (shown > 0) return true;
      }
      return false;
    },
    60_000,
  );
}
