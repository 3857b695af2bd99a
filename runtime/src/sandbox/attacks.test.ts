import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAttacks } from './run-attacks.ts';

/** Several tries to use up the machine, one after the other. */
const patient = { timeout: 120_000 };

test('what an agent must not do is denied to it, as the user who runs the tests', patient, async () => {
  const { failed, rows } = await runAttacks();
  expect(failed).toEqual([]);
  expect(rows).toBeGreaterThan(30);
});

const systemPython = '/usr/bin/python3';

// Only root can become someone else; as an ordinary user the test above is this one already.
test.runIf(process.getuid?.() === 0 && existsSync(systemPython))('and as an ordinary user, when the tests run as root', patient, () => {
  const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'run-attacks.ts'), systemPython], {
    uid: 1001,
    gid: 1001,
    env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
    encoding: 'utf8',
  });
  const { failed }: { failed: unknown } = JSON.parse(answer);
  expect(failed).toEqual([]);
});
