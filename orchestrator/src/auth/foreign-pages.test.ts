import { expect, test } from 'vitest';
import { accessWorlds } from '../../testdata/access-world.ts';

const { world } = accessWorlds();
const task = JSON.stringify({ agent_name: 'echo' });
const evil = 'https://evil.example';

/** What a page of another site can make a browser send, with the token that it should not have. */
const shapes: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  ['a fetch with JSON', 'POST', '/api/v1/tasks', { origin: evil }],
  ['a fetch without CORS', 'POST', '/api/v1/tasks', { origin: evil, 'sec-fetch-mode': 'no-cors', 'content-type': 'text/plain' }],
  ['a form', 'POST', '/api/v1/tasks', { origin: evil, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-mode': 'navigate' }],
  ['a form with a file', 'POST', '/api/v1/tasks', { origin: evil, 'content-type': 'multipart/form-data; boundary=x' }],
  ['a beacon', 'POST', '/api/v1/tasks', { origin: evil, 'content-type': 'text/plain;charset=UTF-8', 'sec-fetch-dest': 'empty' }],
  ['a sandboxed frame', 'POST', '/api/v1/tasks', { origin: 'null' }],
  ['a page on another port of this machine', 'POST', '/api/v1/tasks', { origin: 'http://127.0.0.1:1' }],
  ['a page that is called like us', 'POST', '/api/v1/tasks', { origin: 'http://localhost.evil.example' }],
  ['a browser that says cross-site and no origin', 'POST', '/api/v1/tasks', { 'sec-fetch-site': 'cross-site' }],
  ['an image', 'GET', '/api/v1/tasks', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' }],
  ['a script', 'GET', '/api/v1/agents', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors' }],
  [
    'a link to the API',
    'GET',
    '/api/v1/tasks',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ],
  ['the question before a request', 'OPTIONS', '/api/v1/tasks', { origin: evil, 'access-control-request-method': 'POST' }],
  ['an event stream', 'GET', '/api/v1/events', { origin: evil, accept: 'text/event-stream' }],
];

/** Names by which a page of an attacker can reach this port, once his DNS points here. */
const hosts = [
  'evil.example',
  'evil.example:80',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '127.0.0.1:1',
  '0.0.0.0',
  '[::ffff:7f00:1]',
];

const tokens: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['no token', {}],
  ['an empty token', { authorization: 'Bearer ' }],
  ['a guess', { authorization: `Bearer hro_000000000000_${'A'.repeat(43)}` }],
  ['a password', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ['a cookie', { cookie: 'hermes_runtime_8000=x' }],
  ['a token in the address', {}],
  ['the word', { authorization: 'Bearer undefined' }],
];

test('no page of another site is answered, whatever it sends; nor is it told anything', async () => {
  const it = await world();
  const good = it.bearer('admin');
  for (const [name, method, path, headers] of shapes) {
    const answer = await it.knock(method, path, { ...good, ...headers }, method === 'POST' ? task : undefined);
    expect([name, answer.status, answer.code]).toEqual([name, 403, 'origin_refused']);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
  expect(await it.knock('GET', '/api/v1/tasks', good)).toMatchObject({ status: 200, body: [] });
  // Nothing was changed; that they knocked is written down.
  const audit = it.orchestrator.access.audit.list({ limit: 100 });
  expect(audit.map(({ subject, status }) => [subject, status])).toEqual(shapes.map(() => ['refused', 403]));
  expect((await it.knock('POST', '/api/v1/tasks', good, task)).status).toBe(202);
});

test('no other name for this port is answered', async () => {
  const it = await world();
  const good = it.bearer('admin');
  for (const host of hosts) {
    const answer = await it.knock('POST', '/api/v1/tasks', { ...good, host }, task);
    expect([host, answer.status, answer.code]).toEqual([host, 421, 'host_refused']);
  }
  expect(await it.knock('GET', '/api/v1/tasks', good)).toMatchObject({ body: [] });
});

test('no wrong token is taken, and the answer names the command that makes a right one', async () => {
  const it = await world();
  for (const [name, headers] of tokens) {
    const path = name.endsWith('address') ? `/api/v1/tasks?token=${it.token('admin')}` : '/api/v1/tasks';
    const answer = await it.knock('POST', path, { 'content-type': 'application/json', ...headers }, task);
    expect([name, answer.status, answer.code]).toEqual([name, 401, 'unauthorized']);
    expect(answer.message).toContain('hermes-orchestrator token create');
  }
  const mine = it.bearer('read');
  it.orchestrator.access.tokens.revoke('t2', Date.now());
  expect(await it.knock('GET', '/api/v1/tasks', mine)).toMatchObject({
    status: 401,
    message: expect.stringContaining('"t2" was revoked') as string,
  });
});

test('health is open, and nothing else', async () => {
  const it = await world();
  const statuses = await Promise.all(
    ['/health', '/livez', '/readyz', '/metrics', '/openapi.json', '/api/v1/agents', '/api/v1/audit', '/api/v1/nothing'].map(
      async (path) => (await it.knock('GET', path)).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 200, 401, 401, 401, 401, 401]);
});

test('a listed origin may call with a token, and is never let in by itself', async () => {
  const origin = 'https://team.example';
  const it = await world({ server: { cors_allowed_origins: [origin] } });
  expect((await it.knock('GET', '/api/v1/agents', { origin })).status).toBe(401);
  const answer = await it.knock('GET', '/api/v1/agents', { ...it.bearer('read'), origin });
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, origin]);
});

test('a name that the configuration lists is answered, as a proxy sends it', async () => {
  const it = await world({ server: { allowed_hosts: ['Hermes.example.com'] } });
  const good = it.bearer('read');
  const statuses = await Promise.all(
    ['hermes.example.com', 'hermes.example.com:8443', 'evil.example.com'].map(
      async (host) => (await it.knock('GET', '/api/v1/agents', { ...good, host })).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 421]);
});
