import type { Task } from '@hermes-runtime/schemas';
import { textsFor } from '@hermes-runtime/schemas/texts';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { AgentList } from './agents/agent-list.ts';
import type { CommandName } from './commands/command-names.ts';
import { commandTable } from './commands/command-table.ts';
import { DebugWaits } from './debug/debug-waits.ts';
import { FailingLenses } from './debug/failing-lenses.ts';
import { registerInlineValues } from './debug/inline-values.ts';
import { launchDebugging } from './debug/launch-debugging.ts';
import { AnswerDocuments } from './given/answer-documents.ts';
import { startLanguage } from './language/language-client.ts';
import { LanguageLink } from './language/language-link.ts';
import { registerProblemPages } from './language/problem-pages.ts';
import { RuntimeLink } from './runtime/runtime-link.ts';
import type { RuntimeApi } from './runtime/runtime-api.ts';
import { askForTrust, offerRestart, sayNothingRuns, showStartFailure } from './runtime/runtime-messages.ts';
import { runtimeEnvironment, startsByItself } from './runtime/runtime-settings.ts';
import { socketPath } from './runtime/socket-path.ts';
import { startRuntime } from './runtime/start-runtime.ts';
import type { Session } from './session.ts';
import { codeFolder } from './target/fetch-code.ts';
import { openLink } from './target/open-link.ts';
import { TargetsView } from './target/targets-view.ts';
import { Targets } from './target/targets.ts';
import { newestFirst, tasksEverywhere } from './target/tasks-everywhere.ts';
import { TaskList } from './tasks/task-list.ts';
import { AgentTests } from './testing/agent-tests.ts';
import { TraceView } from './trace/trace-view.ts';
import { type Surface, WindowView } from './views/window-view.ts';
import { isInside, isOnNoMachine, workspaceRoots } from './views/workspace-roots.ts';

export type { Surface };

type TreeSource = {
  readonly children: (id: string | undefined) => Promise<readonly string[]>;
  readonly item: (id: string) => vscode.TreeItem;
};

/** What the thin extension asks of the loaded part. */
export type Client = {
  readonly agents: TreeSource;
  readonly tasks: TreeSource;
  readonly targets: TreeSource;
  readonly showTrace: (view: vscode.WebviewView) => void;
  readonly run: (command: CommandName, argument: unknown) => Promise<void>;
  readonly launchDebugging: (configuration: vscode.DebugConfiguration) => Promise<void>;
  readonly openLink: (uri: vscode.Uri) => Promise<void>;
  readonly dispose: () => Promise<void>;
};

/** Puts one window together. State comes from the runtime, so a reload starts over and shows the same. */
export async function startClient(
  context: vscode.ExtensionContext,
  surfaces: { readonly agents: Surface; readonly tasks: Surface; readonly targets: Surface },
): Promise<Client> {
  l10n.config({ contents: { ...(await textsFor(vscode.env.language)), ...textsIn(vscode.l10n.bundle) } });
  const log = vscode.window.createOutputChannel('Hermes Runtime', { log: true });
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const roots = workspaceRoots;
  /** Replays of a target's tasks run on the code that was fetched from there. */
  const own = (tasks: readonly Task[]): readonly Task[] =>
    tasks.filter((task) => isInside(task.agent_path, roots()) || isInside(task.agent_path, [codeFolder(context)]));

  const server = vscode.Uri.joinPath(dist, 'server.mjs').fsPath;
  const language = new LanguageLink({
    start: async (schemes) => startLanguage({ server, log, fetched: codeFolder(context) }, schemes),
    log,
    known: () => ({ agents: agents.all, tasks: shown() }),
  });
  const shown = (): readonly Task[] => own(tasks.tasks());
  const originOf = (task: Task): string | undefined => targets.of(task.task_id)?.address.name;
  const view = new WindowView(surfaces, () => language.showOutcomes(), originOf);
  const targetsView = new TargetsView(surfaces.targets);
  const showTasks = (): void => view.setTasks(newestFirst([...shown(), ...targets.tasks()]));
  const showTargets = (): void => targetsView.show(targets, agents.all);
  const history: Session['history'] = async (id) => {
    const reply = await (targets.of(id)?.api ?? link.api)?.taskEvents(id);
    return reply?.ok === true ? reply.value : [];
  };
  const tasks = new TaskList({
    history,
    onChange: () => {
      showTasks();
      failing.refresh();
      language.showOutcomes();
    },
  });
  const targets = new Targets({
    memory: context.globalState,
    folderMemory: context.workspaceState,
    secrets: context.secrets,
    folderOf: (digest) => agents.all.find((agent) => agent.digest === digest)?.path,
    onChange: showTargets,
    onTasks: showTasks,
    onConnected: () => void trace.refresh(),
    onEvent: (event) => trace.apply(event),
  });
  const everywhere = tasksEverywhere(tasks, targets);
  const agents = new AgentList({
    fetch: async () => {
      const reply = await link.api?.agents();
      return reply?.ok === true ? reply.value.filter(({ path }) => isInside(path, roots())) : undefined;
    },
    onChange: (all) => {
      view.setAgents(all);
      tests.setAgents(all);
      showTargets();
      showTasks();
      language.showOutcomes();
    },
  });
  const link = new RuntimeLink({
    socket: socketPath(process.env),
    start: async () => startRuntime(vscode.Uri.joinPath(dist, 'runtime.mjs').fsPath, runtimeEnvironment()),
    roots,
    version: versionOf(context),
    onState: (state, message) => {
      if (message !== '') log.error(message);
      view.setState(state);
      if (state === 'stopped' || state === 'failed') agents.reset([]);
      if (state === 'connected') void trace.refresh();
    },
    onSnapshot: (allAgents, allTasks) => {
      agents.reset(allAgents.filter(({ path }) => isInside(path, roots())));
      tasks.reset(allTasks);
    },
    onEvent: (event) => {
      tasks.apply(event);
      debugging.apply(event);
      agents.apply(event);
      trace.apply(event);
    },
    onSettled: () => agents.refresh(),
  });
  const trace = new TraceView({
    folder: vscode.Uri.joinPath(dist, 'ui'),
    memory: context.workspaceState,
    history,
    task: (id) => everywhere.get(id),
    act: (message, taskId) => {
      const task = taskId === undefined ? undefined : `task/${taskId}`;
      switch (message.type) {
        case 'run':
          return void run('run', undefined);
        case 'cancel':
          return void run('cancel', task);
        case 'run_again':
          return void run('runAgain', task);
        case 'replay':
          return void run('replay', { id: task, mode: message.mode });
        case 'save_test':
          return void run('saveAsTest', task);
        case 'debug':
          return void run('debug', task);
        case 'give':
          return void run('giveAnswer', task);
      }
    },
  });
  const runtime = async (): Promise<RuntimeApi | undefined> => {
    if (isOnNoMachine()) {
      void sayNothingRuns();
      return undefined;
    }
    if (!vscode.workspace.isTrusted) {
      void askForTrust();
      return undefined;
    }
    const api = await link.ensure();
    if (!api) void showStartFailure(link.message);
    return api;
  };
  const debugging = new DebugWaits((event) => void answers.offer(event));
  const session: Session = {
    context,
    log,
    link,
    agents,
    tasks: everywhere,
    targets,
    trace,
    runtime,
    apiOf: async (id) => targets.of(id)?.api ?? runtime(),
    history,
    debuggee: async (id) => debugging.ready(id),
    taskOfRow: (id) => view.tasks.row(id)?.task,
    follow: async (id) => {
      if (trace.visible) await trace.show(id);
    },
  };
  const tests = new AgentTests(session);
  const failing = new FailingLenses(session);
  const answers = new AnswerDocuments(session);
  const table = commandTable(session, answers, tests);
  const run: Client['run'] = async (command, argument) => table[command](argument);
  const wake = once(async () => {
    if (vscode.workspace.isTrusted && (roots().length > 0 || link.api)) await (startsByItself() ? link.ensure() : link.join());
  });

  view.setState('stopped');
  context.subscriptions.push(
    log,
    view,
    targetsView,
    targets,
    tests,
    failing,
    answers,
    registerInlineValues(session),
    registerProblemPages(context.extensionUri),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void language.restart();
      void (surfaces.agents.view.visible || surfaces.tasks.view.visible ? link.ensure() : link.join());
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('hermesRuntime.pythonPath') && link.api) void offerRestart();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => (link.api ? void link.sendRoots(link.api) : undefined)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind, selections: [selection] }) => {
      if (kind !== undefined && selection && textEditor.document.uri.scheme === 'file')
        trace.reveal(textEditor.document.uri.fsPath, selection.active.line + 1);
    }),
  );
  language.start();
  if (vscode.workspace.isTrusted && roots().length > 0) void link.join();
  void targets.restore();
  const source = (tree: WindowView['agents'] | WindowView['tasks'] | TargetsView['tree']): TreeSource => ({
    children: async (id) => {
      if (id === undefined) await wake();
      return tree.children(id);
    },
    item: (id) => tree.item(id),
  });
  return {
    agents: source(view.agents),
    tasks: source(view.tasks),
    targets: source(targetsView.tree),
    openLink: async (uri) => openLink(session, uri),
    showTrace: (webview) => trace.attach(webview),
    run,
    launchDebugging: async (configuration) => launchDebugging(session, configuration),
    dispose: async () => {
      link.dispose();
      tasks.dispose();
      await language.dispose();
    },
  };
}

function versionOf({ extension }: vscode.ExtensionContext): string {
  const manifest: unknown = extension.packageJSON;
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

/** An entry of a bundle is a text, or a text with a comment for translators. */
function textsIn(bundle: typeof vscode.l10n.bundle): Record<string, string> {
  return Object.fromEntries(Object.entries(bundle ?? {}).map(([key, value]) => [key, typeof value === 'string' ? value : String(value)]));
}

function once(start: () => Promise<unknown>): () => Promise<unknown> {
  let started: Promise<unknown> | undefined;
  return async () => (started ??= start());
}
