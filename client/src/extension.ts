import * as vscode from 'vscode';
import type { Client, Surface } from './client.ts';
import { commandNames } from './commands/command-names.ts';
import { registerDebugging } from './debug/register-debugging.ts';
import { isOwnFile } from './language/own-files.ts';

/**
 * Registers what the manifest contributes and returns: no file, network or process call happens here.
 * Everything else is loaded when a view is shown, a command is run, or a file of an agent is open.
 */
export function activate(context: vscode.ExtensionContext): void {
  const agents = surface(context, 'hermesRuntime.agents');
  const tasks = surface(context, 'hermesRuntime.tasks');
  const targets = surface(context, 'hermesRuntime.targets');
  const surfaces = { agents: agents.surface, tasks: tasks.surface, targets: targets.surface };
  const client = once(async () => (await import('./client.ts')).startClient(context, surfaces));
  agents.connect(async () => (await client()).agents);
  tasks.connect(async () => (await client()).tasks);
  targets.connect(async () => (await client()).targets);
  context.subscriptions.push(
    vscode.window.registerWebviewViewProvider('hermesRuntime.trace', {
      resolveWebviewView: async (view) => (await client()).showTrace(view),
    }),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(`hermesRuntime.${name}`, async (argument: unknown) => (await client()).run(name, argument)),
    ),
    vscode.window.registerUriHandler({ handleUri: async (uri) => (await client()).openLink(uri) }),
    registerDebugging(async (configuration) => (await client()).launchDebugging(configuration)),
    vscode.workspace.onDidOpenTextDocument((document) => void startFor(document, client)),
    { dispose: () => void client.dispose() },
  );
  // After `activate` has returned, so that the editor's start waits for nothing.
  setImmediate(() => {
    for (const document of vscode.workspace.textDocuments) void startFor(document, client);
  });
}

/** Starts the rest for an agent's own files, and for code that lies beside an `agent.yaml`. Other people's code costs nothing. */
async function startFor({ uri, languageId }: vscode.TextDocument, start: () => Promise<Client>): Promise<void> {
  // What is only shown, as an older version of a file is, lies in none that could be written.
  const isVirtual = vscode.workspace.getWorkspaceFolder(uri) !== undefined || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
  if (uri.scheme !== 'file' && !isVirtual) return;
  const isCode = ['python', 'javascript', 'typescript', 'shellscript'].includes(languageId);
  if (isOwnFile(uri) || (isCode && (await isBesideAgent(uri)))) await start();
}

async function isBesideAgent(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '..', 'agent.yaml')).then(
    () => true,
    () => false /* No agent's code. */,
  );
}

type Source = Client['agents'];

function surface(
  context: vscode.ExtensionContext,
  id: string,
): { readonly surface: Surface; readonly connect: (source: () => Promise<Source>) => void } {
  const changed = new vscode.EventEmitter<string[] | undefined>();
  const link: { source?: () => Promise<Source> } = {};
  const view = vscode.window.createTreeView<string>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (element) => [...((await (await link.source?.())?.children(element)) ?? [])],
      getTreeItem: async (element) => (await link.source?.())?.item(element) ?? new vscode.TreeItem(''),
    },
  });
  context.subscriptions.push(changed, view);
  return { surface: { view, changed }, connect: (source) => void (link.source = source) };
}

/** Starts once, however often it is asked; a start that failed is tried again. */
function once(start: () => Promise<Client>): (() => Promise<Client>) & vscode.Disposable {
  let started: Promise<Client> | undefined;
  const ask = async (): Promise<Client> => {
    started ??= start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
  return Object.assign(ask, { dispose: () => void started?.then((client) => client.dispose()) });
}
