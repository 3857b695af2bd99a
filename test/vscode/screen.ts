import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { until } from './until.ts';
import type { Window } from './window.ts';

/** The rows of one of our trees, by the view's title. */
export function treeRows({ page }: Window, title: string): Locator {
  return page.locator(`.pane:has(.pane-header[aria-label^="${title}"]) .monaco-list-row`);
}

/** What a screen reader says of each row. */
export async function spokenRows(window: Window, title: string): Promise<readonly string[]> {
  return treeRows(window, title).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
}

export function pane({ page }: Window, title: string): Locator {
  return page.locator(`.pane:has(.pane-header[aria-label^="${title}"])`);
}

export async function showHermes(window: Window): Promise<void> {
  await window.command('workbench.view.extension.hermesRuntime');
}

/** Opens a file of the workspace as a click in the explorer would. */
export async function openFile(window: Window, file: string): Promise<void> {
  await window.vs(
    async (vscode, at) => {
      await vscode.window.showTextDocument(vscode.Uri.file(at), { preview: false });
    },
    path.join(window.folder, file),
  );
  await window.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
}

/** The line of lenses that contains a text. */
export function lens({ page }: Window, text: string | RegExp): Locator {
  return page.locator('.codelens-decoration').filter({ hasText: text });
}

export function quickInput({ page }: Window): Locator {
  return page.locator('.quick-input-widget:visible');
}

/** One row of the picker. */
export function offer(window: Window, text: string | RegExp): Locator {
  return quickInput(window).locator('.monaco-list-row').filter({ hasText: text }).first();
}

export async function choose(window: Window, text: string | RegExp): Promise<void> {
  await offer(window, text).click();
}

export function notification({ page }: Window, text: string | RegExp): Locator {
  return page.locator('.notification-list-item, .notification-toast').filter({ hasText: text }).first();
}

/** The inside of the trace panel. Other webviews may be in the page; the panel is the one with our root. */
export async function tracePanel(window: Window): Promise<FrameLocator> {
  const { page } = window;
  return until('the trace panel is drawn', async () => {
    const count = await page.locator('iframe.webview.ready').count();
    for (let index = 0; index < count; index += 1) {
      const frame = page.frameLocator(`iframe.webview.ready >> nth=${index}`).frameLocator('iframe#active-frame');
      if (
        (await frame
          .locator('#root > *')
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    return undefined;
  });
}

export type SeenProblem = {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly source: string;
};

/** All problems of the workspace, as the Problems view lists them. */
export async function problems(window: Window): Promise<readonly SeenProblem[]> {
  return window.vs((vscode) =>
    vscode.languages.getDiagnostics().flatMap(([uri, list]) =>
      list.map(({ range, code, message, source }) => ({
        file: uri.path.split('/').slice(-2).join('/'),
        line: range.start.line + 1,
        code: String(typeof code === 'object' ? code.value : code),
        message,
        source: source ?? '',
      })),
    ),
  );
}

/** Replaces a text in a file through the editor and leaves it unsaved, as typing does. */
export async function edit(window: Window, file: string, from: string, to: string): Promise<void> {
  const done = await window.vs(
    async (vscode, change) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(change.at));
      const start = document.getText().indexOf(change.from);
      if (start < 0) return false;
      const edits = new vscode.WorkspaceEdit();
      edits.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + change.from.length)), change.to);
      return vscode.workspace.applyEdit(edits);
    },
    { at: path.join(window.folder, file), from, to },
  );
  if (!done) throw new Error(`${file} has no ${from}`);
}

export async function save(window: Window): Promise<void> {
  await window.command('workbench.action.files.saveAll');
}
