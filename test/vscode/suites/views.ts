import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { blockRuntime } from '../block-runtime.ts';
import type { Step } from '../report.ts';
import { choose, notification, openFile, pane, problems, quickInput, showHermes, spokenRows, tracePanel, treeRows } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';

const themes = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['hc', 'Default High Contrast'],
  ['hc-light', 'Default High Contrast Light'],
] as const;

/** Pictures of views and panel in four themes; what they show is the journeys' last state. */
export async function fourThemes(window: Window, step: Step, prefix: string): Promise<void> {
  await step('views and panel are drawn in four themes', async () => {
    await showHermes(window);
    await window.command('hermesRuntime.openTrace');
    await window.page.mouse.move(700, 5);
    for (const [name, theme] of themes) {
      await setting(window, 'workbench.colorTheme', theme);
      await window.page
        .locator(`.monaco-workbench.${name === 'hc' ? 'hc-black' : name === 'dark' ? 'vs-dark' : name === 'light' ? 'vs' : 'hc-light'}`)
        .waitFor();
      // The task's name stands in the panel once it is drawn.
      await (await tracePanel(window)).getByText(/@\d/).first().waitFor();
      await window.shot(`${prefix}-theme-${name}`);
    }
    await setting(window, 'workbench.colorTheme', 'Default Dark Modern');
  });
}

/** States between: a stopped runtime, one that cannot start, no interpreter, a new agent. */
export async function halfDone(window: Window, step: Step): Promise<void> {
  await step('a stopped runtime says so and can be started', async () => {
    await showHermes(window);
    await window.command('hermesRuntime.stopRuntime');
    await pane(window, 'Agents').getByText('Runtime stopped.').waitFor();
    await window.shot('welcome-stopped');
    await pane(window, 'Agents').getByRole('button', { name: 'Start' }).click();
    await until('the agents are back', async () => (await spokenRows(window, 'Agents')).length > 0);
  });

  await step('without an interpreter the view counts who waits', async () => {
    await setting(window, 'hermesRuntime.pythonPath', '/nowhere/python3');
    await notification(window, 'The interpreter changes').getByRole('button', { name: 'Restart' }).click();
    await pane(window, 'Agents')
      .getByText(/agents? waits? for Python ≥ 3\.9\./)
      .waitFor();
    await window.shot('welcome-no-interpreter');
    await setting(window, 'hermesRuntime.pythonPath', undefined);
    await notification(window, 'The interpreter changes').getByRole('button', { name: 'Restart' }).click();
    await until('nobody waits', async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('contract, loaded')));
  });

  await step('a failure is a badge until it was seen, and opens on its line', async () => {
    await window.command('workbench.view.explorer');
    const main = path.join(window.folder, 'contract', 'main.py');
    const code = readFileSync(main, 'utf8');
    writeFileSync(main, code.replace('def execute(input_data):\n', 'def execute(input_data):\n    raise OSError("421 try later")\n'));
    for (const count of [1, 2]) {
      await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'contract') });
      await choose(window, 'beijing');
      await window.page
        .locator('.activitybar .action-item:has([aria-label^="Hermes Runtime"]) .badge-content')
        .getByText(String(count))
        .waitFor();
    }
    await window.shot('badge-failed');
    await showHermes(window);
    // Earlier steps left the tree at a row far down; the failed ones stand first.
    await window.command('hermesRuntime.tasks.focus');
    const row = window.page.locator('.monaco-list-row[aria-label="contract, failed 2 times, OSError: 421 try later"]');
    const failure = treeRows(window, 'Tasks').filter({ hasText: 'OSError: 421 try later' }).filter({ hasText: 'main.py:5' }).first();
    // By keys: the list may still scroll under a pointer. They are pressed again while the tree is being drawn anew.
    const keys = async (...pressed: readonly string[]): Promise<void> => {
      for (const key of ['Home', ...pressed]) await window.page.keyboard.press(key);
    };
    await until('the cause is in view', async () => keys().then(() => row.isVisible()));
    await until('the cause is open', async () => {
      await keys('ArrowDown', 'ArrowRight');
      return treeRows(window, 'Tasks').filter({ hasText: 'OSError' }).nth(1).isVisible();
    });
    await until('its first task is open', async () => {
      // The first row of a cause retries all of it.
      await keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
      return failure.isVisible();
    });
    await failure.click();
    await until('its line is open', async () =>
      window.vs(
        (vscode) =>
          vscode.window.activeTextEditor?.document.uri.path.endsWith('/contract/main.py') &&
          vscode.window.activeTextEditor.selection.active.line === 4,
      ),
    );
    await window.shot('failed-by-cause');
    assert.equal(
      await window.page.locator('.activitybar .action-item:has([aria-label^="Hermes Runtime"]) .badge-content:visible').count(),
      0,
    );
    writeFileSync(main, code);
  });

  await showHermes(window);
  await step('New Agent makes one that has no problem and runs', async () => {
    await window.start('hermesRuntime.newAgent');
    const box = quickInput(window).locator('input.input');
    await box.fill('Not A Name');
    await quickInput(window).getByText('A name has 1 to 63').waitFor();
    await window.shot('new-agent-name');
    await box.fill('greeter');
    await window.page.keyboard.press('Enter');
    await choose(window, 'Node.js');
    await until('it is loaded', async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('greeter, loaded')));
    assert.deepEqual(
      (await problems(window)).filter(({ file }) => file.startsWith('greeter/')),
      [],
    );
    await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, 'greeter') });
    await choose(window, 'world');
    await until('it succeeds', async () => (await spokenRows(window, 'Tasks')).some((row) => row.startsWith('greeter 0.1.0, succeeded')));
  });

  await step('the logs open', async () => {
    await window.command('hermesRuntime.openLogs');
    await window.page.locator('.tab.active[data-resource-name="runtime.log"]').waitFor();
    await window.command('workbench.action.closeActiveEditor');
  });

  await step('a runtime that cannot start says why, with the way on', async () => {
    await window.command('hermesRuntime.stopRuntime');
    const unblock = blockRuntime(window.profile);
    await window.start('hermesRuntime.startRuntime');
    await pane(window, 'Agents').getByText('The runtime could not start.').waitFor({ timeout: 60_000 });
    await window.shot('welcome-failed');
    unblock();
    await window.command('notifications.clearAll');
    await pane(window, 'Agents').getByRole('button', { name: 'Try Again' }).click();
    await until('the agents are back', async () => (await spokenRows(window, 'Agents')).length > 0);
  });

  await step('every row of the trees can be reached by keyboard and has a name', async () => {
    await openFile(window, 'daily-report/agent.yaml');
    await window.command('hermesRuntime.agents.focus');
    await window.page.keyboard.press('Home');
    const names = new Set<string>();
    for (let count = 0; count < 4; count += 1) {
      names.add(
        await window.page
          .locator('.monaco-list:focus-within .monaco-list-row.focused')
          .first()
          .getAttribute('aria-label')
          .then((name) => name ?? ''),
      );
      await window.page.keyboard.press('ArrowDown');
    }
    assert.ok(names.size >= 3 && !names.has(''), [...names].join(' | '));
  });
}

export async function setting(window: Window, name: string, value: unknown): Promise<void> {
  await window.vs(
    async (vscode, change) => {
      await vscode.workspace.getConfiguration().update(change.name, change.value ?? undefined, vscode.ConfigurationTarget.Global);
    },
    { name, value: value ?? null },
  );
}
