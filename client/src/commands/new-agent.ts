import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

type Template = { readonly label: string; readonly entrypoint: string; readonly code: string };

const templates: Readonly<Record<'python' | 'nodejs' | 'shell', Template>> = {
  python: {
    label: 'Python',
    entrypoint: 'main.py',
    code: 'def execute(input_data):\n    return {"greeting": f"Hello, {input_data[\'name\']}!"}\n',
  },
  nodejs: {
    label: 'Node.js',
    entrypoint: 'main.mjs',
    code: 'export function execute(input) {\n  return { greeting: `Hello, ${input.name}!` };\n}\n',
  },
  shell: {
    label: 'Shell',
    entrypoint: 'main.sh',
    code: `#!/bin/sh\nname=$(printf '%s' "$HERMES_INPUT" | sed -n 's/.*"name" *: *"\\([^"]*\\)".*/\\1/p')\nprintf '{"greeting": "Hello, %s!"}\\n' "$name"\n`,
  },
};

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
  const types: readonly (keyof typeof templates)[] = ['python', 'nodejs', 'shell'];
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

/** Undefined for a name that an agent may have. */
export function nameProblem(text: string): string | undefined {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return undefined;
  return l10n.t('A name has 1 to 63 small letters, digits and hyphens');
}

export function descriptorText(name: string, type: keyof typeof templates): string {
  return `name: ${name}
version: 0.1.0
description: Greets someone by name
input_schema:
  type: object
  required: [name]
  properties:
    name: { type: string, description: Whom to greet }
output_schema:
  type: object
  required: [greeting]
  properties:
    greeting: { type: string }
runtime:
  type: ${type}
  entrypoint: ${templates[type].entrypoint}
examples:
  - name: world
    input: { name: World }
`;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false /* Not there is what is hoped for. */,
  );
}
