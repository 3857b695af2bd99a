import { Console } from 'node:console';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { localPlace } from './index/local-disk.ts';
import { watchEnvironments } from './index/watch-environments.ts';
import { wholeMessages } from './whole-messages.ts';

/** Serves one editor. `--stdio`, `--node-ipc`, `--socket=N` and `--pipe=NAME` are read from the command line by the package. */
export function runServer(): void {
  const place = localPlace();
  const { touch } = serve(connect(), place);
  const { environments } = place.disk;
  if (environments !== undefined) watchEnvironments(environments, () => touch(environments));
}

function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  // Whatever a package has to say must not come between the messages.
  globalThis.console = new Console(process.stderr);
  return createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout));
}
