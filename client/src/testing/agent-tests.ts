import {
  type AgentSummary,
  type Case,
  type TaskView,
  emptyTask,
  foldEvents,
  receiptTexts,
  replayHead,
  testFailures,
} from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { type TestSource, agentOfTest, exampleCase, readCase, testName, testsFolder } from './test-cases.ts';

const glob = `**/${testsFolder}/*.case.{json,json.gz}`;

/** The Testing view: each agent with its saved cases and its examples. Tests run from recordings; nothing leaves this machine. */
export class AgentTests implements vscode.Disposable {
  readonly #session: Session;
  readonly #controller: vscode.TestController;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #sources = new WeakMap<vscode.TestItem, TestSource>();
  #agents: readonly AgentSummary[] = [];
  #files: readonly string[] = [];

  constructor(session: Session) {
    this.#session = session;
    this.#controller = vscode.tests.createTestController('hermesRuntime.tests', 'Hermes Runtime');
    this.#controller.createRunProfile(
      l10n.t('Run'),
      vscode.TestRunProfileKind.Run,
      (request, token) => void this.#run(request, token),
      true,
    );
    this.#controller.refreshHandler = async () => this.lookForFiles();
    this.#watcher = vscode.workspace.createFileSystemWatcher(glob, false, true, false);
    this.#watcher.onDidCreate(() => void this.lookForFiles());
    this.#watcher.onDidDelete(() => void this.lookForFiles());
    void this.lookForFiles();
  }

  /** The agents of the window changed. */
  setAgents(agents: readonly AgentSummary[]): void {
    this.#agents = agents;
    this.#show();
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#controller.dispose();
  }

  /** Asked by who writes one, too: the watcher may miss a file that is in a new folder from the start. */
  async lookForFiles(): Promise<void> {
    const found = await vscode.workspace.findFiles(glob, '**/node_modules/**');
    this.#files = found.map(({ fsPath }) => fsPath).toSorted();
    this.#show();
  }

  #show(): void {
    const items = this.#agents.flatMap((agent) => {
      const children = [...this.#casesOf(agent), ...this.#examplesOf(agent)];
      if (children.length === 0) return [];
      const item = this.#controller.createTestItem(agent.path, agent.name, vscode.Uri.file(path.join(agent.path, 'agent.yaml')));
      item.children.replace(children);
      return [item];
    });
    this.#controller.items.replace(items);
  }

  #casesOf(agent: AgentSummary): vscode.TestItem[] {
    return this.#files
      .filter((file) => agentOfTest(file, [agent]) !== undefined)
      .map((file) => this.#item(file, testName(file) ?? file, vscode.Uri.file(file), { type: 'file', path: file }));
  }

  #examplesOf(agent: AgentSummary): vscode.TestItem[] {
    return (agent.examples ?? []).flatMap(({ name, output }, index) => {
      if (output === undefined) return [];
      const label = name ?? l10n.t('example {0}', index + 1);
      const descriptor = vscode.Uri.file(path.join(agent.path, 'agent.yaml'));
      return [this.#item(`${agent.path}#${index}`, label, descriptor, { type: 'example', index })];
    });
  }

  #item(id: string, label: string, uri: vscode.Uri, source: TestSource): vscode.TestItem {
    const item = this.#controller.createTestItem(id, label, uri);
    this.#sources.set(item, source);
    return item;
  }

  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const run = this.#controller.createTestRun(request);
    try {
      const items = leavesOf(request.include ?? [...this.#controller.items].map(([, item]) => item), new Set(request.exclude));
      for (const item of items) run.enqueued(item);
      for (const item of items) {
        if (token.isCancellationRequested) run.skipped(item);
        // One after the other: agents may share files, and a person reads from the top.
        // oxlint-disable-next-line no-await-in-loop
        else await this.#runOne(run, item, token);
      }
    } finally {
      run.end();
    }
  }

  async #runOne(run: vscode.TestRun, item: vscode.TestItem, token: vscode.CancellationToken): Promise<void> {
    const source = this.#sources.get(item);
    const agent = this.#agents.find(({ path: folder }) => folder === item.parent?.id);
    if (!source || !agent) return run.skipped(item);
    run.started(item);
    const started = performance.now();
    try {
      const value = await this.#caseOf(source, agent);
      if (value === undefined) return run.skipped(item);
      const view = await this.#replay(agent, value, token);
      run.appendOutput(
        summaryOf(view)
          .map((line) => `${line}\r\n`)
          .join(''),
        undefined,
        item,
      );
      const failures = testFailures(value.expect ?? { status: 'succeeded' }, view);
      const ms = performance.now() - started;
      if (failures.length === 0) run.passed(item, ms);
      else
        run.failed(
          item,
          failures.map((text) => messageAt(text, agent, view)),
          ms,
        );
    } catch (error) {
      run.errored(item, new vscode.TestMessage(error instanceof Error ? error.message : String(error)), performance.now() - started);
    }
  }

  async #caseOf(source: TestSource, agent: AgentSummary): Promise<Case | undefined> {
    if (source.type === 'example') return exampleCase(agent, source.index);
    return readCase(await vscode.workspace.fs.readFile(vscode.Uri.file(source.path)));
  }

  async #replay(agent: AgentSummary, value: Case, token: vscode.CancellationToken): Promise<TaskView> {
    const api = await this.#session.runtime();
    if (!api) throw new Error(l10n.t('The runtime is not running.'));
    const kept = await api.keepCase(value);
    if (!kept.ok) throw new Error(kept.error.message);
    const reply = await api.submit({
      agent_name: agent.name,
      agent_path: agent.path,
      replay_of: kept.value.replay_of,
      replay_mode: 'my_code',
      source: 'editor',
    });
    if (!reply.ok) throw new Error(reply.error.message);
    const { task_id } = reply.value;
    const stop = token.onCancellationRequested(() => void api.cancel(task_id));
    await this.#session.tasks.whenEnded(task_id);
    stop.dispose();
    return foldEvents(emptyTask, await this.#session.history(task_id));
  }
}

/** What a person wants to know of a test that passed: what was served, and what the agent printed. */
function summaryOf(view: TaskView): readonly string[] {
  const printed = view.facts.logs.map(({ text }) => text.replaceAll(/\r?\n/g, '\r\n'));
  return [replayHead(view), ...(view.replay ? [receiptTexts(view.replay).join(' · ')] : []), ...printed];
}

function leavesOf(items: readonly vscode.TestItem[], excluded: ReadonlySet<vscode.TestItem>): vscode.TestItem[] {
  return items.flatMap((item) => {
    if (excluded.has(item)) return [];
    return item.children.size === 0
      ? [item]
      : leavesOf(
          [...item.children].map(([, child]) => child),
          excluded,
        );
  });
}

function messageAt(text: string, agent: AgentSummary, { failure, facts }: TaskView): vscode.TestMessage {
  const message = new vscode.TestMessage(text);
  const at = facts.diverged[0]?.at ?? failure?.at;
  if (at)
    message.location = new vscode.Location(
      vscode.Uri.file(path.join(agent.path, at.file)),
      new vscode.Position(Math.max(0, at.line - 1), 0),
    );
  return message;
}
