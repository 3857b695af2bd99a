import assert from 'node:assert/strict';
import path from 'node:path';
import { letItEnd } from '../vscode/debugger.ts';
import type { Step } from '../vscode/report.ts';
import { choose, lens, notification, offer, openFile, showHermes, spokenRows, treeRows } from '../vscode/screen.ts';
import { until } from '../vscode/until.ts';
import type { Window } from '../vscode/window.ts';

/** J8 2 to 4 and 5, on this machine: a failed task stops where it failed, with what it had, and nothing runs for real. */
export async function j8(window: Window, step: Step): Promise<void> {
  await step('a failed Python task asks for its debugger, and installs it', async () => {
    await showHermes(window);
    await fail(window, 'debugged-python', 'prices', 'a price is missing');
    await debugFailed(window, 'prices');
    const offered = notification(window, 'needs debugpy');
    await offered.waitFor();
    await window.shot('j8-5-no-debugger');
    await offered.getByRole('button', { name: 'Install' }).click();
    const stop = await stopped(window, 80_000);
    assert.deepEqual([stop.file, stop.line], ['main.py', 3]);
  });

  await step('it stands on the raising line, with its locals and no frame of ours', async () => {
    assert.equal(await valueOf(window, 'item'), '{}');
    assert.equal(await valueOf(window, 'factor'), '2');
    const { frames } = await stopped(window);
    assert.deepEqual(frames, ['main.py:3', 'main.py:9']);
    // Spaces of an inline value are hard ones.
    await until('values stand in the lines', async () => /factor\s=\s2/.test(await window.page.locator('.view-lines').first().innerText()));
    await window.shot('j8-2-python');
    await letItEnd(window);
  });

  await step('the replay failed as the task did, with nothing live', async () => {
    await showHermes(window);
    const rows = await until('its row', async () => {
      const all = await spokenRows(window, 'Tasks');
      return all.some((row) => row.startsWith('prices') && row.includes('exact replay')) ? all : undefined;
    });
    assert.ok(
      rows.some((row) => /prices .*failed.*exact replay.*KeyError/.test(row)),
      rows.join('\n'),
    );
  });

  await step('the failing line says how often, and debugs it', async () => {
    await openFile(window, 'debugged-python/main.py');
    await lens(window, 'failed 1× · Debug with this input').waitFor();
    await window.shot('j8-failing-line');
  });

  await step('a breakpoint of a person holds', async () => {
    await breakpoint(window, 'debugged-python/main.py', 2);
    await debugFailed(window, 'prices');
    const stop = await stopped(window);
    assert.deepEqual([stop.file, stop.line], ['main.py', 2]);
    assert.equal(await valueOf(window, 'item'), "{'amount': 2}");
    await clearBreakpoints(window);
    await window.command('workbench.action.debug.stop');
    await window.page.locator('.debug-toolbar').waitFor({ state: 'hidden', timeout: 60_000 });
    await until('the session is over', async () => !(await hasSession(window)));
  });

  await step('a failed Node task stops on its raising line too', async () => {
    await fail(window, 'debugged-node', 'weights', 'a weight is missing');
    await debugFailed(window, 'weights');
    const stop = await stopped(window);
    assert.deepEqual([stop.file, stop.line], ['main.mjs', 3]);
    assert.equal(await valueOf(window, 'factor'), '1000');
    await window.shot('j8-2-node');
    await letItEnd(window);
  });

  await step('the examples with an output are tests, and pass without a network', async () => {
    await window.command('workbench.view.testing.focus');
    const row = window.page.locator('.test-explorer .monaco-list-row').filter({ hasText: 'prices' }).first();
    await row.waitFor();
    await window.command('testing.runAll');
    await until('it passed', async () => /passed/i.test((await row.getAttribute('aria-label')) ?? ''), 30_000);
    await window.shot('j8-tests');
    await showHermes(window);
  });
}

async function fail(window: Window, folder: string, name: string, example: string): Promise<void> {
  await showHermes(window);
  await window.start('hermesRuntime.run', { agent_path: path.join(window.folder, folder) });
  await offer(window, example).waitFor();
  await choose(window, example);
  await until('it failed', async () => (await spokenRows(window, 'Tasks')).some((row) => row.startsWith(name) && row.includes('failed')));
}

/** By the button of its row, as a person does. */
async function debugFailed(window: Window, name: string): Promise<void> {
  // A session brings the debugger's own view.
  await showHermes(window);
  const row = treeRows(window, 'Tasks').filter({ hasText: name }).first();
  await row.hover();
  await row.getByRole('button', { name: 'Debug' }).click();
}

type Stop = { readonly file: string; readonly line: number; readonly frames: readonly string[] };

async function stopped(window: Window, ms = 30_000): Promise<Stop> {
  return until(
    'the debugger stops',
    async () =>
      window.vs(async (vscode) => {
        const item = vscode.debug.activeStackItem;
        const session = vscode.debug.activeDebugSession;
        if (!session || !item || !('frameId' in item)) return undefined;
        const { stackFrames } = await session.customRequest('stackTrace', { threadId: item.threadId });
        const places = stackFrames
          .filter((frame: { source?: { path?: string } }) => frame.source?.path !== undefined)
          .map((frame: { source: { path: string }; line: number }) => `${frame.source.path.split('/').at(-1)}:${frame.line}`);
        const [file = '', line = '0'] = (places[0] ?? '').split(':');
        return { file, line: Number(line), frames: places };
      }),
    ms,
  );
}

async function valueOf(window: Window, expression: string): Promise<string> {
  return window.vs(async (vscode, text) => {
    const item = vscode.debug.activeStackItem;
    const frameId = item && 'frameId' in item ? item.frameId : undefined;
    const answer = await vscode.debug.activeDebugSession?.customRequest('evaluate', { expression: text, frameId, context: 'watch' });
    return String(answer?.result);
  }, expression);
}

async function hasSession(window: Window): Promise<boolean> {
  return window.vs((vscode) => vscode.debug.activeDebugSession !== undefined);
}

async function breakpoint(window: Window, file: string, line: number): Promise<void> {
  await window.vs(
    (vscode, at) => {
      const place = new vscode.Location(vscode.Uri.file(at.file), new vscode.Position(at.line - 1, 0));
      vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(place)]);
    },
    { file: path.join(window.folder, file), line },
  );
}

async function clearBreakpoints(window: Window): Promise<void> {
  await window.vs((vscode) => vscode.debug.removeBreakpoints(vscode.debug.breakpoints));
}
