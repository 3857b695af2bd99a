import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { orchestratorWorlds } from '../../testdata/orchestrator-world.ts';

const { world } = orchestratorWorlds();
/** Several programs start in each of these, on a machine that may be busy. */
const patient = { timeout: 240_000 };

test('makes, lists and revokes tokens, and the audit says who did', patient, async () => {
  const it = world({});
  const made = await it.run('token', 'create', '--name', 'ci', '--scopes', 'run, read', '--expires', '30d', '--json');
  const token = JSON.parse(made.stdout) as { name: string; token: string; scopes: string[]; expires_at: string };
  expect([made.code, token.name, token.scopes]).toEqual([0, 'ci', ['run', 'read']]);
  expect(Math.round((Date.parse(token.expires_at) - Date.now()) / 86_400_000)).toBe(30);
  const listed = await it.run('token', 'list');
  expect(listed.stdout).toMatch(/^ci {2}[0-9a-f]{12} {2}run,read {2}until /);
  expect(listed.stdout).not.toContain(token.token.slice(-43));
  expect(await it.run('token', 'create', '--name', 'ci', '--scopes', 'read')).toMatchObject({ code: 2 });
  expect(await it.run('token', 'revoke', 'ci')).toMatchObject({ code: 0, stdout: '' });
  expect(await it.run('token', 'revoke', 'ci')).toMatchObject({ code: 2 });
  const audit = JSON.parse((await it.run('audit', '--json')).stdout) as { action: string; by: string; subject: string }[];
  expect(audit.map(({ action, subject }) => [action, subject])).toEqual([
    ['token revoke', 'ci'],
    ['token create', 'ci (run,read)'],
  ]);
  expect(audit.every(({ by }) => by.startsWith('local:'))).toBe(true);
});

test.each([
  [['token', 'create', '--name', 'x y', '--scopes', 'read'], '"x y" is no name'],
  [['token', 'create', '--name', 'x', '--scopes', 'read,write'], '"write" is no scope; they are read, run, push, approve, admin.'],
  [['token', 'create', '--name', 'x', '--scopes', 'read', '--expires', 'soon'], '--expires takes a time such as'],
  [['audit', '--limit', 'all'], '--limit takes a whole number'],
  [['serve', '--config', 'none.yaml'], 'There is no configuration file none.yaml.'],
])('%j is a usage error in words', patient, async (args, words) => {
  const { code, stderr, stdout } = await world({}).run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});

test('other machines are let in with TLS or an explicit word only', patient, async () => {
  const open = 'server: { host: 0.0.0.0, port: 0 }\n';
  const it = world({ 'open.yaml': open, 'wrong.yaml': 'server: { port: eighty }\n', 'temporal.yaml': 'engine: temporal\n' });
  const refused = await it.run('serve', '--config', 'open.yaml');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('say server.insecure: true (or --insecure)')]);
  expect((await it.run('serve', '--config', 'wrong.yaml')).stderr).toContain('wrong.yaml:1:17: error:');
  expect((await it.run('serve', '--config', 'temporal.yaml')).stderr).toContain('engine: temporal is not supported');
  const server = await it.serve('', {}, ['--insecure'], 'server: { host: 0.0.0.0, port: 0 }\n');
  expect(await server.ask(undefined, 'GET', '/health')).toMatchObject({ status: 200 });
  expect(await server.ask(undefined, 'GET', '/api/v1/agents')).toMatchObject({ status: 401 });
});

test('serves HTTPS with the certificate of the configuration', patient, async () => {
  const it = world({});
  const [cert, key] = [join(it.folder, 'cert.pem'), join(it.folder, 'key.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=hermes',
      '-addext',
      'subjectAltName=DNS:hermes.example,IP:127.0.0.1',
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'ignore' },
  );
  const token = await it.token('ci', 'read');
  const server = await it.serve(
    '',
    {},
    [],
    'server: { host: 0.0.0.0, port: 0, allowed_hosts: [hermes.example], tls: { cert: cert.pem, key: key.pem } }\n',
  );
  expect(server.url).toMatch(/^https:/);
  const statusFor = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.url);
      const headers = { host, authorization: `Bearer ${token}` };
      request(
        { host: '127.0.0.1', port, path: '/api/v1/agents', headers, ca: readFileSync(cert), servername: 'hermes.example' },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on('error', reject)
        .end();
    });
  expect([await statusFor('hermes.example'), await statusFor('127.0.0.1'), await statusFor('evil.example')]).toEqual([200, 200, 421]);
});
