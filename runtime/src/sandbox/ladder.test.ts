import { expect, test } from 'vitest';
import type { RuntimeConfig } from '@hermes-runtime/schemas';
import { createFixtureRunner } from '../worker/fixture-runner.ts';

async function check(config: RuntimeConfig, options: { readonly bubblewrap?: string }, expected: object): Promise<void> {
  const fixture = createFixtureRunner(config, options);
  const { outcome, events } = await fixture.run('echo-python', { n: 1 });
  expect({ rung: fixture.runner.rung(), outcome, started: events[0], report: fixture.sandbox.report }).toMatchObject(expected);
  await fixture.close();
}

test('with bubblewrap agents run in namespaces', () =>
  check({}, {}, { rung: 'namespaces', outcome: { status: 'succeeded' }, started: { rung: 'namespaces', not_enforced: [] } }));

test('without bubblewrap the rung is job-only, and the trace says what is not held', () =>
  check(
    {},
    { bubblewrap: 'no-such-program' },
    {
      rung: 'job-only',
      outcome: { status: 'succeeded' },
      started: { rung: 'job-only', network: 'open', not_enforced: expect.arrayContaining(['permissions.read', 'permissions.write']) },
      report: { reason: expect.stringContaining('not installed'), remedy: expect.stringContaining('bubblewrap') },
    },
  ));

test('a bubblewrap that cannot start a sandbox is told with its own words', () =>
  check({}, { bubblewrap: '/bin/false' }, { rung: 'job-only', report: { reason: expect.stringContaining('could not start a sandbox') } }));

test('a sandbox that is switched off is shown as that', () =>
  check({ agent: { sandbox: { enabled: false } } }, {}, { rung: 'job-only', report: { reason: expect.stringContaining('switched off') } }));

test('a rung below the required one fails closed and names the way out', () =>
  check(
    { agent: { sandbox: { require: 'namespaces' } } },
    { bubblewrap: 'no-such-program' },
    {
      outcome: {
        status: 'failed',
        failure: { code: 'sandbox_unavailable', message: expect.stringContaining('Install the package bubblewrap') },
      },
      started: undefined,
    },
  ));

test('the required rung itself is enough', () =>
  check({ agent: { sandbox: { require: 'namespaces' } } }, {}, { outcome: { status: 'succeeded' } }));
