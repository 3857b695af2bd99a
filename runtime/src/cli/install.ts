import * as l10n from '@vscode/l10n';
import type { AgentSummary } from '@hermes-runtime/schemas';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { CliError, exitCodes } from './exit-codes.ts';
import { say } from './output.ts';
import { inert } from './trace/cells.ts';

export type InstallChoice = { readonly install?: boolean; readonly json?: boolean };

/** Installs what an agent lacks: with `--install`, or after a yes. Ctrl+C cancels and leaves nothing half done. */
export async function installDependencies(client: RuntimeClient, agent: AgentSummary, choice: InstallChoice): Promise<void> {
  const { name, path, missing_dependencies: missing = [] } = agent;
  await install(client, { name, missing: missing.join(' '), body: { agent_path: path } }, choice);
}

/** What a debugger needs beside an agent, which stays as it is. */
export async function installDebugger(
  client: RuntimeClient,
  { name, path }: { readonly name: string; readonly path: string },
  choice: InstallChoice,
): Promise<void> {
  await install(client, { name, missing: 'debugpy', body: { agent_path: path, debugger: true } }, choice);
}

type Wanted = { readonly name: string; readonly missing: string; readonly body: object };

async function install(client: RuntimeClient, { name, missing, body }: Wanted, choice: InstallChoice): Promise<void> {
  if (choice.install !== true && !(await agrees(missing, choice))) {
    throw new CliError(exitCodes.notStarted, l10n.t('{0} needs {1}. Run again with --install to install it.', name, missing));
  }
  const abort = new AbortController();
  const onSignal = (): void => abort.abort();
  process.once('SIGINT', onSignal);
  try {
    say(l10n.t('Installing {0}', missing));
    const stream = await client.stream('POST', '/api/v1/environments', { body, signal: abort.signal });
    for await (const { type, data } of stream.events) report(type, data);
  } catch (error) {
    if (abort.signal.aborted) throw new CliError(exitCodes.interrupted, l10n.t('Canceled. Nothing was installed.'));
    throw error;
  } finally {
    process.off('SIGINT', onSignal);
  }
}

function report(type: string, data: string): void {
  const event: unknown = JSON.parse(data);
  const message = typeof event === 'object' && event !== null && 'message' in event ? inert(String(event.message)) : '';
  if (type === 'failed') throw new CliError(exitCodes.notStarted, message);
  if (type === 'progress') say(`  ${message}`);
}

/** Asks only a person: neither a script nor a pipe can answer. */
async function agrees(missing: string, { json }: InstallChoice): Promise<boolean> {
  if (json === true || !process.stdin.isTTY || !process.stderr.isTTY) return false;
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({
    message: l10n.t('Needs {0}. Install?', missing),
    output: process.stderr,
    active: l10n.t('Install'),
    inactive: l10n.t('Not now'),
  });
  return answer === true;
}
