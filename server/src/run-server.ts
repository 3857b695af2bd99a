import { Console } from 'node:console';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { localPlace } from './index/local-disk.ts';
import { watchEnvironments } from './index/watch-environments.ts';
import { diskAndMirror } from './web/disk-and-mirror.ts';
import { FileMirror } from './web/file-mirror.ts';
import { serveMirror } from './web/serve-mirror.ts';
import { wholeMessages } from './whole-messages.ts';

/**
 * Serves one editor. `--stdio`, `--node-ipc`, `--socket=N` and `--pipe=NAME` are read from the command line by the package.
 * With `--virtual-files` it also sends files that lie on no disk, as our extension does; else an address that is no file's is nothing to us.
 */
export function runServer(): void {
  const place = localPlace();
  const mirror = new FileMirror();
  const { touch } = process.argv.includes('--virtual-files')
    ? serveMirror(connect(), diskAndMirror(place, mirror), mirror)
    : serve(connect(), place);
  const { environments } = place.disk;
  if (environments !== undefined) watchEnvironments(environments, () => touch(environments));
}

function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  // Whatever a package has to say must not come between the messages.
  globalThis.console = new Console(process.stderr);
  return createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout));
}
