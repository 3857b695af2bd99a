import * as l10n from '@vscode/l10n';
import { connectIfRunning } from '../daemon/connect.ts';
import { stopAndWait } from '../daemon/stop-and-wait.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { say } from './output.ts';

/** `hermes-runtime stop`: ends the runtime of this user; its tasks are kept. */
export async function stop(): Promise<ExitCode> {
  const running = await connectIfRunning();
  if (!running) {
    say(l10n.t('No runtime is running.'));
    return exitCodes.ok;
  }
  const { client, runtime } = running;
  await stopAndWait(client);
  say(l10n.t('Stopped process {0}.', runtime.pid));
  return exitCodes.ok;
}
