import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Duplex, type Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { clearFolders } from './clear-folders.ts';
import type { ControlGroup } from './control-group.ts';
import { type OutputPipe, closeWriteEnd } from './fifo-pool.ts';
import type { LauncherParts } from './launcher-parts.ts';
import { watchMemory } from './memory-watchdog.ts';
import { signal } from './process-table.ts';
import type { ProcessTree } from './process-tree.ts';
import type { WorkerExit, WorkerProcess } from './worker-process.ts';

export type StartOptions = {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly input: 'none' | 'pipe';
  readonly outputs: readonly [stdout: OutputPipe, stderr: OutputPipe];
  /** Descriptors above 3, each a pipe that is handed to `feed`. */
  readonly extraPipes: number;
  /** One more pipe behind them, which the worker keeps. */
  readonly debugger: boolean;
  readonly feed: (pipes: readonly Duplex[]) => void;
  readonly tree: (pid: number, pipes: readonly Duplex[]) => ProcessTree;
  readonly ready?: Promise<void>;
  readonly memoryBytes: number;
  readonly group: ControlGroup | undefined;
  readonly parts: Pick<LauncherParts, 'clock' | 'inherited' | 'nothing'>;
};

/** How a harness learns which descriptor is the debugger's. */
const debuggerFdName = 'HERMES_DEBUGGER_FD';

/** Starts one process in a session of its own and answers the handle on everything that grows out of it. */
export function startWorkerProcess(options: StartOptions): WorkerProcess {
  const [stdout, stderr] = options.outputs;
  const [program = '', ...args] = options.group === undefined ? options.command : options.group.wrap(options.command);
  const stdio: StdioOptions = [options.input === 'pipe' ? 'pipe' : 'ignore', stdout.writeEnd, stderr.writeEnd, 'pipe'];
  for (let index = 0; index < options.extraPipes; index += 1) stdio.push('pipe');
  const debuggerFd = options.debugger ? stdio.push('pipe') - 1 : undefined;
  // Below it, 'ignore' leaves a descriptor as it is; a number puts another in its place.
  for (const descriptor of options.parts.inherited) {
    while (stdio.length < descriptor) stdio.push('ignore');
    if (descriptor >= stdio.length) stdio.push(options.parts.nothing);
  }
  const env = debuggerFd === undefined ? options.env : { ...options.env, [debuggerFdName]: String(debuggerFd) };
  const child = spawn(program, args, { stdio, env, cwd: options.cwd, detached: true });
  closeWriteEnd(stdout);
  closeWriteEnd(stderr);
  const extra = Array.from({ length: options.extraPipes }, (_, index) => pipeOf(child, 4 + index));
  options.feed(extra);
  const pid = child.pid ?? 0;
  const tree = options.tree(pid, extra);
  let memoryExceeded = false;

  return {
    pid,
    ready: options.ready ?? Promise.resolve(),
    channel: pipeOf(child, 3),
    input: options.input === 'pipe' ? inputOf(child) : undefined,
    debugger: debuggerFd === undefined ? undefined : pipeOf(child, debuggerFd),
    onOutput: (callback) => {
      stdout.onData((bytes) => callback('stdout', bytes));
      stderr.onData((bytes) => callback('stderr', bytes));
    },
    drain: () => {
      stdout.drain();
      stderr.drain();
    },
    interrupt: (name) => {
      for (const member of tree.pids()) signal(member, name);
    },
    kill: () => tree.kill(),
    watchMemory: () =>
      watchMemory(options.parts.clock, {
        pids: tree.pids,
        limitBytes: options.memoryBytes,
        onExceeded: () => {
          memoryExceeded = true;
          tree.kill();
        },
      }),
    memoryKills: () => options.group?.memoryKills() ?? 0,
    clearScratch: () => clearFolders(tree.scratch()),
    exited: waitForEnd(child, tree, options).then((exit) => ({ ...exit, outOfMemory: exit.outOfMemory || memoryExceeded })),
  };
}

/** The first process has ended, and then whatever it left is ended too, until nothing is there. */
async function waitForEnd(child: ChildProcess, tree: ProcessTree, options: StartOptions): Promise<WorkerExit> {
  const ended = await endOf(child);
  tree.kill();
  while (!tree.isEmpty()) {
    // Each round must see what the one before has left. This waits for the kernel, so it is not the clock's time.
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(1);
    tree.kill();
  }
  for (const output of options.outputs) output.drain();
  const outOfMemory = (options.group?.memoryKills() ?? 0) > 0;
  for (const output of options.outputs) output.close();
  options.group?.dispose();
  return { ...ended, outOfMemory };
}

async function endOf(child: ChildProcess): Promise<{ code: number | undefined; signal: NodeJS.Signals | undefined }> {
  try {
    // `once` rejects on the 'error' of a program that could not be started.
    await once(child, 'exit');
  } catch {
    // A program that cannot be started ends as the shell would say it.
    return { code: 127, signal: undefined };
  }
  return { code: child.exitCode ?? undefined, signal: child.signalCode ?? undefined };
}

function pipeOf(child: ChildProcess, index: number): Duplex {
  const stream = child.stdio[index];
  if (!(stream instanceof Duplex)) throw new Error(`descriptor ${index} of a worker is no pipe`);
  // A worker that dies breaks its pipes; its exit tells the story.
  stream.on('error', () => stream.destroy());
  return stream;
}

function inputOf(child: ChildProcess): Writable | undefined {
  child.stdin?.on('error', () => child.stdin?.destroy());
  return child.stdin ?? undefined;
}
