import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Step } from '../vscode/report.ts';
import { edit, notification, offer, openFile, choose, quickInput, showHermes, spokenRows, tracePanel, treeRows } from '../vscode/screen.ts';
import { call } from '../vscode/stop-runtime.ts';
import { until } from '../vscode/until.ts';
import { type Window, runtimeSocket } from '../vscode/window.ts';

/** J4 2 and 5: the run that hides nothing, and a request from outside. */
export async function j4(window: Window, step: Step): Promise<void> {
  await step('rss-monitor runs against the flaky site and ends with findings', async () => {
    await showHermes(window);
    await openFile(window, 'rss-monitor/main.py');
    await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'rss-monitor') });
    const install = notification(window, 'Needs ').getByRole('button', { name: 'Install' });
    await until(
      'it asks for its dependencies or its input',
      async () => (await install.isVisible()) || (await quickInput(window).isVisible()),
    );
    if (await install.isVisible()) await install.click();
    await offer(window, 'demo site').waitFor({ timeout: 80_000 });
    await choose(window, 'demo site');
    await until(
      'it succeeded with findings',
      async () => (await spokenRows(window, 'Tasks')).some((row) => row.startsWith('rss-monitor 2.0.0, succeeded with findings')),
      60_000,
    );
  });

  await step('its findings are rows with their source lines', async () => {
    const row = treeRows(window, 'Tasks').filter({ hasText: 'rss-monitor' }).first();
    await row.click();
    await window.page.keyboard.press('ArrowRight');
    const spoken = await until('the findings are listed', async () => {
      const rows = await spokenRows(window, 'Tasks');
      return rows.some((text) => text.startsWith('Retried')) ? rows : undefined;
    });
    console.log(`     ${spoken.join('\n     ')}`);
    for (const head of ['Retried', 'Skipped', 'Dropped', 'Garbled']) {
      assert.ok(
        spoken.some((text) => text.startsWith(head) && /main\.py:\d+/.test(text)),
        `${head} with a line`,
      );
    }
    await window.shot('j4-2-tree');
  });

  await step('a click on the garbled row selects its line', async () => {
    const row = treeRows(window, 'Tasks')
      .filter({ hasText: /“.*” → “/ })
      .first();
    const place = /main\.py:(\d+)/.exec((await row.getAttribute('aria-label')) ?? '')?.[1];
    await row.click();
    await until('the line is selected', async () => (await selection(window)) === `main.py:${place}`);
    await window.shot('j4-2-line');
  });

  await step('the panel says what the agent says and what the runtime saw', async () => {
    await window.command('hermesRuntime.openTrace');
    const panel = await tracePanel(window);
    await panel.getByText('agent says').first().waitFor();
    const text = await until('the panel has the task', async () => {
      const shown = await panel.locator('body').innerText();
      return shown.includes('rss-monitor') ? shown : undefined;
    });
    for (const words of ['synced', 'tries', 'skipped', 'dropped', 'garbled']) assert.ok(text.includes(words), `${words} in ${text}`);
    await window.shot('j4-2-panel');
  });

  await step('a click in the panel opens the line, and the cursor selects the row', async () => {
    const panel = await tracePanel(window);
    const link = panel.getByText(/^main\.py:\d+$/).last();
    const place = await link.innerText();
    await link.click();
    await until('the line is open', async () => (await selection(window)) === place);
    const other = (
      await panel
        .getByText(/^main\.py:\d+$/)
        .first()
        .innerText()
    ).trim();
    assert.notEqual(other, place);
    await moveCursor(window, Number(other.split(':')[1]));
    await until('the row is selected', async () => (await panel.locator('[aria-selected="true"]').filter({ hasText: other }).count()) > 0);
    await window.shot('j4-2-cursor');
  });

  await step('Copy as curl holds no secret', async () => {
    const task = await newest(window);
    await window.command('hermesRuntime.copyCurl', `task/${task.task_id}`);
    const text = await window.vs((vscode) => vscode.env.clipboard.readText());
    assert.match(text, /^curl .*--unix-socket/);
    assert.match(text, /\$NOTION_TOKEN/);
    assert.doesNotMatch(text, /demo-notion-token/);
  });

  await step('Run Again gives the task a new row', async () => {
    const before = await newest(window);
    await window.start('hermesRuntime.runAgain', `task/${before.task_id}`);
    // The example's token was a literal: it is gone from the store, so the person is asked for it, once.
    const box = quickInput(window).locator('input[type="password"]');
    await box.waitFor();
    await window.shot('j4-secret');
    await box.fill('demo-notion-token');
    await window.page.keyboard.press('Enter');
    await until('a new task', async () => (await newest(window)).task_id !== before.task_id);
    assert.ok(!JSON.stringify(await newest(window)).includes('demo-notion-token'));
  });

  await step('mended, it is replayed from its recording with no live effect and one finding less', async () => {
    const before = await newest(window);
    await edit(
      window,
      'rss-monitor/main.py',
      'fetch(input_data["rss_url"]).text',
      'fetch(input_data["rss_url"]).content.decode("gb18030")',
    );
    await window.command('hermesRuntime.openTrace', `task/${before.task_id}`);
    const panel = await tracePanel(window);
    // The task that was run again takes its time.
    await panel.getByText('Replay', { exact: true }).click({ timeout: 60_000 });
    await window.shot('j4-3-modes');
    await panel.getByRole('button', { name: /^With my code/ }).click();
    const receipt = await until(
      'the receipt is there',
      async () => {
        const text = await panel
          .locator('.replay-strip')
          .innerText({ timeout: 500 })
          .catch(() => '');
        return text.includes('findings') ? text : undefined;
      },
      60_000,
    );
    console.log(`     ${receipt.replaceAll('\n', ' ')}`);
    for (const words of ['replay with my code', 'input equal', 'code different', '0 live effects', 'findings 4 → 3'])
      assert.ok(receipt.includes(words), words);
    await window.shot('j4-3-receipt');
  });

  await step('saved as a test, it passes in the Testing view', async () => {
    const panel = await tracePanel(window);
    await panel.getByRole('button', { name: 'Save as test' }).click();
    const box = quickInput(window).locator('input[type="text"]');
    await box.waitFor();
    await box.fill('garbled-sku');
    await window.page.keyboard.press('Enter');
    await notification(window, 'Saved as garbled-sku.case.json').waitFor();
    await window.command('workbench.view.testing.focus');
    const row = window.page.locator('.test-explorer .monaco-list-row').filter({ hasText: 'rss-monitor' }).first();
    await row.waitFor();
    await window.command('testing.runAll');
    await until('the test passed', async () => /passed/i.test((await row.getAttribute('aria-label')) ?? ''), 30_000);
    await window.shot('j4-4-test');
    await showHermes(window);
  });

  await step('a curl call from outside is a row in the editor', async () => {
    const socket = runtimeSocket(window.profile);
    const listening = await call(socket, 'POST', '/api/v1/listen', JSON.stringify({ host: '127.0.0.1', port: 0 }));
    assert.ok(typeof listening === 'object' && listening !== null && 'url' in listening);
    const token = execFileSync(process.execPath, [path.join(extensionFolder(window), 'dist', 'runtime.mjs'), 'token'], {
      encoding: 'utf8',
      env: xdgOf(window),
    }).trim();
    const before = Date.now();
    const body = JSON.stringify({ agent_name: 'daily-report', input: { text: 'one\ntwo' } });
    const answer: unknown = JSON.parse(
      execFileSync(
        'curl',
        [
          '-sS',
          '-X',
          'POST',
          `${String(listening.url).replace(/\/$/, '')}/api/v1/tasks`,
          '-H',
          'Content-Type: application/json',
          '-H',
          `Authorization: Bearer ${token}`,
          '-d',
          body,
        ],
        { encoding: 'utf8' },
      ),
    );
    console.log(`     curl answered after ${Date.now() - before} ms`);
    assert.ok(typeof answer === 'object' && answer !== null && 'status' in answer && 'task_id' in answer, JSON.stringify(answer));
    assert.equal(answer.status, 'queued');
    await until('the row is there', async () => (await spokenRows(window, 'Tasks')).some((row) => row.startsWith('daily-report 1.0.0')));
    await window.shot('j4-5-curl');
  });
}

async function newest(window: Window): Promise<{ readonly task_id: string }> {
  const tasks = await call(runtimeSocket(window.profile), 'GET', '/api/v1/tasks?limit=1');
  if (!Array.isArray(tasks)) throw new Error('no tasks');
  const [task]: readonly { readonly task_id: string }[] = tasks;
  if (!task) throw new Error('no task');
  return task;
}

async function selection(window: Window): Promise<string | undefined> {
  return window.vs((vscode) => {
    const editor = vscode.window.activeTextEditor;
    return editor && `${editor.document.uri.path.split('/').at(-1) ?? ''}:${editor.selection.active.line + 1}`;
  });
}

/** The arrow keys move the cursor, as a person's do: a cursor that is set by a program is not followed. */
async function moveCursor(window: Window, line: number): Promise<void> {
  await window.command('workbench.action.focusActiveEditorGroup');
  const from = Number((await selection(window))?.split(':')[1] ?? 1);
  const key = line > from ? 'ArrowDown' : 'ArrowUp';
  for (let moved = 0; moved < Math.abs(line - from); moved += 1) await window.page.keyboard.press(key);
}

function extensionFolder({ profile }: Window): string {
  return path.join(profile, 'extensions', 'hermes-runtime.hermes-runtime-0.1.0');
}

function xdgOf({ profile }: Window): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XDG_RUNTIME_DIR: path.join(profile, 'run'),
    XDG_DATA_HOME: path.join(profile, 'share'),
    XDG_STATE_HOME: path.join(profile, 'state'),
  };
}
