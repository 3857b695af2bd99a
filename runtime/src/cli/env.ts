import * as l10n from '@vscode/l10n';
import { connect } from '../daemon/connect.ts';
import { findAgent } from './agent-reference.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { installDependencies } from './install.ts';
import { say, writeResult } from './output.ts';

export type EnvOptions = { readonly install?: boolean; readonly json?: boolean };

/** `hermes-runtime env`: what an agent needs beside its own files, and whether it is there. */
export async function env(reference: string, options: EnvOptions): Promise<ExitCode> {
  const { client } = await connect();
  try {
    const agent = await findAgent(client, reference);
    const missing = agent.missing_dependencies ?? [];
    if (options.install === true && missing.length > 0) {
      await installDependencies(client, agent, options);
      say(l10n.t('Installed.'));
      return exitCodes.ok;
    }
    if (options.json === true)
      writeResult(JSON.stringify({ name: agent.name, status: agent.status, waiting_for: agent.waiting_for ?? null, missing }));
    else
      writeResult(
        missing.length === 0
          ? (agent.failure?.message ?? l10n.t('{0} has all that it needs.', agent.name))
          : l10n.t('{0} needs {1}. Run again with --install to install it.', agent.name, missing.join(' ')),
      );
    return agent.status === 'waiting' ? exitCodes.notStarted : exitCodes.ok;
  } finally {
    client.close();
  }
}
