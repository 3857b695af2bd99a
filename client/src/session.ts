import type { Task, TraceEvent } from '@hermes-runtime/schemas';
import type * as vscode from 'vscode';
import type { AgentList } from './agents/agent-list.ts';
import type { Debuggee } from './debug/debug-waits.ts';
import type { RuntimeApi } from './runtime/runtime-api.ts';
import type { RuntimeLink } from './runtime/runtime-link.ts';
import type { Targets } from './target/targets.ts';
import type { TasksEverywhere } from './target/tasks-everywhere.ts';
import type { TraceView } from './trace/trace-view.ts';

/** What a command may touch: the parts of one window, as the composition root made them. */
export type Session = {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly link: RuntimeLink;
  readonly agents: AgentList;
  /** Of this machine and of every target. */
  readonly tasks: TasksEverywhere;
  readonly targets: Targets;
  readonly trace: TraceView;
  /** A runtime that answers, started if need be; undefined once the person has been told why there is none. */
  readonly runtime: () => Promise<RuntimeApi | undefined>;
  /** The runtime that a task is of: this machine's, started if need be, or a target's. */
  readonly apiOf: (taskId: string) => Promise<RuntimeApi | undefined>;
  /** All events of a task so far; none when the runtime is gone. */
  readonly history: (taskId: string) => Promise<readonly TraceEvent[]>;
  /** Where a task that was submitted to be debugged waits, once it does. */
  readonly debuggee: (taskId: string) => Promise<Debuggee>;
  /** The task of a tree row, whose id may be a cause's. */
  readonly taskOfRow: (id: string) => Task | undefined;
  /** A task was just submitted from this window: an open panel turns to it. */
  readonly follow: (taskId: string) => Promise<void>;
};
