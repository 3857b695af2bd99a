import { beforeAll, describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { runInHarness, type HarnessOutcome, type HarnessRun } from './harness-process.ts';

const secret = 'sk-live/4f9a+77 é';
const placeholder = 'hermes-secret-token';

/** Sends by `fetch` and by `http`; each row is what came back. */
const agent = `import http from 'node:http';
import { gunzipSync } from 'node:zlib';
const send = (url, { method = 'GET', headers = {}, body } = {}) => new Promise((resolve, reject) => {
  const request = http.request(url, { method, headers }, (response) => {
    const pieces = [];
    response.on('data', (piece) => pieces.push(piece));
    response.on('end', () => resolve({ status: response.statusCode, said: response.headers['x-said'] ?? null, bytes: Buffer.concat(pieces) }));
  });
  request.on('error', reject);
  for (const piece of body ?? []) request.write(piece);
  request.end();
});
export async function execute({ base, token }) {
  const headers = { authorization: 'Bearer ' + encodeURIComponent(token), cookie: 'theme=dark' };
  const form = new FormData();
  form.append('file', new Blob(['新品']), 'new.txt');
  const posted = await fetch(base + '/' + encodeURIComponent(token) + '/echo', { method: 'POST', headers, body: JSON.stringify({ token }) });
  const stream = new ReadableStream({ start(c) { c.enqueue(Buffer.from('one ')); c.enqueue(Buffer.from('two')); c.close(); } });
  const packed = await send(base + '/packed', { headers });
  return {
    posted: [posted.headers.get('x-said'), await posted.text()],
    packed: [await (await fetch(base + '/packed', { headers })).json(), JSON.parse(gunzipSync(packed.bytes).toString())],
    form: (await (await fetch(base + '/echo', { method: 'POST', body: form })).text()).split('\\r\\n').slice(1, 4),
    streamed: await (await fetch(base + '/echo', { method: 'POST', body: stream, duplex: 'half' })).text(),
    written: (await send(base + '/echo', { method: 'POST', headers, body: ['three ', 'four'] })).bytes.toString(),
    basic: (await send(base + '/?api_key=unknown/echo', { method: 'POST', body: [Buffer.from('me:' + token).toString('base64')] })).status,
    chopped: await fetch(base + '/chopped').then((response) => response.text()).catch((error) => error.cause.message),
    head: (await fetch(base + '/fine', { method: 'HEAD' })).status,
    together: await Promise.all([3, 1, 2].map(async (n) => (await fetch(base + '/echo', { method: 'POST', body: 'n' + n })).text())),
  };
}`;

const rows = ['posted', 'packed', 'form', 'streamed', 'written', 'basic', 'chopped', 'head', 'together'];

/** As undici 6 does, which Node 22 has inside. */
const untold = `import { channel } from 'node:diagnostics_channel';
for (const name of ['bodyChunkSent', 'bodyChunkReceived']) channel('undici:request:' + name).publish = () => undefined;
`;

describe.each([
  ['', ''],
  [' by a copy of undici that does not tell its bodies', untold],
])('what is sent and received%s', (_name, head) => {
  let recorded: HarnessOutcome;
  let replayed: HarnessOutcome;

  beforeAll(async () => {
    const server = await startFaultServer('http');
    const run = { files: { 'main.mjs': head + agent }, trace: 'calls', placeholders: [placeholder] } as const;
    recorded = await runInHarness({ ...run, record: true, secrets: [secret], input: { base: server.url, token: secret } });
    await server.close();
    const { exchanges, bodies } = recorded;
    const replay = { rule: 'exact', exchanges, bodies, feeds: [] } as const;
    replayed = await runInHarness({
      ...run,
      record: true,
      replay,
      secrets: [placeholder],
      input: { base: server.url, token: placeholder },
    });
  }, 60_000);

  test.each(rows)('%s comes back from the recording', (row) => {
    expect(replayed.failure).toBeUndefined();
    expect(recorded.output).toHaveProperty(row);
    expect(Reflect.get(Object(replayed.output), row)).toEqual(Reflect.get(Object(recorded.output), row));
  });

  test('a replay of a replay has the same keys', () => {
    const keys = ({ exchanges }: HarnessOutcome): unknown =>
      exchanges.map(({ method, url, request }) => `${method} ${url} ${request.digest}`).toSorted();
    expect(keys(replayed)).toEqual(keys(recorded));
  });

  test('no form of the secret and no credential is kept, compressed bodies included', () => {
    const { exchanges } = recorded;
    const bodies = Object.values(recorded.bodies).map(({ text, base64 }) => text ?? Buffer.from(base64 ?? '', 'base64').toString('latin1'));
    const kept = JSON.stringify({ exchanges, bodies });
    for (const form of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      'theme=dark',
      Buffer.from(`me:${secret}`).toString('base64').slice(4, -4),
    ]) {
      expect(kept).not.toContain(form);
    }
    expect(exchanges[0]?.url).toMatch(/\/hermes-secret-token\/echo$/);
    expect(exchanges[0]?.request.headers).toContainEqual(['cookie', 'hermes-redacted']);
    expect(exchanges[0]?.response?.headers).toContainEqual(['x-said', `Bearer ${placeholder}`]);
    expect(exchanges.map(({ url }) => url)).toContainEqual(expect.stringMatching(/\?api_key=hermes-redacted$/));
    const packed = exchanges.filter(({ url }) => url.endsWith('/packed'));
    expect(packed.map(({ response }) => response?.scrubbed)).toEqual([true, true]);
  });
});

describe('a body that is too large', () => {
  const run: HarnessRun = {
    files: { 'main.mjs': 'export const execute = async (base) => (await (await fetch(base + "/large")).text()).length;' },
    trace: 'calls',
  };

  test('is not kept, and a replay that asks for it diverges', async () => {
    const server = await startFaultServer('http');
    const recorded = await runInHarness({ ...run, record: true, input: server.url });
    await server.close();
    const { exchanges, bodies } = recorded;
    expect(exchanges[0]?.response).toMatchObject({ status: 200, truncated: true });
    expect(bodies).toEqual({});
    const replayed = await runInHarness({ ...run, input: server.url, replay: { rule: 'exact', exchanges, bodies, feeds: [] } });
    expect(replayed.failure).toMatchObject({ code: 'divergence', at: { file: 'main.mjs', line: 1 } });
    expect(replayed.events).toMatchObject([{ type: 'exchange.diverged', reason: 'truncated' }]);
  });

  test('is one of more than 2 MiB, and those below make no frame that the runtime refuses', async () => {
    const server = await startFaultServer('http');
    const files = { 'main.mjs': 'export const execute = async (base) => (await (await fetch(base + "/zeros")).text()).length;' };
    const recorded = await runInHarness({ files, trace: 'calls', record: true, input: server.url });
    await server.close();
    const [body] = Object.values(recorded.bodies);
    expect(body?.base64?.length).toBeLessThan(3 * 1024 * 1024);
  });
});
