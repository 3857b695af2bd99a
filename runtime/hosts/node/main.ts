import type { Failure } from '@hermes-runtime/schemas';
import { agentFiles } from './agent-files.ts';
import { installAgentHelper } from './agent-helper.ts';
import { agentTransform } from './agent-transform.ts';
import { captureConsole } from './console-output.ts';
import { transformAwaits } from './debug/await-transform.ts';
import { installAwaited } from './debug/awaited.ts';
import { startDebugger, takeDebuggerFd } from './debug/start-debugger.ts';
import { uncaughtCall } from './debug/uncaught-call.ts';
import { createErrorPlaces } from './error-places.ts';
import { openFrameChannel } from './frame-channel.ts';
import { readLoadFrame } from './host-frames.ts';
import { loadAgent, watchLoading, type Execute } from './load-agent.ts';
import { loadFailure } from './load-failure.ts';
import { installLoadHooks } from './load-hooks.ts';
import { nextTask } from './next-task.ts';
import { installRecording } from './recording/install-recording.ts';
import { installReplay } from './replay/install-replay.ts';
import { createReporter } from './reporter.ts';
import { runTask } from './run-task.ts';
import { watchAgent } from './watch-agent.ts';
import { createTaskScope } from './trace/task-scope.ts';
import { InstrumentedSites } from './transform/instrumented-sites.ts';

const debuggerFd = takeDebuggerFd();
const exitNow = process.exit.bind(process);
/** Its thread starts while this one reads what to load. */
const inspected = debuggerFd === undefined ? undefined : startDebugger(debuggerFd);

/** Client libraries put many frames between the agent's line and the one that throws. */
Error.stackTraceLimit = 50;

/** Without its host a worker has no reason to live. */
const channel = openFrameChannel(() => exitNow(0));
const load = readLoadFrame(await channel.next());
const began = performance.now();
const files = agentFiles(load.folder, load.snapshot);
const { report, record, begin, finish } = createReporter(channel);
const places = createErrorPlaces(files);
const scope = createTaskScope();
const output = captureConsole(report, files, scope.iteration);
const tellHelper = installAgentHelper(report, files, scope);
const { transform, notInstrumented } = agentTransform(load.trace, files, {
  report,
  scope,
  sites: new InstrumentedSites(),
  places,
  isDebugged: debuggerFd !== undefined,
});
const watch = watchAgent(load.trace, { report, files, scope, places });
const progress = installLoadHooks({ files, modules: load.modules, transform: inspected ? debuggedTransform : transform });

/** Under a debugger the agent is imported later, when a client has said where to stop. */
const loaded = inspected === undefined ? await loadOrExit(rejectLoad) : undefined;
channel.send({
  type: 'ready',
  pid: process.pid,
  language_version: process.versions.node,
  load_ms: performance.now() - began,
  not_instrumented: notInstrumented(),
});
const { task, recorded } = await nextTask(channel);
channel.unref();
begin(task);
tellHelper(task);
const feeds = task.record || task.replay !== undefined ? installRecording({ task, record, watch, files }) : undefined;
const divergences = installReplay({ task, recorded, report, files, scope, watch, isDebugged: debuggerFd !== undefined });
const execute = loaded ?? (await loadWhenAttached());
await runTask({ task, execute, files, finish: finishTask, output, watch, places, feeds, divergences, exitNow });

function debuggedTransform(source: string, url: string): string {
  return transform(files.owns(url) ? transformAwaits(source) : source, url);
}

async function loadWhenAttached(): Promise<Execute> {
  channel.send({ type: 'debug', id: task.id, state: 'ready' });
  await inspected?.attached;
  installAwaited(files);
  channel.send({ type: 'debug', id: task.id, state: 'attached' });
  const agent = await loadOrExit((failure) => finishTask({ type: 'failed', failure }, 1));
  return (input) => uncaughtCall(agent, input);
}

function finishTask(...outcome: Parameters<typeof finish>): void {
  inspected?.close();
  finish(...outcome);
}

function rejectLoad(failure: Failure): void {
  channel.send({ type: 'rejected', failure });
}

async function loadOrExit(tell: (failure: Failure) => void): Promise<Execute> {
  const reject = (thrown: unknown): never => {
    tell(loadFailure(thrown, progress, files));
    return exitNow(1);
  };
  const unwatch = watchLoading(reject);
  try {
    return await loadAgent(files, load.entrypoint);
  } catch (error) {
    return reject(error);
  } finally {
    unwatch();
  }
}
