import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type TemplateType, descriptorText, nameProblem, templates } from './agent-template.ts';

/** Asks for a name and a language, writes the smallest agent that runs, and opens it. */
export async function newAgent(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const name = await vscode.window.showInputBox({
    title: l10n.t('New agent'),
    prompt: l10n.t('Name: small letters, digits and hyphens'),
    placeHolder: 'weather-checker',
    validateInput: async (text) =>
      nameProblem(text) ??
      ((await exists(vscode.Uri.joinPath(folder.uri, text))) ? l10n.t('A folder {0} is already there', text) : undefined),
  });
  if (name === undefined) return;
  const types: readonly TemplateType[] = ['python', 'nodejs', 'shell'];
  const picked = await vscode.window.showQuickPick(
    types.map((type) => ({ label: templates[type].label, description: templates[type].entrypoint, type })),
    { title: l10n.t('New agent'), placeHolder: l10n.t('Which language?') },
  );
  if (!picked) return;
  const at = vscode.Uri.joinPath(folder.uri, name);
  const { entrypoint, code } = templates[picked.type];
  const encoder = new TextEncoder();
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(at, entrypoint), encoder.encode(code));
  const descriptor = vscode.Uri.joinPath(at, 'agent.yaml');
  await vscode.workspace.fs.writeFile(descriptor, encoder.encode(descriptorText(name, picked.type)));
  await vscode.window.showTextDocument(descriptor);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false /* Not there is what is hoped for. */,
  );
}
