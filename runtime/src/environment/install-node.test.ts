import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findProgram } from '../sandbox/find-program.ts';
import { createFixtureRunner, fixtureAgent } from '../worker/fixture-runner.ts';

// npm comes with most Nodes, not with all.
test.runIf(findProgram('npm') !== undefined)(
  'a Node agent runs once its package was installed, and no script of the package has run',
  async () => {
    const root = mkdtempSync('/var/tmp/hermes-runtime-npm-');
    const registry = await startRegistry(root);
    vi.stubEnv('npm_config_registry', registry.url);
    vi.stubEnv('npm_config_cache', join(root, 'cache'));
    const fixture = createFixtureRunner();
    const agent = fixtureAgent('needs-greeting-node');
    expect(await fixture.load(agent)).toMatchObject({ status: 'waiting', missing: ['tiny-greeting@^1.2.0'] });
    const events = [];
    for await (const event of fixture.environments.install(agent, { signal: new AbortController().signal })) events.push(event);
    expect(events.at(-1)).toEqual({ type: 'installed' });
    expect((await fixture.run(agent, { name: '世界' })).outcome).toMatchObject({ status: 'succeeded', output: { text: 'hello 世界' } });
    expect(fixture.environments.installed({ folder: agent.folder, dependencies: ['tiny-greeting@^1.2.0'] }, 'nodejs')).toEqual([
      { name: 'tiny-greeting', version: '1.2.3' },
    ]);
    expect(() => readFileSync(join(root, 'script-has-run'))).toThrow('ENOENT');
    await fixture.close();
    registry.close();
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true, force: true });
  },
);

/** One package on a loopback registry; its install script would leave a file. */
async function startRegistry(root: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const folder = join(root, 'package');
  mkdirSync(folder);
  const manifest = {
    name: 'tiny-greeting',
    version: '1.2.3',
    type: 'module',
    exports: './index.js',
    scripts: { postinstall: `touch ${join(root, 'script-has-run')}` },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'index.js'), "export const greet = (name) => 'hello ' + name;\n");
  execFileSync('tar', ['-czf', join(root, 'tiny-greeting.tgz'), '-C', root, 'package']);
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz') === true) return void response.end(readFileSync(join(root, 'tiny-greeting.tgz')));
    const dist = { tarball: `http://${request.headers.host}/tiny-greeting.tgz` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name: manifest.name, 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': { ...manifest, dist } } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
