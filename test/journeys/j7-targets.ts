import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Orchestrator } from '../vscode/orchestrator.ts';
import type { Step } from '../vscode/report.ts';
import {
  choose,
  edit,
  lens,
  notification,
  offer,
  openFile,
  pane,
  quickInput,
  save,
  showHermes,
  spokenRows,
  treeRows,
} from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J7: an agent moves to a server, with a word about its callers, and back. */
export async function j7(window: Window, orchestrator: Orchestrator, step: Step): Promise<void> {
  const name = new URL(orchestrator.url).host;

  await step('without a target the view says so, and a wrong address fails in one sentence', async () => {
    await showHermes(window);
    await pane(window, 'Targets').getByText('No target is connected').waitFor();
    await pane(window, 'Targets').getByRole('button', { name: 'Connect' }).click();
    await answer(window, 'Address of the orchestrator', 'http://127.0.0.1:9');
    await answer(window, 'Token for http://127.0.0.1:9', 'no-token');
    const refused = notification(window, '127.0.0.1:9 cannot be reached: the connection was refused.');
    await refused.getByRole('button', { name: 'Retry' }).waitFor();
    await window.command('notifications.clearAll');
  });

  await step('a target is connected by its address and token, and the token is in no file', async () => {
    await window.start('hermesRuntime.connectTarget');
    await answer(window, 'Address of the orchestrator', orchestrator.url);
    await answer(window, 'Token for', orchestrator.token);
    await row(window, 'Targets', `${name}, connected, 0 agents`);
    assert.deepEqual(filesWith(window.profile, orchestrator.token), []);
  });

  await step('an agent that is new there is pushed from its row', async () => {
    await row(window, 'Agents', 'stock, loaded');
    const agent = treeRows(window, 'Agents').filter({ hasText: 'stock' }).first();
    await agent.hover();
    await agent.getByRole('button', { name: 'Push Agent…' }).click();
    await modal(window, `stock 1.0.0 → ${name} (new there)`, 'Push');
    await notification(window, /Pushed sha256:[0-9a-f]{4}…/).waitFor({ timeout: 60_000 });
    await row(window, 'Targets', 'stock, 1.0.0, same as yours');
    await window.shot('j7-3-pushed');
    await window.command('notifications.clearAll');
  });

  await step('what breaks callers is said before, and pushed as another major version', async () => {
    await openFile(window, 'asks-node/agent.yaml');
    await edit(window, 'asks-node/agent.yaml', 'count: { type: number }', "count: { type: [number, 'null'] }");
    await edit(window, 'asks-node/agent.yaml', 'version: 1.0.0', 'version: 1.1.0');
    await save(window);
    await lens(window, 'Push').first().locator('a').filter({ hasText: 'Push' }).click();
    const shown = dialog(window, `stock 1.1.0 → ${name} 1.0.0 · breaking`);
    await shown.getByText('By its changes this is 2.0.0').waitFor({ timeout: 60_000 });
    await window.shot('j7-2-breaking');
    await shown.getByRole('button', { name: 'Push as 2.0.0' }).click();
    const pushed = notification(window, /Pushed sha256:/);
    await pushed.waitFor({ timeout: 60_000 });
    await row(window, 'Targets', 'stock, 2.0.0, same as yours');
    await pushed.getByRole('button', { name: 'Roll back' }).click();
    await notification(window, `${name} runs stock 1.0.0 again.`).waitFor({ timeout: 60_000 });
    await row(window, 'Targets', 'stock, 1.0.0, yours is ahead: 2.0.0');
    await window.command('notifications.clearAll');
  });
}

/** J7 3, and what becomes of a target that goes away: nothing was pushed, and it is back by itself. */
export async function j7Unreachable(window: Window, orchestrator: Orchestrator, step: Step): Promise<void> {
  const name = new URL(orchestrator.url).host;

  await step('a target that is gone says so, and nothing is pushed', async () => {
    await orchestrator.stop();
    await showHermes(window);
    await row(window, 'Targets', `${name}, cannot be reached: the connection was refused`);
    await window.start('hermesRuntime.push', { agent_path: path.join(window.folder, 'asks-node') });
    const said = notification(window, `${name} refused the connection. Nothing was pushed.`);
    await said.getByRole('button', { name: 'Retry' }).waitFor({ timeout: 60_000 });
    await window.shot('j7-3-unreachable');
    await window.command('notifications.clearAll');
  });

  await step('it is back by itself, and is forgotten when it is disconnected', async () => {
    await orchestrator.start();
    await row(window, 'Targets', `${name}, connected, 1 agent`);
    await window.command('hermesRuntime.disconnectTarget', `target/${orchestrator.url}`);
    await pane(window, 'Targets').getByText('No target is connected').waitFor();
  });
}

/** Types into the box that asks this. */
async function answer(window: Window, question: string, text: string): Promise<void> {
  const box = quickInput(window).filter({ hasText: question });
  await box.locator('input.input').fill(text);
  await box.locator('input.input').press('Enter');
  await box.waitFor({ state: 'hidden' });
}

export async function row(window: Window, view: string, spoken: string): Promise<void> {
  await until(`"${spoken}" is in ${view}`, async () => (await spokenRows(window, view)).some((text) => text.startsWith(spoken)), 60_000);
}

export function dialog({ page }: Window, text: string): ReturnType<Window['page']['locator']> {
  return page.locator('.monaco-dialog-box').filter({ hasText: text });
}

export async function modal(window: Window, text: string, button: string): Promise<void> {
  const shown = dialog(window, text);
  await shown.waitFor({ timeout: 60_000 });
  await shown.getByRole('button', { name: button, exact: true }).click();
}

export async function chooseExample(window: Window, text: string): Promise<void> {
  await offer(window, text).waitFor();
  await choose(window, text);
}

/** Files of the profile, which has settings, state and logs, that hold a text. */
function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() === true && stat.size < 20_000_000 && !file.includes('/extensions/') && readFileSync(file).includes(text);
    });
}
