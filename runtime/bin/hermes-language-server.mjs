#!/usr/bin/env node
// The language server has the same door as the runtime, so that one package brings both.
import { launch } from './launch.mjs';

await launch({ bundle: 'server.mjs', source: '../../server/src/main.ts' });
