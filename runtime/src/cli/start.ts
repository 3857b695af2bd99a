import * as l10n from '@vscode/l10n';
import { connect } from '../daemon/connect.ts';
import { runtimePaths } from '../daemon/paths.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { writeResult } from './output.ts';

/** `hermes-runtime start`: how another program, such as an editor, gets at the runtime of this user. */
export async function start({ json }: { readonly json?: boolean }): Promise<ExitCode> {
  const { client, runtime, started } = await connect();
  client.close();
  const { socket } = runtimePaths();
  if (json === true) writeResult(JSON.stringify({ socket, ...runtime, started }));
  else
    writeResult(
      started ? l10n.t('Started: process {0}, {1}', runtime.pid, socket) : l10n.t('Already running: process {0}, {1}', runtime.pid, socket),
    );
  return exitCodes.ok;
}
