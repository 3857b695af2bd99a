import * as l10n from '@vscode/l10n';
import type { AgentSummary } from '@hermes-runtime/schemas';
import { connect } from '../daemon/connect.ts';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { findAgent } from './agent-reference.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { installDependencies } from './install.ts';
import { say } from './output.ts';
import { readInput } from './read-input.ts';
import { submitTask } from './submit-task.ts';

export type RunOptions = { readonly input?: string; readonly install?: boolean; readonly strict?: boolean; readonly json?: boolean };

/** `hermes-runtime run`: starts what it needs, shows the trace on standard error and the output on standard output. */
export async function run(reference: string, options: RunOptions): Promise<ExitCode> {
  const input = readInput(options.input);
  const { client } = await connect();
  try {
    const agent = await ready(client, await findAgent(client, reference), options);
    return await submitTask(client, { agent_name: agent.name, agent_path: agent.path, input, source: 'cli' }, options);
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
