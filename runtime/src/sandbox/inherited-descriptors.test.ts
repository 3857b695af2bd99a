import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('a file that the runtime’s own parent left open does not reach an agent', async () => {
  const folder = mkdtempSync('/var/tmp/hermes-runtime-canary-');
  const canary = openSync(join(folder, 'canary'), 'w');
  // Node closes low numbers by itself when it starts; a high one is what it misses.
  const stdio = ['ignore', 'pipe', 'inherit', ...Array<'ignore'>(60).fill('ignore'), canary] as const;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../worker/run-agent.ts'), 'lists-descriptors-shell'], {
    stdio: [...stdio],
  });
  const answer = child.stdout === null ? '' : await text(child.stdout);
  expect(JSON.parse(answer)).toMatchObject({ outcome: { status: 'succeeded', output: { leaked: null } } });
  closeSync(canary);
  rmSync(folder, { recursive: true, force: true });
});
