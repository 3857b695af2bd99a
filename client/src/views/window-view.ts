import { type AgentSummary, type Task, isFinal } from '@hermes-runtime/schemas';
import * as vscode from 'vscode';
import { type AgentRow, agentTree, waitingText } from '../agents/agent-tree.ts';
import { showLoadFailures } from '../agents/load-diagnostics.ts';
import type { LinkState } from '../runtime/runtime-link.ts';
import type { OriginOf } from '../tasks/task-groups.ts';
import { type TreeRow, taskTree } from '../tasks/task-tree.ts';
import { FailureBadge } from './failure-badge.ts';
import { RowTree, type Row } from './row-tree.ts';
import { createStatusItem, updateStatusItem } from './status-item.ts';

/** A tree view and the way to say that its rows changed. */
export type Surface = { readonly view: vscode.TreeView<string>; readonly changed: vscode.EventEmitter<string[] | undefined> };

const tickMs = 1_000;

/** Everything native that this window shows. It is told what there is and draws what differs. */
export class WindowView implements vscode.Disposable {
  readonly agents: RowTree<AgentRow>;
  readonly tasks: RowTree<TreeRow>;
  readonly #agentsView: vscode.TreeView<string>;
  readonly #status = createStatusItem();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('hermesRuntime');
  readonly #badge: FailureBadge;
  readonly #subscription: vscode.Disposable;
  #shown: readonly Task[] = [];
  #state: LinkState = 'stopped';
  #ticking: NodeJS.Timeout | undefined;
  readonly #onTick: () => void;
  readonly #originOf: OriginOf;

  constructor(surfaces: { readonly agents: Surface; readonly tasks: Surface }, onTick: () => void, originOf: OriginOf) {
    this.agents = new RowTree(surfaces.agents.changed, isAgentRow, openCommand);
    this.tasks = new RowTree(surfaces.tasks.changed, isTreeRow, clickCommand);
    this.#agentsView = surfaces.agents.view;
    this.#badge = new FailureBadge(surfaces.tasks.view, Date.now());
    this.#subscription = surfaces.tasks.view.onDidChangeVisibility(({ visible }) => {
      if (visible) this.#badge.clear();
    });
    this.#onTick = onTick;
    this.#originOf = originOf;
  }

  setState(state: LinkState): void {
    this.#state = state;
    void vscode.commands.executeCommand('setContext', 'hermesRuntime.state', state);
    this.#drawStatus();
  }

  setAgents(agents: readonly AgentSummary[]): void {
    const message = waitingText(agents);
    // The editor shows no message for an empty text.
    this.#agentsView.message = message;
    void vscode.commands.executeCommand('setContext', 'hermesRuntime.interpreterMissing', message !== '');
    this.agents.update(agentTree(agents));
    void showLoadFailures(this.#diagnostics, agents);
  }

  setTasks(tasks: readonly Task[]): void {
    this.#shown = tasks;
    this.#drawTasks();
    this.#badge.update(tasks);
    this.#drawStatus();
  }

  dispose(): void {
    clearInterval(this.#ticking);
    this.#status.dispose();
    this.#diagnostics.dispose();
    this.#subscription.dispose();
  }

  #drawTasks(): void {
    this.tasks.update(taskTree(this.#shown, Date.now(), this.#originOf));
    // Times of running tasks go on; with none, nothing ticks.
    const live = this.#shown.some((task) => !isFinal(task.status) && (this.#state === 'connected' || this.#originOf(task) !== undefined));
    if (!live) {
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }
    if (live && this.#ticking === undefined) this.#ticking = setInterval(() => this.#tick(), tickMs);
  }

  #tick(): void {
    this.#drawTasks();
    this.#onTick();
  }

  #drawStatus(): void {
    updateStatusItem(this.#status, this.#state, this.#shown);
  }
}

function clickCommand({ place, task, id }: TreeRow): vscode.Command | undefined {
  if (place) return { command: 'hermesRuntime.openPlace', title: '', arguments: [place] };
  if (id.startsWith('retry/')) return { command: 'hermesRuntime.retryCause', title: '', arguments: [id] };
  return task && id.startsWith('task/') ? { command: 'hermesRuntime.openTrace', title: '', arguments: [id] } : undefined;
}

function openCommand({ open, agent, context, id }: AgentRow): vscode.Command | undefined {
  if (open)
    return {
      command: 'hermesRuntime.openPlace',
      title: '',
      arguments: [{ agent_path: agent.path, at: { file: open.file, line: open.line + 1 } }],
    };
  return context.startsWith('agent') ? { command: 'hermesRuntime.openAgent', title: '', arguments: [id] } : undefined;
}

function isAgentRow(row: Row): row is AgentRow {
  return 'agent' in row;
}

function isTreeRow(row: Row): row is TreeRow {
  return 'expanded' in row;
}
