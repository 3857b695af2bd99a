import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { processesNaming, remainingAfter } from './host-processes.ts';

describe.each(['on', 'off'])('with the sandbox %s', (sandbox) => {
  test.each(['forks', 'forks-node', 'forks-shell'])('nothing of %s survives a runtime that is killed', async (agent) => {
    const token = `token-${randomUUID()}`;
    const runtime = spawn(process.execPath, [join(import.meta.dirname, 'run-until-killed.ts'), agent, token, sandbox], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: runtime.stdout })) if (line.includes('"started"')) break;
    expect(processesNaming(token).length).toBeGreaterThan(1);
    runtime.kill('SIGKILL');
    expect(await remainingAfter(token, 5000)).toBe(0);
  });
});
