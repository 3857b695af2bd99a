import type { Step } from '../report.ts';
import { pane, showHermes, tracePanel } from '../screen.ts';
import type { Window } from '../window.ts';

export async function noAgents(window: Window, step: Step): Promise<void> {
  await step('a folder without an agent offers to make one', async () => {
    await showHermes(window);
    await pane(window, 'Agents').getByText('No agent here.').waitFor({ timeout: 40_000 });
    await pane(window, 'Agents').getByRole('button', { name: 'New Agent' }).waitFor();
    await window.shot('welcome-no-agents');
  });

  await step('the panel without a task says what will appear', async () => {
    await window.command('hermesRuntime.openTrace');
    await (await tracePanel(window)).getByText('No task yet.').first().waitFor();
    await window.shot('panel-empty');
  });
}

export async function walkthrough(window: Window, step: Step): Promise<void> {
  await step('the walkthrough leads from an agent to its trace', async () => {
    await window.command('workbench.action.openWalkthrough', 'hermes-runtime.hermes-runtime#start', false);
    const page = window.page.locator('.gettingStartedContainer');
    for (const title of ['Create an agent', 'Run it', 'See what it did']) await page.getByText(title).first().waitFor();
    await page.getByRole('button', { name: 'New Agent' }).first().waitFor();
    await window.shot('walkthrough');
    await window.command('workbench.action.closeAllEditors');
  });
}

export async function noFolder(window: Window, step: Step): Promise<void> {
  await step('a window without a folder says to open one', async () => {
    await window.empty();
    await showHermes(window);
    await pane(window, 'Agents').getByText('Open a folder to see its agents.').waitFor();
    await pane(window, 'Agents').getByRole('button', { name: 'Open Folder' }).waitFor();
    await window.shot('welcome-no-folder');
  });
}
