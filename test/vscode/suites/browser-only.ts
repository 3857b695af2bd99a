import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Step } from '../report.ts';
import { until } from '../until.ts';
import type { WebWindow } from '../web-window.ts';

const patient = { timeout: 60_000 };

export async function browserOnly(window: WebWindow, step: Step): Promise<void> {
  const { page } = window;

  await step('the problems of all agents are there, in files that nobody opened too', async () => {
    await open(page, 'invalid-name', 'agent.yaml');
    await page.keyboard.press('Control+Shift+M');
    await seesProblems(page, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await window.shot('web-problems');
  });

  await step('a quick fix clears its mark, and undoing it brings the mark back', async () => {
    await editor(page).click();
    await goTo(page, '1:9');
    await pressUntil(page, 'Control+.', page.locator('.action-widget').getByText('word-counter').first());
    await page.locator('.action-widget').getByText('word-counter').first().click();
    await seesProblems(page, ['missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await page.keyboard.press('Control+z');
    await seesProblems(page, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
  });

  await step('a mark comes and goes with what is typed', async () => {
    await goTo(page, '2:15');
    await page.keyboard.type('.x');
    await seesProblems(page, ['invalid-name', 'invalid-version', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await seesProblems(page, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
  });

  await step('hovers explain, and completion knows the keys', async () => {
    await goTo(page, '2:2');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:visible').getByText('as in semantic versioning').first().waitFor();
    await window.shot('web-hover');
    await page.keyboard.press('Escape');
    await goTo(page, '2:15');
    await pressUntil(
      page,
      'Enter',
      page
        .locator('.statusbar-item')
        .getByText(/Ln [3-9],/)
        .first(),
    );
    await page.keyboard.type('timeo');
    await pressUntil(page, 'Control+Space', page.locator('.suggest-widget.visible .monaco-list-row').getByText('timeout_seconds').first());
    await window.shot('web-completion');
    await page.keyboard.press('Escape');
  });

  await step('no lens offers to run', async () => {
    assert.equal(await page.locator('.codelens-decoration').count(), 0);
  });

  await step('what changes behind the editor is seen', async () => {
    await command(page, 'File: Revert File');
    await seesProblems(page, ['invalid-name', 'missing-entrypoint', 'missing-execute', 'unknown-input-key']);
    await command(page, 'Memory: Put the missing entrypoint');
    await seesProblems(page, ['invalid-name', 'missing-execute', 'unknown-input-key']);
    await command(page, 'Memory: Remove the folder of an agent');
    await seesProblems(page, ['invalid-name', 'missing-execute']);
  });

  await step('the views say why nothing runs, and so does a command', async () => {
    await showHermes(page);
    for (const title of ['Agents', 'Tasks'])
      await view(page, title).getByText('Agents cannot run in a browser-only window: there is no machine behind it.').waitFor();
    assert.equal(await view(page, 'Targets').count(), 0);
    await command(page, 'Hermes: Run Agent');
    await page.getByText('To run an agent, open its folder in VS Code on a machine.').first().waitFor();
    await window.shot('web-nothing-runs');
  });

  await step("a problem's code leads to the page about it", async () => {
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row .monaco-link').filter({ hasText: 'missing-execute' }).click();
    // As text: code-server's files have no preview of Markdown that runs in a browser.
    await page.locator('.tab.active[data-resource-name="missing-execute.md"]').waitFor();
    await editor(page).getByText('The entrypoint has no').waitFor();
    await window.shot('web-problem-page');
    await command(page, 'View: Close Editor');
  });

  await step('what is saved counts when nobody has it open any more', async () => {
    await editor(page).click();
    await goTo(page, '1:9');
    await pressUntil(page, 'Control+.', page.locator('.action-widget').getByText('word-counter').first());
    await page.locator('.action-widget').getByText('word-counter').first().click();
    await seesProblems(page, ['missing-execute']);
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await command(page, 'View: Close All Editors');
    await seesProblems(page, ['missing-execute']);
  });

  await step('in Chinese too', async () => {
    await window.load({ language: 'zh-cn' });
    await open(page, 'invalid-name', 'agent.yaml');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').getByText('没有导出 execute').first().waitFor(patient);
    await showHermes(page);
    await view(page, 'Agents').getByText('在只有浏览器的窗口中无法运行 agent').waitFor();
    await window.shot('web-chinese');
  });

  await step('an agent that is open in a window without a folder has its problems', async () => {
    await window.load({ empty: true });
    await command(page, 'Memory: Open one agent');
    await page.locator('.tab.active[data-resource-name="agent.yaml"]').waitFor(patient);
    await page.keyboard.press('Control+Shift+M');
    await seesProblems(page, ['missing-execute']);
    await editor(page).click();
    await goTo(page, '16:1');
    await page.keyboard.type('timeo');
    await pressUntil(page, 'Control+Space', page.locator('.suggest-widget.visible .monaco-list-row').getByText('timeout_seconds').first());
    await window.shot('web-no-folder');
  });

  await step('nobody but the site that serves its files was asked for anything', async () => {
    const { origin, host } = new URL(page.url());
    // Extensions run in a frame of another origin of the same site, as on vscode.dev.
    const own = new RegExp(String.raw`^GET (?:${origin}|http://v--\w+\.${host})/|^GET (?:data|blob):`);
    assert.ok(window.requests.length > 50, `${window.requests.length} requests`);
    assert.ok(window.requests.some((one) => one.startsWith('GET http://v--')));
    assert.deepEqual(
      window.requests.filter((one) => !own.test(one)),
      [],
    );
  });
}

function editor(page: Page): Locator {
  return page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
}

async function showHermes(page: Page): Promise<void> {
  await page.locator('.activitybar a.action-label[aria-label^="Hermes Runtime"]').click();
}

function view(page: Page, title: string): Locator {
  return page.locator(`.pane:has(.pane-header[aria-label^="${title}"])`);
}

async function open(page: Page, folder: string, file: string): Promise<void> {
  const row = (name: string): Locator => page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
  await row(folder).waitFor(patient);
  if ((await row(folder).getAttribute('aria-expanded')) === 'false') await row(folder).click();
  await row(file).dblclick();
  await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
}

/** The codes in the Problems view, each once, whatever their order. */
async function seesProblems(page: Page, codes: readonly string[]): Promise<void> {
  let seen: readonly string[] = [];
  await until(
    `the problems are ${codes.join(', ')}`,
    async () => {
      const texts = await page.locator('.markers-panel .monaco-list-row .marker-code').allInnerTexts();
      seen = texts.map((text) => text.replaceAll(/[()]/g, '')).toSorted();
      return JSON.stringify(seen) === JSON.stringify(codes);
    },
    60_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; they are ${seen.join(', ')}`);
  });
}

async function goTo(page: Page, place: string): Promise<void> {
  await pressUntil(page, 'Control+g', page.locator('.quick-input-widget:visible'));
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
}

async function command(page: Page, title: string): Promise<void> {
  await pressUntil(page, 'F1', page.locator('.quick-input-widget:visible'));
  await page.keyboard.type(title);
  await page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: title }).first().click();
}

/** A key that is pressed while the focus moves may be lost. */
async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await until(`${key} shows what it should`, async () => {
    await page.keyboard.press(key);
    return shown.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}
