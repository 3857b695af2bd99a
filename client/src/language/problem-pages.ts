import * as vscode from 'vscode';

const command = 'hermesRuntime.openProblemPage';

/** What stands behind a problem's code, for the server to write there: `{code}` is the code's place. */
export const problemPages: string = `command:${command}?%5B%22{code}%22%5D`;

/** Shows the page about a problem's code as it is meant to be read; as its text, where there is no preview of Markdown. */
export function registerProblemPages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (code: unknown) => {
    if (typeof code !== 'string' || !/^[a-z-]+$/.test(code)) return;
    const page = vscode.Uri.joinPath(extensionUri, 'dist/docs/problems', `${code}.md`);
    // In a browser the page lies on the site that the editor came from.
    await vscode.commands.executeCommand('markdown.showPreview', page).then(undefined, async () => vscode.window.showTextDocument(page));
  });
}
