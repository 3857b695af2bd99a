import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { localPlace } from './index/local-disk.ts';

/** Serves one editor. `--stdio`, `--node-ipc`, `--socket=N` and `--pipe=NAME` are read from the command line by the package. */
export function runServer(): void {
  serve(createConnection(ProposedFeatures.all), localPlace());
}
