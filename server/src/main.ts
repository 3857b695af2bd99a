#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// A good part of a start goes into compiling; what was compiled is kept where only this user writes. From sources nothing is kept.
const { HOME: home, XDG_CACHE_HOME: caches = home && join(home, '.cache') } = process.env;
if (caches && import.meta.filename.endsWith('.mjs')) enableCompileCache(join(caches, 'hermes-runtime', 'compiled'));

const { runServer } = await import('./run-server.ts');
runServer();
