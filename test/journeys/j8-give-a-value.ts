import assert from 'node:assert/strict';
import path from 'node:path';
import type { Step } from '../vscode/report.ts';
import { choose, edit, lens, notification, offer, save, showHermes, spokenRows, tracePanel, treeRows } from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J8 3: what a replay asks for and nobody recorded is given by hand, under the debugger and without one, and is marked. */
export async function j8GiveAValue(window: Window, step: Step): Promise<void> {
  await step('under the debugger, what was not recorded is said at once, and can be given', async () => {
    await showHermes(window);
    await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'asks-late') });
    await offer(window, 'nothing').waitFor();
    await choose(window, 'nothing');
    await rowOf(window, /^late.*failed.*nobody looks/);
    const row = treeRows(window, 'Tasks').filter({ hasText: 'late' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Debug' }).click();
    const said = notification(window, 'Not recorded: GET shop.example/stock/9');
    await said.waitFor({ timeout: 60_000 });
    await window.shot('j8-3-not-recorded');
    await said.getByRole('button', { name: 'Give a value' }).click();
    await answer(window, '{ "status": 200, "headers": {}, "body": { "left": 4 } }', 'j8-3-answer');
    await rowOf(window, /^late.*succeeded.*exact replay/);
  });

  await step('without one, the row and the panel have the button', async () => {
    await edit(window, 'asks-late/main.mjs', '!isWatched', 'isWatched');
    await save(window);
    await window.start('hermesRuntime.replayWithMyCode');
    await choose(window, /nobody looks/);
    await rowOf(window, /^late.*failed.*with my code.*no answer in the recording/);
    await showHermes(window);
    const row = treeRows(window, 'Tasks')
      .filter({ hasText: 'no answer' })
      .or(treeRows(window, 'Tasks').filter({ hasText: 'with my code' }));
    await row.first().click();
    const panel = await tracePanel(window);
    await panel.getByRole('button', { name: 'Give a value' }).waitFor();
    await window.shot('j8-3-panel');
    await row.first().hover();
    await row.first().getByRole('button', { name: 'Give a Value…' }).click();
    await answer(window, '{ "status": 200, "body": { "left": 7 } }');
    await rowOf(window, /^late.*succeeded.*with my code/);
    await showHermes(window);
    await treeRows(window, 'Tasks').filter({ hasText: 'with my code' }).first().click();
    await panel.getByText('0 live effects · 0 served · 1 given by hand').waitFor();
    await window.shot('j8-3-given');
  });
}

/** Writes the answer into the document that was opened for it, and uses it. */
async function answer(window: Window, text: string, shot?: string): Promise<void> {
  await lens(window, 'Use it: answer GET shop.example/stock/9').waitFor();
  if (shot !== undefined) await window.shot(shot);
  const started = await window.vs(async (vscode, written) => {
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document;
    const before = document?.getText() ?? '';
    const whole = new vscode.Range(0, 0, document?.lineCount ?? 0, 0);
    await editor?.edit((builder) => builder.replace(whole, written));
    return before;
  }, text);
  assert.deepEqual(JSON.parse(started), { status: 200, headers: { 'content-type': 'application/json' }, body: {} });
  await lens(window, 'Use it: answer GET shop.example/stock/9').click();
}

async function rowOf(window: Window, text: RegExp): Promise<void> {
  await until(`a row ${text.source}`, async () => (await spokenRows(window, 'Tasks')).some((row) => text.test(row)), 60_000);
}
