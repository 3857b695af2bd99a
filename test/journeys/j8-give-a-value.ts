import assert from 'node:assert/strict';
import path from 'node:path';
import type { Step } from '../vscode/report.ts';
import { choose, edit, lens, notification, offer, openFile, save, showHermes, spokenRows, tracePanel, treeRows } from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J8 3: what a replay asks for and nobody recorded is given by hand, under the debugger and without one, and is marked. */
export async function j8GiveAValue(window: Window, step: Step): Promise<void> {
  await step('under the debugger, what was not recorded is said at once, and can be given', async () => {
    await giveUnderDebugger(window, 'asks-late', 'late', 'j8-3');
  });

  await step('in Python too', async () => {
    await giveUnderDebugger(window, 'asks-late-python', 'snake', 'j8-3-python');
  });

  await step('without one, the row and the panel have the button', async () => {
    await openFile(window, 'asks-late/main.mjs');
    await edit(window, 'asks-late/main.mjs', '!isWatched', 'isWatched');
    await save(window);
    await window.start('hermesRuntime.replayWithMyCode');
    await choose(window, /late.*RangeError: nobody looks/s);
    await rowOf(window, /^late.*failed.*with my code.*no answer in the recording/);
    await showHermes(window);
    const row = treeRows(window, 'Tasks')
      .filter({ hasText: 'no answer' })
      .or(treeRows(window, 'Tasks').filter({ hasText: 'with my code' }));
    await row.first().click();
    const panel = await tracePanel(window);
    await panel.getByRole('button', { name: 'Give a value' }).waitFor();
    await window.shot('j8-3-panel');
    await lieStill(window);
    await until('Give a Value is clicked', async () => {
      await row.first().hover();
      const clicked = row.first().getByRole('button', { name: 'Give a Value…' }).click({ timeout: 2_000 });
      return clicked.then(
        () => true,
        () => false,
      );
    });
    await answer(window, '{ "status": 200, "body": { "left": 7 } }');
    await rowOf(window, /^late.*succeeded.*with my code/);
    await showHermes(window);
    await treeRows(window, 'Tasks').filter({ hasText: 'with my code' }).first().click();
    await panel.getByText('0 live effects · 0 served · 1 given by hand').waitFor();
    await window.shot('j8-3-given');
  });
}

/** Fails, is debugged, asks for more, gets it by hand, and succeeds. */
async function giveUnderDebugger(window: Window, folder: string, name: string, shot: string): Promise<void> {
  await showHermes(window);
  await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, folder) });
  await offer(window, 'nothing').waitFor();
  await choose(window, 'nothing');
  await rowOf(window, new RegExp(`^${name}.*failed.*nobody looks`));
  await lieStill(window);
  const row = treeRows(window, 'Tasks').filter({ hasText: name }).first();
  // Rows move as tasks end, and the buttons go from a row that no longer lies under the pointer.
  await until('Debug is clicked', async () => {
    await row.hover();
    const clicked = row.getByRole('button', { name: 'Debug' }).click({ timeout: 2_000 });
    return clicked.then(
      () => true,
      () => false,
    );
  });
  const said = notification(window, 'Not recorded: GET shop.example/stock/9');
  await said.waitFor({ timeout: 60_000 });
  await window.shot(`${shot}-not-recorded`);
  await said.getByRole('button', { name: 'Give a value' }).click();
  await answer(window, '{ "status": 200, "headers": {}, "body": { "left": 4 } }', `${shot}-answer`);
  await rowOf(window, new RegExp(`^${name}.*succeeded.*exact replay`));
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
  // A lens is drawn anew after an edit, and a click in that moment goes nowhere.
  await until('the answer is used', async () => {
    if (!(await isOpen(window))) return true;
    await lens(window, 'Use it: answer GET shop.example/stock/9')
      .click({ timeout: 2_000 })
      .catch(() => undefined /* It has gone meanwhile. */);
    return false;
  });
}

async function isOpen(window: Window): Promise<boolean> {
  return window.vs((vscode) => vscode.window.visibleTextEditors.some(({ document }) => document.isUntitled));
}

async function rowOf(window: Window, text: RegExp): Promise<void> {
  await until(`a row ${text.source}`, async () => (await spokenRows(window, 'Tasks')).some((row) => text.test(row)), 60_000);
}

/** A button of a row that is being drawn anew acts on nothing: twenty looks in a row see the same. */
async function lieStill(window: Window): Promise<void> {
  let before = '';
  let same = 0;
  await until('the rows lie still', async () => {
    const now = (await spokenRows(window, 'Tasks')).join('\n');
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= 20;
  });
}
