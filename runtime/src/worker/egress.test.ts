import { once } from 'node:events';
import { createServer } from 'node:http';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProgram } from '../sandbox/find-program.ts';
import type { AgentVersion } from '../ports.ts';
import { type FixtureRunner, createFixtureRunner, fixtureAgent, linesOf } from './fixture-runner.ts';

let fixture: FixtureRunner;
let port: number;
const server = createServer((request, response) => response.end(`${request.method} ${request.url} for ${request.headers.host}`));
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  fixture = createFixtureRunner();
});
afterAll(async () => {
  await fixture.close();
  server.close();
});

function withHosts(name: string, network: string[]): AgentVersion {
  const agent = fixtureAgent(name);
  return { ...agent, file: { ...agent.file, permissions: { network } }, ref: { ...agent.ref, digest: `${name} ${network.join()}` } };
}

// Node's fetch keeps a proxy's answer to itself; the trace has it all the same.
const refusals = {
  fetches: { status: 403, body: expect.stringContaining('not in permissions.network') },
  'fetches-node': { error: expect.stringContaining('cancelled') },
};

test.each(['fetches', 'fetches-node'] as const)('%s reaches a host on its list and no other', async (name) => {
  const [listed, other, unlisted] = [`http://127.0.0.1:${port}/news?n=1`, `http://127.0.0.1:${port + 1}/`, 'http://example.org/'];
  const run = await fixture.run(withHosts(name, [`127.0.0.1:${port}`]), { urls: [listed, other, unlisted] });
  const { outcome, events } = run;
  expect(outcome).toMatchObject({
    status: 'succeeded',
    output: {
      [listed]: { status: 200, body: `GET /news?n=1 for 127.0.0.1:${port}` },
      [other]: refusals[name],
      [unlisted]: refusals[name],
    },
  });
  expect(events[0]).toMatchObject({ type: 'attempt.started', network: [`127.0.0.1:${port}`], not_enforced: [] });
  expect(linesOf(run, 'stderr')).toContain('network: example.org:80 is not in permissions.network of this agent');
});

test.runIf(findProgram('curl') !== undefined)('so does a program that a shell agent starts', async () => {
  const url = `http://127.0.0.1:${port}/`;
  const { outcome } = await fixture.run(withHosts('fetches-shell', ['127.0.0.1']), { urls: [url] });
  expect(outcome).toMatchObject({ status: 'succeeded', output: { [url]: { status: 200 } } });
});

test('past the proxy there is nothing', async () => {
  const agent = withHosts('looks-around', ['127.0.0.1', 'example.org']);
  const { outcome } = await fixture.run(agent, { direct: ['connect', '127.0.0.1', port], dns: ['resolve', 'example.org'] });
  expect(outcome).toMatchObject({
    status: 'succeeded',
    output: { direct: { denied: expect.anything() }, dns: { denied: expect.anything() } },
  });
});

const systemPython = '/usr/bin/python3';
test.runIf(process.getuid?.() === 0 && existsSync(systemPython))('an ordinary user can open the way too', async () => {
  const urls = [`http://127.0.0.1:${port}/`, 'http://example.org/'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'run-agent.ts'), 'fetches', JSON.stringify({ urls }), systemPython, `127.0.0.1:${port}`],
    {
      uid: 1001,
      gid: 1001,
      env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
      encoding: 'utf8',
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: { status: 'succeeded', output: { [urls[0] ?? '']: { status: 200 }, [urls[1] ?? '']: { status: 403 } } },
  });
});
