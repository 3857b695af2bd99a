import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFixtureRunner, fixtureAgent } from '../worker/fixture-runner.ts';
import { processesNaming } from '../worker/host-processes.ts';
import { createEnvironments } from './find-environments.ts';
import type { InstallEvent } from './install-environment.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync('/var/tmp/hermes-runtime-install-');
  // Where the user says that packages come from is where they come from.
  vi.stubEnv('PIP_NO_INDEX', '1');
  vi.stubEnv('PIP_FIND_LINKS', root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A wheel is an archive with a record; Python writes one without any tool. */
function makeWheel(version: string): void {
  const script = `
import sys, zipfile
folder, version = sys.argv[1:]
info = f"tiny_greeting-{version}.dist-info"
with zipfile.ZipFile(f"{folder}/tiny_greeting-{version}-py3-none-any.whl", "w") as wheel:
    wheel.writestr("tiny_greeting.py", "def greet(name):\\n    return 'hello ' + name\\n")
    wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: tiny-greeting\\nVersion: {version}\\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "")
`;
  execFileSync('python3', ['-c', script, root, version]);
}

async function install(
  folder: string,
  signal: AbortSignal = new AbortController().signal,
  onEvent: (event: InstallEvent) => void = () => {},
): Promise<InstallEvent[]> {
  const events: InstallEvent[] = [];
  for await (const event of createEnvironments({ folder }).install(fixtureAgent('needs-greeting'), { signal })) {
    events.push(event);
    onEvent(event);
  }
  return events;
}

test('an agent waits for what it needs, names it, and runs once it was installed', async () => {
  makeWheel('1.2.0');
  const fixture = createFixtureRunner();
  const agent = fixtureAgent('needs-greeting');
  expect(await fixture.load(agent)).toMatchObject({
    status: 'waiting',
    waiting_for: 'dependencies',
    missing: ['tiny-greeting==1.2.0'],
    failure: { code: 'dependencies_missing' },
  });
  const events = [];
  for await (const event of fixture.environments.install(agent, { signal: new AbortController().signal })) events.push(event);
  expect(events.at(0)).toMatchObject({ type: 'progress', message: expect.stringContaining('tiny-greeting==1.2.0') });
  expect(events.at(-1)).toEqual({ type: 'installed' });
  expect(await fixture.load(agent)).toEqual({ status: 'loaded' });
  expect((await fixture.run(agent, { name: '世界' })).outcome).toMatchObject({ status: 'succeeded', output: { text: 'hello 世界' } });
  expect(fixture.environments.installed({ folder: agent.folder, dependencies: ['tiny-greeting==1.2.0'] }, 'python')).toEqual([
    { name: 'tiny_greeting', version: '1.2.0', modules: ['tiny_greeting'] },
  ]);
  await fixture.close();
});

test('an environment is made once; a second wish for the same finds it', async () => {
  makeWheel('1.2.0');
  const folder = join(root, 'environments');
  expect((await install(folder)).length).toBeGreaterThan(1);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(await install(folder)).toEqual([{ type: 'installed' }]);
});

test('a version that nobody has fails with the installer’s own words and leaves nothing', async () => {
  makeWheel('1.1.0');
  const folder = join(root, 'environments');
  expect((await install(folder)).at(-1)).toMatchObject({ type: 'failed', message: expect.stringContaining('tiny-greeting==1.2.0') });
  expect(readdirSync(folder)).toEqual([]);
});

test('a cancel ends the installer and leaves nothing', async () => {
  const server = await silentServer();
  const folder = join(root, 'environments');
  vi.stubEnv('PIP_FIND_LINKS', `http://127.0.0.1:${portOf(server)}/`);
  const controller = new AbortController();
  server.on('request', () => controller.abort());
  const events = await install(folder, controller.signal);
  expect(events.map(({ type }) => type)).not.toContain('installed');
  expect(readdirSync(folder)).toEqual([]);
  expect(processesNaming(folder)).toEqual([]);
  server.close();
});

test('whoever stops reading cancels as well', async () => {
  const server = await silentServer();
  const folder = join(root, 'environments');
  vi.stubEnv('PIP_FIND_LINKS', `http://127.0.0.1:${portOf(server)}/`);
  for await (const event of createEnvironments({ folder }).install(fixtureAgent('needs-greeting'), {
    signal: new AbortController().signal,
  })) {
    if (event.type === 'progress') break;
  }
  expect(readdirSync(folder)).toEqual([]);
  expect(processesNaming(folder)).toEqual([]);
  server.close();
});

/** Takes every request and never answers. */
async function silentServer(): Promise<Server> {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
