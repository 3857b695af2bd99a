#!/usr/bin/env node
import { runtimeVersion } from '../daemon/version.ts';

// The one thing that scripts ask often; it needs none of the rest.
if (process.argv[2] === '--version' && process.argv.length === 3) {
  process.stdout.write(`${runtimeVersion}\n`);
} else {
  const { runCli } = await import('./run-cli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
