import * as l10n from '@vscode/l10n';
import { findingsOf, type AgentSummary, type TaskView } from '@hermes-runtime/schemas';
import { connect } from '../daemon/connect.ts';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { findAgent } from './agent-reference.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { installDependencies } from './install.ts';
import { say, writeResult } from './output.ts';
import { readInput } from './read-input.ts';
import { followTask } from './task-stream.ts';
import { tracePrinter } from './trace-printer.ts';
import { shortId } from './trace/render-trace.ts';

export type RunOptions = { readonly input?: string; readonly install?: boolean; readonly strict?: boolean; readonly json?: boolean };

/** `hermes-runtime run`: starts what it needs, shows the trace on standard error and the output on standard output. */
export async function run(reference: string, options: RunOptions): Promise<ExitCode> {
  const input = readInput(options.input);
  const { client } = await connect();
  try {
    const agent = await ready(client, await findAgent(client, reference), options);
    return await runTask(client, agent, input, options);
  } finally {
    client.close();
  }
}

/** An agent whose dependencies are missing is asked about once; whatever else is wrong ends here, in its own words. */
async function ready(client: RuntimeClient, agent: AgentSummary, options: RunOptions): Promise<AgentSummary> {
  const problems = agent.problems.filter(({ severity }) => severity === 'error');
  if (agent.status === 'loaded') return agent;
  if (agent.status === 'waiting' && agent.waiting_for === 'dependencies') {
    await installDependencies(client, agent, options);
    return agent;
  }
  // The last good version serves, but what was saved is not what would run: that must be seen.
  if (agent.digest !== undefined) {
    say(l10n.t('{0}: the saved version does not load; running the last good one, {1}.', agent.name, agent.digest.slice(0, 4)));
    say(reasonOf(agent));
    return agent;
  }
  const lines = problems.map(
    ({ path, range, message, code }) => `  ${path}:${range.start.line + 1}:${range.start.character + 1} ${message} (${code})`,
  );
  throw new CliError(
    exitCodes.notStarted,
    [l10n.t('{0} does not load.', agent.name), ...(lines.length > 0 ? lines : [reasonOf(agent)])].join('\n'),
  );
}

function reasonOf({ failure }: AgentSummary): string {
  if (!failure) return '';
  const type = failure.exception_type === undefined ? '' : `${failure.exception_type}: `;
  const place = failure.at ? ` (${failure.at.file}:${failure.at.line})` : '';
  return `  ${type}${failure.message}${place}`;
}

async function runTask(client: RuntimeClient, agent: AgentSummary, input: unknown, options: RunOptions): Promise<ExitCode> {
  const body = { agent_name: agent.name, agent_path: agent.path, input, source: 'cli' };
  const stream = await client.stream('POST', '/api/v1/tasks', { body });
  const taskId = String(stream.headers['x-hermes-task-id']);
  const interrupt = cancelOnInterrupt(client, taskId);
  const printer = options.json === true ? undefined : tracePrinter(process.stderr, nextSteps);
  try {
    const view = await followTask(stream, (event, current) => {
      if (printer) printer.show(current);
      else writeResult(JSON.stringify(event));
    });
    if (printer) printer.finish(view);
    else writeResult(JSON.stringify((await client.call('GET', `/api/v1/tasks/${taskId}`)).body));
    // On a terminal the trace has just shown the output.
    if (printer && view.status === 'succeeded' && !process.stdout.isTTY) writeResult(JSON.stringify(view.output ?? null));
    return exitCodeOf(view, { ...options, interrupted: interrupt.happened() });
  } finally {
    interrupt.dispose();
  }
}

/** Only commands that work are named. */
function nextSteps({ task_id, failure }: TaskView): readonly string[] {
  const machine = failure?.code === 'interpreter_missing' || failure?.code === 'sandbox_unavailable';
  return [`hermes-runtime trace ${shortId(task_id)} --json`, ...(machine ? ['hermes-runtime doctor'] : [])];
}

function exitCodeOf(view: TaskView, { strict, interrupted }: RunOptions & { readonly interrupted: boolean }): ExitCode {
  if (interrupted) return exitCodes.interrupted;
  if (view.status !== 'succeeded') return exitCodes.failed;
  return strict === true && findingsOf(view).length > 0 ? exitCodes.findings : exitCodes.ok;
}

/** The first Ctrl+C cancels the task and waits for its end; the second leaves at once. */
function cancelOnInterrupt(client: RuntimeClient, taskId: string): { readonly happened: () => boolean; readonly dispose: () => void } {
  let happened = false;
  const onSignal = (): void => {
    if (happened) process.exit(exitCodes.interrupted);
    happened = true;
    say(l10n.t('Canceling… (Ctrl+C again leaves at once)'));
    client.call('POST', `/api/v1/tasks/${taskId}/cancel`, { body: { reason: 'Ctrl+C' } }).catch((error: unknown) => say(String(error)));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    happened: () => happened,
    dispose: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
