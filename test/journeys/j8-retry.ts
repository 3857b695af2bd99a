import assert from 'node:assert/strict';
import path from 'node:path';
import type { Step } from '../vscode/report.ts';
import { choose, notification, offer, showHermes, spokenRows, treeRows } from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J8 4: what failed for one cause is run again together, after a look at what it did, and each task once. */
export async function j8Retry(window: Window, step: Step): Promise<void> {
  await step('tasks that failed alike are retried with one click, and only once', async () => {
    await fail(window);
    await fail(window);
    const cause = treeRows(window, 'Tasks').filter({ hasText: 'no weight' }).first();
    const action = treeRows(window, 'Tasks').filter({ hasText: /Retry \d+ tasks with this failure/ });
    // The tree may be drawn anew under the click.
    await until('the cause shows what can be done', async () => {
      if ((await cause.getAttribute('aria-expanded')) !== 'true') await cause.locator('.monaco-tl-twistie').click();
      return action.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    const count = Number(/Retry (\d+) tasks/.exec(await action.innerText())?.[1]);
    assert.ok(count >= 2);
    await window.shot('j8-4-retry');
    await action.click();
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), new RegExp(`Run ${count} tasks of weights again, live\\?[^]*They changed nothing outside`));
    await window.shot('j8-4-asked');
    await dialog.getByRole('button', { name: 'Run live' }).click();
    await notification(window, `${count} of ${count} accepted`).waitFor();
    // They failed alike again, and are what is left to retry.
    await until('all of them failed again', async () => (await failures(window)) === 2 * count);
    await treeRows(window, 'Tasks')
      .filter({ hasText: `Retry ${count} tasks with this failure` })
      .waitFor();
  });
}

async function fail(window: Window): Promise<void> {
  await showHermes(window);
  const before = await failures(window);
  await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'debugged-node') });
  await offer(window, 'a weight is missing').waitFor();
  await choose(window, 'a weight is missing');
  await until('it failed', async () => (await failures(window)) > before);
}

/** As its row counts them. */
async function failures(window: Window): Promise<number> {
  const row = (await spokenRows(window, 'Tasks')).find((spoken) => /^weights.*failed/.test(spoken) && !spoken.includes('replay')) ?? '';
  return row === '' ? 0 : Number(/failed (\d+) times/.exec(row)?.[1] ?? 1);
}
