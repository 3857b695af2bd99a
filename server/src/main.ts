#!/usr/bin/env node
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** By then an editor has its first answers; and one that ends the server by force later on finds the cache written. In milliseconds. */
const settledMs = 5000;

// A good part of a start goes into compiling; what was compiled is kept where only this user writes. From sources nothing is kept.
const { HOME: home, XDG_CACHE_HOME: caches = home && join(home, '.cache') } = process.env;
if (caches && import.meta.filename.endsWith('.mjs')) {
  enableCompileCache(join(caches, 'hermes-runtime', 'compiled'));
  setTimeout(flushCompileCache, settledMs).unref();
}

if (process.argv.slice(2).some((word) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(word))) {
  const { runServer } = await import('./run-server.ts');
  runServer();
} else {
  process.stderr.write(
    'hermes-language-server is started by an editor. Usage: hermes-language-server --stdio | --node-ipc | --socket=N | --pipe=NAME\n',
  );
  process.exitCode = 2;
}
