import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from '../report.ts';
import { lens, notification, openFile, pane, problems, showHermes, spokenRows } from '../screen.ts';
import { until } from '../until.ts';
import { type Window, runtimeSocket } from '../window.ts';

/** Where strace writes every program that the window's processes execute. */
export function executedLog(profile: string): string {
  return path.join(profile, 'executed.log');
}

/** The command that the server is started under. With the kernel's own filter only `execve` costs anything. */
export function watchingExecve(profile: string): readonly string[] {
  return ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=execve', '-s', '400', '-o', executedLog(profile)];
}

/** An untrusted window: it helps with words and runs nothing. */
export async function trust(window: Window, step: Step): Promise<void> {
  await step('views say what is missing', async () => {
    await showHermes(window);
    await pane(window, 'Agents').getByText('Trust this folder to run agents.').waitFor();
    await pane(window, 'Tasks').getByText('Nothing runs in a folder that is not trusted.').waitFor();
    await window.shot('welcome-untrusted');
  });

  await step('problems and hovers work', async () => {
    await openFile(window, 'broken/agent.yaml');
    await until('a problem is shown', async () => (await problems(window)).some(({ file }) => file === 'broken/agent.yaml'));
    const hovers = await until('a hover', async () => {
      const texts = await window.vs(
        async (vscode, at) => {
          const found = await vscode.commands.executeCommand<{ contents: { value?: string }[] }[]>(
            'vscode.executeHoverProvider',
            vscode.Uri.file(at),
            { line: 0, character: 1 },
          );
          return found.flatMap(({ contents }) => contents.map((content) => content.value ?? ''));
        },
        path.join(window.folder, 'broken/agent.yaml'),
      );
      return texts.length > 0 ? texts : undefined;
    });
    assert.ok(hovers.some((text) => text.length > 0));
    await window.shot('untrusted-problems');
  });

  await step('no command runs anything', async () => {
    // A notification goes by itself after a while, and five commands may take longer.
    const told = notification(window, 'Trust this folder to run agents.').waitFor({ timeout: 60_000 });
    for (const id of ['run', 'runWithInput', 'startRuntime', 'restartRuntime', 'installDependencies']) {
      await window
        .command(`hermesRuntime.${id}`, { agent_path: path.join(window.folder, 'hello') })
        .catch(() => undefined /* Refused is as good. */);
    }
    await told;
    await window.command('notifications.clearAll');
    assert.equal(existsSync(runtimeSocket(window.profile)), false);
    assert.deepEqual(await spokenRows(window, 'Tasks'), []);
  });

  await step('nothing of the workspace was executed, and no interpreter was started', async () => {
    const executed = readFileSync(executedLog(window.profile), 'utf8').split('\n');
    // The watch works: the language server, which is ours, is in the list.
    assert.ok(
      executed.some((line) => line.includes('server.mjs')),
      'the language server was seen',
    );
    const suspicious = executed.filter((line) => {
      const program = /execve\("([^"]+)"/.exec(line)?.[1] ?? '';
      const isInterpreter = /^(?:python[\d.]*|pip[\d.]*|uv|bwrap)$/.test(path.basename(program)) && line.endsWith('= 0');
      return isInterpreter || line.includes('runtime.mjs') || program.startsWith(window.folder);
    });
    assert.deepEqual(suspicious, []);
  });

  await step('trust given is enough: agents are loaded without a reload', async () => {
    await giveTrust(window);
    await showHermes(window);
    await until('the agents are listed', async () => (await spokenRows(window, 'Agents')).some((row) => row.startsWith('hello')), 40_000);
    await openFile(window, 'hello/agent.yaml');
    await lens(window, 'Run').first().waitFor();
  });
}

/** As a person does, in the editor's own page for it. */
export async function giveTrust(window: Window): Promise<void> {
  await window.command('workbench.trust.manage');
  await window.page
    .locator('.workspace-trust-editor .monaco-button')
    .filter({ hasText: /^Trust$/ })
    .first()
    .click();
  await until('the window is trusted', async () => window.vs((vscode) => vscode.workspace.isTrusted));
}
