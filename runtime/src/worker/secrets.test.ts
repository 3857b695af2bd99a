import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descendantsOf } from '../sandbox/process-table.ts';
import { type FixtureRunner, createFixtureRunner } from './fixture-runner.ts';
import { commandLine } from './host-processes.ts';

const secret = 'sk-live/4f9a+77 é';

describe.each([true, false])('with the sandbox %s', (enabled) => {
  let fixture: FixtureRunner;
  beforeAll(() => {
    fixture = createFixtureRunner({ agent: { sandbox: { enabled } } });
  });
  afterAll(() => fixture.close());

  test.each(['leaks-secret', 'leaks-secret-shell'])(
    '%s shows its secret in no event, no failure, no command line and no environment',
    async (agent) => {
      let worker = 0;
      let seenByOthers = '';
      const run = await fixture.run(
        agent,
        { api_key: secret, wait: 0.1 },
        {
          secrets: [secret],
          onEvent: (event) => {
            if ('pid' in event && typeof event.pid === 'number') worker = event.pid;
            if (!('text' in event) || event.text !== 'started') return;
            seenByOthers = descendantsOf(worker)
              .map((pid) => commandLine(pid) + environment(pid))
              .join('\n');
          },
        },
      );
      expect(run.outcome.status).toBe('failed');
      expect(seenByOthers).toContain('PATH=');
      const told = JSON.stringify(run);
      expect(told).toContain('‹secret›');
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
        expect(told).not.toContain(form);
        expect(seenByOthers).not.toContain(form);
      }
    },
  );
});

function environment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    // It ended between listing and reading.
    return '';
  }
}
