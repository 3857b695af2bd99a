import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from '../report.ts';
import { openFile } from '../screen.ts';
import { until } from '../until.ts';
import type { Window } from '../window.ts';

const file = 'broken/agent.yaml';
const code = 'unknown-runtime-type';

/** What a folder's settings make of a problem, and a comment in the file. */
export async function severities(window: Window, step: Step): Promise<void> {
  const settings = path.join(window.folder, '.vscode/settings.json');
  const write = (rules: object): void => {
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ 'hermesRuntime.rules': rules }));
  };
  await openFile(window, file);

  await step("a folder's settings say how a problem is shown, and whether", async () => {
    await until('it is an error', async () => (await severityIn(window)) === 0);
    write({ [code]: 'hint' });
    await until('it is a hint', async () => (await severityIn(window)) === 3);
    write({ [code]: 'off' });
    await until('it is not shown', async () => (await severityIn(window)) === undefined);
    rmSync(settings);
    await until('it is an error again', async () => (await severityIn(window)) === 0);
  });

  await step('the settings complete the names of all rules and their levels, and mark what there is not', async () => {
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, '{\n  "hermesRuntime.rules": {\n    "missing-key": "error",\n    "unknown-ky": "off",\n    \n  }\n}\n');
    await window.vs(async (vscode, at) => vscode.window.showTextDocument(vscode.Uri.file(at)).then(() => undefined), settings);
    const names = await until('names are offered', async () => {
      const found = await offered(window, settings, 4, 4);
      return found.some(({ label }) => label === 'unknown-key') ? found : undefined;
    });
    const rules = readdirSync(path.resolve(import.meta.dirname, '../../../docs/problems')).map((page) => page.replace('.md', ''));
    // Not those that are there already.
    assert.deepEqual(
      rules.filter((rule) => !names.some(({ label }) => label === rule)),
      ['missing-key'],
    );
    assert.match(names.find(({ label }) => label === 'unknown-key')?.about ?? '', /^A key that agent\.yaml/);
    const levels = await offered(window, settings, 2, 20);
    assert.deepEqual(levels.map(({ label }) => label).toSorted(), ['"error"', '"hint"', '"information"', '"off"', '"warning"']);
    await until('the wrong name is marked', async () =>
      window.vs((vscode, at) => {
        const found = vscode.languages.getDiagnostics(vscode.Uri.file(at));
        return found.some(({ message }) => message === 'No rule has this name.');
      }, settings),
    );
    await window.command('workbench.action.closeActiveEditor');
    rmSync(settings);
  });

  await step('"Ignore here" writes a comment, and the comment is marked until it gives a reason', async () => {
    const at = path.join(window.folder, file);
    const original = readFileSync(at, 'utf8');
    writeFileSync(at, `${original.replace('pyhton', 'python')}team: search\n`);
    await until('the key is marked', async () => (await codesIn(window)).includes('unknown-key'));
    const text = await window.vs(async (vscode, target) => {
      const uri = vscode.Uri.file(target);
      const actions = await vscode.commands.executeCommand<{ title: string; edit?: { size: number } }[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(5, 0, 5, 4),
      );
      const ignore = actions.find(({ title }) => title === 'Ignore unknown-key here');
      await vscode.workspace.applyEdit(ignore?.edit as never);
      return (await vscode.workspace.openTextDocument(uri)).getText();
    }, at);
    assert.match(text, /\n# hermes-ignore unknown-key: ?\nteam: search\n/);
    await until('only the comment is marked', async () => (await codesIn(window)).join() === 'ignore-without-reason');
    await window.command('workbench.action.files.revert');
    writeFileSync(at, original);
    await until('all is as before', async () => (await codesIn(window)).join() === code);
  });
}

async function offered(window: Window, at: string, line: number, character: number): Promise<readonly { label: string; about: string }[]> {
  return window.vs(
    async (vscode, place) => {
      const { items } = await vscode.commands.executeCommand<{
        items: { label: string | { label: string }; documentation?: string | { value: string } }[];
      }>('vscode.executeCompletionItemProvider', vscode.Uri.file(place.at), { line: place.line, character: place.character });
      return items.map(({ label, documentation = '' }) => ({
        label: typeof label === 'string' ? label : label.label,
        about: typeof documentation === 'string' ? documentation : documentation.value,
      }));
    },
    { at, line, character },
  );
}

async function severityIn(window: Window): Promise<number | undefined> {
  return (await diagnosticsIn(window)).find((found) => found.code === code)?.severity;
}

async function codesIn(window: Window): Promise<readonly string[]> {
  return (await diagnosticsIn(window)).map((found) => found.code);
}

async function diagnosticsIn(window: Window): Promise<readonly { readonly code: string; readonly severity: number }[]> {
  return window.vs(
    (vscode, at) =>
      vscode.languages.getDiagnostics(vscode.Uri.file(at)).map((found) => ({
        code: String(typeof found.code === 'object' ? found.code.value : found.code),
        severity: found.severity,
      })),
    path.join(window.folder, file),
  );
}
