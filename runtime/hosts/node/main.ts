import { installAgentHelper } from './agent-helper.ts';
import { agentFiles } from './agent-files.ts';
import { captureConsole } from './console-output.ts';
import { failureOf } from './failure.ts';
import { openFrameChannel } from './frame-channel.ts';
import { readLoadFrame, readTaskFrame } from './host-frames.ts';
import { loadAgent } from './load-agent.ts';
import { installLoadHooks } from './load-hooks.ts';
import { createReporter } from './reporter.ts';
import { runTask } from './run-task.ts';
import { createTaskScope } from './task-scope.ts';

const exitNow = process.exit.bind(process);
const started = performance.now();

/** Without its host a worker has no reason to live. */
const channel = openFrameChannel(() => exitNow(0));
const load = readLoadFrame(await channel.next());
const files = agentFiles(load.folder, load.snapshot);
const reporter = createReporter(channel);
const scope = createTaskScope();
const output = captureConsole(reporter.report, files, scope.iteration);
const tellHelper = installAgentHelper(reporter.report, files, scope);
installLoadHooks({ files, modules: load.modules, transform: (source) => source });

try {
  const execute = await loadAgent(files, load.entrypoint);
  channel.send({ type: 'ready', pid: process.pid, language_version: process.versions.node, load_ms: performance.now() - started });
  const task = readTaskFrame(await channel.next());
  channel.unref();
  reporter.begin(task);
  tellHelper(task);
  await runTask({ task, execute, files, reporter, output, exitNow });
} catch (error) {
  channel.send({ type: 'rejected', failure: failureOf(error, 'import_error', files) });
  exitNow(1);
}
