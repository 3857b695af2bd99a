import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { localPlace } from './index/local-disk.ts';
import { watchEnvironments } from './index/watch-environments.ts';

/** Serves one editor. `--stdio`, `--node-ipc`, `--socket=N` and `--pipe=NAME` are read from the command line by the package. */
export function runServer(): void {
  const place = localPlace();
  const { touch } = serve(createConnection(ProposedFeatures.all), place);
  const { environments } = place.disk;
  if (environments !== undefined) watchEnvironments(environments, () => touch(environments));
}
