import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { defaultSettings } from '../config/runtime-settings.ts';
import { apiWorlds, type ApiWorld } from '../../testdata/api-world.ts';

const { world } = apiWorlds();

type Answer = {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Record<string, unknown>;
  readonly text: string;
};

/** `fetch` does not let a test say Host, Origin and Sec-Fetch-Site; a plain request does. */
function knock(it: ApiWorld, method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  const { hostname, port } = new URL(it.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers: { host: `${hostname}:${port}`, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const code = text.startsWith('{"error"') ? (JSON.parse(text) as { error: { code: string } }).error.code : undefined;
        resolve({ status: response.statusCode ?? 0, code, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const good = { authorization: 'Bearer the-token', 'content-type': 'application/json' };
const task = JSON.stringify({ agent_name: 'echo' });

test.each([
  ['no token', { 'content-type': 'application/json' }, 401, 'unauthorized'],
  ['a wrong token', { ...good, authorization: 'Bearer the-tokem' }, 401, 'unauthorized'],
  ['an empty token', { ...good, authorization: 'Bearer ' }, 401, 'unauthorized'],
  ['the token as a password', { ...good, authorization: 'Basic OnRoZS10b2tlbg==' }, 401, 'unauthorized'],
  ['another cookie', { 'content-type': 'application/json', cookie: 'hermes_runtime_1=x' }, 401, 'unauthorized'],
  ['a name that points here (DNS rebinding)', { ...good, host: 'evil.example:80' }, 421, 'host_refused'],
  ['our name with another port', { ...good, host: '127.0.0.1:1' }, 421, 'host_refused'],
  ['a page of another site', { ...good, origin: 'https://evil.example' }, 403, 'origin_refused'],
  ['a page on another port of this machine', { ...good, origin: 'http://127.0.0.1:1' }, 403, 'origin_refused'],
  ['a sandboxed frame', { ...good, origin: 'null' }, 403, 'origin_refused'],
  ['a browser that marks it as foreign', { ...good, 'sec-fetch-site': 'cross-site' }, 403, 'origin_refused'],
  ['a neighbour site', { ...good, 'sec-fetch-site': 'same-site' }, 403, 'origin_refused'],
  ['a form', { ...good, 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not_json'],
  ['text that could be JSON', { ...good, 'content-type': 'text/plain' }, 415, 'not_json'],
  ['a type that only begins like JSON', { ...good, 'content-type': 'application/jsonx' }, 415, 'not_json'],
])('refuses a task from %s', async (_name, headers, status, code) => {
  const it = await world();
  const answer = await knock(it, 'POST', '/api/v1/tasks', headers, task);
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect(it.engine.list().tasks).toEqual([]);
});

test('accepts the same task with the token, and from its own page', async () => {
  const it = await world();
  expect((await knock(it, 'POST', '/api/v1/tasks', good, task)).status).toBe(202);
  expect((await knock(it, 'POST', '/api/v1/tasks', { ...good, origin: it.url, 'sec-fetch-site': 'same-origin' }, task)).status).toBe(202);
  expect((await knock(it, 'POST', '/api/v1/tasks', { ...good, 'content-type': 'application/json; charset=utf-8' }, task)).status).toBe(202);
});

test('a 401 names the command that prints the token', async () => {
  const it = await world();
  const { text, headers } = await knock(it, 'GET', '/api/v1/tasks', {});
  expect(text).toContain('hermes-runtime token');
  expect(headers['www-authenticate']).toContain('Bearer');
});

test('health is open, everything else is not', async () => {
  const it = await world();
  for (const path of ['/health', '/livez', '/readyz']) expect([path, (await knock(it, 'GET', path, {})).status]).toEqual([path, 200]);
  for (const path of ['/metrics', '/openapi.json', '/api/v1/agents', '/api/v1/events', '/api/v1/runtime', '/api/v1/nothing'])
    expect([path, (await knock(it, 'GET', path, {})).status]).toEqual([path, 401]);
});

test('metrics can be opened by the configuration', async () => {
  const it = await world({ settings: { metrics: { open: true } } });
  expect((await knock(it, 'GET', '/metrics', {})).status).toBe(200);
});

test('a listed origin may call, and is told so without credentials', async () => {
  const it = await world({ settings: { ...defaultSettings, origins: ['https://team.example'] } });
  const origin = 'https://team.example';
  const asked = await knock(it, 'OPTIONS', '/api/v1/tasks', { origin, 'access-control-request-method': 'POST' });
  expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([204, origin]);
  const answer = await knock(it, 'POST', '/api/v1/tasks', { ...good, origin }, task);
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([202, origin]);
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  expect(
    (await knock(it, 'OPTIONS', '/api/v1/tasks', { origin: 'https://evil.example', 'access-control-request-method': 'POST' })).status,
  ).toBe(403);
});

test('a WebSocket passes the same door', async () => {
  const it = await world();
  const url = `${it.url.replace('http', 'ws')}/api/v1/stream`;
  const statusOf = (options: object): Promise<number | 'open'> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, options);
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('error', () => undefined);
    });
  expect(await statusOf({})).toBe(401);
  expect(await statusOf({ headers: { authorization: good.authorization, host: 'evil.example' } })).toBe(421);
  expect(await statusOf({ headers: { authorization: good.authorization }, origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf({ headers: { authorization: good.authorization } })).toBe('open');
});

test('the token of the console works once and becomes a cookie that works alone', async () => {
  const it = await world();
  const { console_url } = await it.doors.listen({ host: '127.0.0.1', port: 0 });
  const { pathname, search } = new URL(console_url);
  const opened = await knock(it, 'GET', pathname + search, {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  });
  expect([opened.status, opened.headers['location']]).toEqual([303, '/console/']);
  const [cookie = ''] = opened.headers['set-cookie'] as string[];
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  const session = { cookie: cookie.split(';')[0] ?? '' };
  expect((await knock(it, 'GET', '/api/v1/tasks', session)).status).toBe(200);
  expect(
    (await knock(it, 'POST', '/api/v1/tasks', { ...session, 'content-type': 'application/json', origin: 'http://localhost:3000' }, task))
      .status,
  ).toBe(403);
  expect((await knock(it, 'GET', pathname + search, {})).status).toBe(401);
  expect((await knock(it, 'GET', pathname, session)).status).toBe(303);
});

test.each(['//', 'http://[', '/%', '/console/%.js'])('survives a stranger who asks for %j, as a WebSocket and as a page', async (path) => {
  const it = await world();
  const { hostname, port } = new URL(it.url);
  const ask = async (more: string): Promise<string> => {
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${more}\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    return text.split(' ')[1] ?? '';
  };
  expect(await ask('connection: Upgrade\r\nupgrade: websocket\r\n')).toMatch(/^4/);
  expect(await ask('connection: close\r\n')).toMatch(/^[24]/);
  expect((await knock(it, 'GET', '/health', {})).status).toBe(200);
});
