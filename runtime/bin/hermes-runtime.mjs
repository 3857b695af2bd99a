#!/usr/bin/env node
// Plain JavaScript that Node 20 can read: what it starts needs a newer one, and this says so or finds it.
import { launch } from './launch.mjs';

await launch({ bundle: 'runtime.mjs', source: '../src/cli/main.ts' });
