import assert from 'node:assert/strict';
import path from 'node:path';
import { letItEnd, valueThere, whereStopped } from '../vscode/debugger.ts';
import { startGate } from '../vscode/gate.ts';
import type { Orchestrator } from '../vscode/orchestrator.ts';
import type { Step } from '../vscode/report.ts';
import { edit, lens, notification, openFile, save, showHermes, spokenRows, tracePanel, treeRows } from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';
import { chooseExample, modal, row } from './j7-targets.ts';

/** J8 1, 2 and 4 on another machine: what failed there stops here, in its own code, and what mends it is tried on its traffic. */
export async function j8Targets(window: Window, orchestrator: Orchestrator, step: Step): Promise<void> {
  const name = new URL(orchestrator.url).host;
  const failedThere = treeRows(window, 'Tasks').filter({ hasText: name }).first();
  const seen: { task?: string } = {};

  await step('Run goes to the target that is used, and its task is in the same tree', async () => {
    await showHermes(window);
    const there = treeRows(window, 'Targets').filter({ hasText: name }).first();
    await there.hover();
    await there.getByRole('button', { name: 'Use as Target' }).click();
    await window.page
      .locator('.statusbar-item')
      .filter({ hasText: `Run goes to ${name}` })
      .waitFor();
    await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'asks-node') });
    await chooseExample(window, 'no number');
    await until(
      'it failed there',
      async () => (await spokenRows(window, 'Tasks')).some((text) => /^stock 1\.0\.0, failed.*no number/.test(text) && text.includes(name)),
      60_000,
    );
    await window.shot('j8-1-failed-there');
  });

  await step('Debug fetches case and code, and stops at the raising line of exactly that code', async () => {
    await failedThere.hover();
    await failedThere.getByRole('button', { name: 'Debug' }).click();
    await notification(
      window,
      /Case: input · 1 exchange · code sha256:[0-9a-f]{4} \(1 file differs from yours\) · Network off · 0 live effects/,
    ).waitFor({ timeout: 60_000 });
    const stop = await whereStopped(window);
    assert.deepEqual([path.basename(stop.path), stop.line], ['main.mjs', 4]);
    assert.ok(!stop.path.startsWith(window.folder), stop.path);
    assert.equal(await valueThere(window, 'said'), "'demo data'");
    // It is read here, and neither run nor pushed from here.
    assert.equal(await lens(window, 'Push').count(), 0);
    await window.shot('j8-2-from-there');
    await letItEnd(window);
    await window.command('notifications.clearAll');
  });

  await step('my code is tried on what happened there', async () => {
    await openFile(window, 'asks-node/main.mjs');
    await edit(window, 'asks-node/main.mjs', "throw new RangeError('no number')", 'return 0');
    await save(window);
    await showHermes(window);
    const id = await until('the id of the task', async () => taskAt(orchestrator));
    seen.task = id;
    await window.start('hermesRuntime.replayWithMyCode', `task/${id}`);
    await notification(window, `✓ succeeded; ${name} failed at main.mjs:4`).waitFor({ timeout: 60_000 });
    await window.command('notifications.clearAll');
  });

  await step('what somebody else starts there appears, opens in the panel, and can be canceled', async () => {
    const gate = await startGate();
    try {
      const id = await submitThere(orchestrator, gate.url);
      await until(
        'it runs',
        async () => (await spokenRows(window, 'Tasks')).some((text) => text.startsWith('stock 1.0.0, running') && text.includes(name)),
        60_000,
      );
      await window.command('hermesRuntime.openTrace', `task/${id}`);
      await (await tracePanel(window)).getByText('stock').first().waitFor({ timeout: 60_000 });
      await window.start('hermesRuntime.cancel', `task/${id}`);
      await until(
        'it is canceled',
        async () => (await spokenRows(window, 'Tasks')).some((text) => text.startsWith('stock 1.0.0, canceled') && text.includes(name)),
        60_000,
      );
    } finally {
      await gate.close();
    }
  });

  await step('the task runs there once more', async () => {
    await window.start('hermesRuntime.runAgain', `task/${seen.task}`);
    await row(window, 'Tasks', 'stock, failed 2 times');
  });

  await step('a link of the console asks once whether to trust its target, and debugs', async () => {
    const link = `/debug?target=${encodeURIComponent(orchestrator.url)}&task=${seen.task}`;
    await openLink(window, link);
    await modal(window, `Do you trust ${orchestrator.url}?`, 'Trust and Debug');
    const stop = await whereStopped(window);
    assert.deepEqual([path.basename(stop.path), stop.line], ['main.mjs', 4]);
    await letItEnd(window);
    await window.command('notifications.clearAll');
  });
}

async function taskAt({ url, token }: Orchestrator): Promise<string | undefined> {
  const response = await fetch(`${url}/api/v1/tasks?status=failed`, { headers: { authorization: `Bearer ${token}` } });
  const [task] = (await response.json()) as { task_id: string }[];
  return task?.task_id;
}

async function submitThere({ url, token }: Orchestrator, asked: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/tasks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ agent_name: 'stock', input: { url: asked } }),
  });
  const { task_id } = (await response.json()) as { task_id: string };
  return task_id;
}

/** As the system hands a link to the editor, which asks whether the extension may have it. */
async function openLink(window: Window, link: string): Promise<void> {
  await window.vs((vscode, rest) => {
    const uri = vscode.Uri.parse(`${vscode.env.uriScheme}://hermes-runtime.hermes-runtime${rest}`);
    void vscode.commands.executeCommand('vscode.open', uri);
  }, link);
}
