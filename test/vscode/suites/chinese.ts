import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { blockRuntime } from '../block-runtime.ts';
import type { Step } from '../report.ts';
import { lens, notification, openFile, pane, problems, quickInput, showHermes, spokenRows, tracePanel } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';
import { giveTrust } from './trust.ts';
import { setting } from './views.ts';

/** The same window in Simplified Chinese: no text of ours is left in English. */
export async function chinese(window: Window, step: Step): Promise<void> {
  await step('an untrusted folder says so in Chinese', async () => {
    await showHermes(window);
    await pane(window, 'Agents').getByText('信任此文件夹后可运行 agent。').waitFor();
    await window.shot('zh-welcome-untrusted');
    await giveTrust(window);
  });

  await step('welcome texts are Chinese', async () => {
    await showHermes(window);
    await pane(window, '任务').getByText('还没有任务。').waitFor();
    await window.shot('zh-welcome-no-task');
  });

  await step('the lens, the picker and the form are Chinese', async () => {
    await openFile(window, 'hello/agent.yaml');
    await lens(window, '运行').first().waitFor();
    await lens(window, '从未运行').first().waitFor();
    await window.shot('zh-lens');
    await window.start('hermesRuntime.runWithInput', { agent_path: path.join(window.folder, 'daily-report') });
    await quickInput(window).getByText('运行 daily-report').waitFor();
    await window.page.keyboard.press('Enter');
    await quickInput(window).getByText('text 为必填项').waitFor();
    await window.shot('zh-form');
    await window.page.keyboard.press('Escape');
  });

  await step('rows and panel are Chinese', async () => {
    await window.command('hermesRuntime.run', { agent_path: path.join(window.folder, 'hello') });
    await until('it succeeds', async () => (await spokenRows(window, '任务')).some((row) => row.startsWith('hello 1.0.0, 成功')));
    await window.command('hermesRuntime.openTrace');
    const panel = await tracePanel(window);
    await panel.getByText('agent 说').first().waitFor();
    await lens(window, '刚刚').first().waitFor();
    await window.shot('zh-panel');
    assert.ok((await spokenRows(window, '任务')).includes('最近'));
  });

  await step('problems are Chinese', async () => {
    await openFile(window, 'broken/agent.yaml');
    const seen = await until('a problem', async () => (await problems(window)).find(({ file }) => file === 'broken/agent.yaml'));
    assert.match(seen.message, /\p{Script=Han}/u);
    await window.command('workbench.actions.view.problems');
    await window.shot('zh-problems');
  });
}

/** States that end the window's usefulness, so they come last. */
export async function chineseStates(window: Window, step: Step): Promise<void> {
  await step('who waits for an interpreter is counted in Chinese', async () => {
    await showHermes(window);
    await setting(window, 'hermesRuntime.pythonPath', '/nowhere/python3');
    await window.command('notifications.clearAll');
    await window.command('hermesRuntime.restartRuntime');
    await pane(window, 'Agents').getByText('1 个 agent 在等 Python ≥ 3.9。').waitFor();
    await window.shot('zh-welcome-no-interpreter');
    await setting(window, 'hermesRuntime.pythonPath', undefined);
  });

  await step('a stopped runtime says so in Chinese', async () => {
    await window.command('hermesRuntime.stopRuntime');
    await pane(window, 'Agents').getByText('运行时已停止。').waitFor();
    await window.shot('zh-welcome-stopped');
  });

  await step('a runtime that cannot start says so in Chinese', async () => {
    const unblock = blockRuntime(window.profile);
    await window.start('hermesRuntime.startRuntime');
    await pane(window, 'Agents').getByText('运行时无法启动。').waitFor({ timeout: 60_000 });
    await notification(window, '运行时无法启动').waitFor();
    await window.shot('zh-welcome-failed');
    unblock();
    await window.command('notifications.clearAll');
    await window.command('hermesRuntime.startRuntime');
  });

  await step('a folder without an agent says so in Chinese', async () => {
    for (const name of readdirSync(window.folder)) rmSync(path.join(window.folder, name), { recursive: true });
    await pane(window, 'Agents').getByText('这里没有 agent。').waitFor();
    await window.shot('zh-welcome-no-agents');
  });

  await step('a window without a folder says so in Chinese', async () => {
    await window.empty();
    await showHermes(window);
    await pane(window, 'Agents').getByText('打开一个文件夹以查看其中的 agent。').waitFor();
    await window.shot('zh-welcome-no-folder');
  });
}
