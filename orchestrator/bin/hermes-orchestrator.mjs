#!/usr/bin/env node
// Plain JavaScript that Node 20 can read: what it starts needs a newer one, and this says so or finds it.
import { existsSync } from 'node:fs';

// Beside this file in a package, in the runtime's room in a checkout.
const beside = new URL('launch.mjs', import.meta.url);
const { launch } = await import(existsSync(beside) ? beside.href : new URL('../../runtime/bin/launch.mjs', import.meta.url).href);

await launch({ bundle: 'orchestrator.mjs', source: '../../orchestrator/src/cli/main.ts' });
