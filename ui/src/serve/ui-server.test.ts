import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from './ui-settings.ts';
import { type UiServer, startUiServer } from './ui-server.ts';

type Seen = { readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string };

const seen: Seen[] = [];
let folder: string;
let upstream: Server;
let ui: UiServer;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-ui-'));
  mkdirSync(join(folder, 'console'));
  writeFileSync(join(folder, 'console/index.html'), '<h1>console</h1>');
  writeFileSync(join(folder, 'secret.js'), 'outside');
  symlinkSync('../secret.js', join(folder, 'console/link.js'));
  upstream = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      seen.push({ url: incoming.url ?? '', headers: incoming.headers, body });
      if (incoming.url?.includes('/events') !== true)
        return response.writeHead(200, { 'content-type': 'application/json', 'x-hermes-last-seq': '7', 'set-cookie': 'a=b' }).end('[]');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.write('id: 1\ndata: {}\n\n');
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const address = upstream.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const settings = readSettings(undefined, { ORCHESTRATOR_URL: `http://127.0.0.1:${port}`, HERMES_TOKEN: 'canary-token' });
  ui = await startUiServer({ ...settings, port: 0 }, join(folder, 'console'));
  const opened = await call('GET', new URL(ui.signInUrl()).pathname + new URL(ui.signInUrl()).search);
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await ui.close();
  upstream.closeAllConnections();
  upstream.close();
  rmSync(folder, { recursive: true });
});

async function call(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const { hostname, port } = new URL(ui.url);
  request({ host: hostname, port, method, path, headers, agent: false }, resolve).on('error', reject).end(body);
  return promise;
}

test('the printed address opens the console once, and the token of the API stays on this side', async () => {
  const { pathname, search } = new URL(ui.signInUrl());
  const first = await call('GET', pathname + search);
  expect([first.statusCode, first.headers.location]).toEqual([303, '/console/']);
  expect(String(first.headers['set-cookie'])).toMatch(/^hermes_ui_\d+=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await call('GET', pathname + search)).statusCode).toBe(401);
  const tasks = await call('GET', '/api/v1/tasks?limit=1', { cookie });
  expect([tasks.statusCode, await text(tasks), tasks.headers['x-hermes-last-seq']]).toEqual([200, '[]', '7']);
  expect(JSON.stringify([first.headers, tasks.headers])).not.toContain('canary');
  expect(tasks.headers['set-cookie']).toBeUndefined();
  expect(tasks.headers['x-hermes-target']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const last = seen.at(-1);
  expect([last?.url, last?.headers.authorization, last?.headers.cookie]).toEqual([
    '/api/v1/tasks?limit=1',
    'Bearer canary-token',
    undefined,
  ]);
});

test('a body and a stream go through as they come', async () => {
  const posted = await call('POST', '/api/v1/tasks', { cookie, 'content-type': 'application/json', origin: ui.url }, '{"agent_name":"a"}');
  expect([posted.statusCode, seen.at(-1)?.body]).toEqual([200, '{"agent_name":"a"}']);
  const events = await call('GET', '/api/v1/events?after=1', { cookie, 'last-event-id': '5' });
  const [chunk] = (await events[Symbol.asyncIterator]().next()).value === undefined ? [] : ['seen'];
  expect([chunk, seen.at(-1)?.headers['last-event-id']]).toEqual(['seen', '5']);
  events.destroy();
});

test.each([
  ['no cookie', {}, 401],
  ['another cookie', { cookie: 'hermes_ui_1=x' }, 401],
  ['a page of another site', { origin: 'http://evil.example' }, 403],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
  ['an origin that is null', { origin: 'null' }, 403],
  ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a request of the same site, but not of this one', { 'sec-fetch-site': 'same-site' }, 403],
  ['another name for this address', { host: 'rebound.example' }, 421],
] as const)('%s is refused', async (name, headers, status) => {
  const before = seen.length;
  const mine = name.includes('cookie') ? {} : { cookie };
  const answer = await call('POST', '/api/v1/tasks', { ...mine, ...headers, 'content-type': 'application/json' }, '{}');
  expect([answer.statusCode, seen.length]).toEqual([status, before]);
});

test.each(['/console/../secret.js', '/console/%2e%2e/secret.js', '/console/link.js', '/console/%00', '/etc/passwd'])(
  '%s is not given out',
  async (path) => {
    const answer = await call('GET', path, { cookie });
    expect(answer.statusCode === 404 || (await text(answer)).includes('<h1>')).toBe(true);
  },
);

test('an orchestrator that is not there is said in the API’s own words', async () => {
  const other = await startUiServer(
    { ...readSettings(undefined, { ORCHESTRATOR_URL: 'http://127.0.0.1:9' }), port: 0 },
    join(folder, 'console'),
  );
  const opened = await fetch(other.signInUrl(), { redirect: 'manual' });
  const answer = await fetch(`${other.url}/api/v1/tasks`, {
    headers: { cookie: String(opened.headers.get('set-cookie')).split(';')[0] ?? '' },
  });
  expect([answer.status, await answer.json()]).toEqual([
    502,
    {
      error: {
        code: 'orchestrator_unreachable',
        message: 'http://127.0.0.1:9 refused the connection. Is it running, and is ORCHESTRATOR_URL right?',
      },
    },
  ]);
  await other.close();
});

test('settings come from the file, and a mistake in it is named', () => {
  const file = join(folder, 'ui-config.json');
  writeFileSync(join(folder, 'token'), 'from-file\n');
  chmodSync(join(folder, 'token'), 0o600);
  writeFileSync(file, JSON.stringify({ server: { port: 3001 }, orchestrator_url: 'https://o.example', token_file: 'token' }));
  expect(readSettings(file, {})).toMatchObject({ port: 3001, host: '127.0.0.1', token: 'from-file' });
  expect(readSettings(file, { ORCHESTRATOR_URL: 'http://x' }).orchestrator.host).toBe('x');
  chmodSync(join(folder, 'token'), 0o644);
  expect(() => readSettings(file, {})).toThrow('others may read it');
  writeFileSync(file, '{"server":{"prot":1}}');
  expect(() => readSettings(file, {})).toThrow(/\/server additionalProperties prot/);
  expect(() => readSettings(undefined, { ORCHESTRATOR_URL: 'ftp://x' })).toThrow('http://');
});
