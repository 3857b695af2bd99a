import { createHash } from 'node:crypto';
import { gzipSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { startEchoServer } from './echo-server.ts';
import { type TaskRun, runOnce } from './harness-process.ts';

const server = await startEchoServer();
afterAll(() => server.close());

const token = 'nt-s3cr3t/+token';
const secrets = { secrets: [token], placeholders: ['hermes-secret-token'] };

function bodyOf({ recorded }: TaskRun, digest: string | undefined): string | undefined {
  const body = recorded.bodies[digest ?? ''];
  return body?.text ?? (body?.base64 === undefined ? undefined : Buffer.from(body.base64, 'base64').toString('latin1'));
}

test('an exchange is recorded with both bodies, its line and its try, and only where that was asked for', async () => {
  const main = `
import json, urllib.request
def execute(url):
    for _ in range(2):
        request = urllib.request.Request(url + "/echo?q=1", data=json.dumps({"n": 1}).encode(), headers={"Content-Type": "application/json"})
        urllib.request.urlopen(request).read()
`;
  const run = await runOnce(main, server.url, { record: true });
  const sent = '{"n": 1}';
  const digest = createHash('sha256').update(sent).digest('hex');
  expect(run.recorded.exchanges).toMatchObject([
    { n: 1, client: 'urllib', method: 'POST', url: `${server.url}/echo?q=1`, at: { file: 'main.py', line: 6 }, try: 1 },
    { n: 2, try: 2, request: { body: digest, digest }, response: { status: 200, reason: 'OK', encoding: 'wire' } },
  ]);
  const [first] = run.recorded.exchanges;
  expect(bodyOf(run, first?.request.body)).toBe(sent);
  expect(bodyOf(run, first?.response?.body)).toContain(JSON.stringify(sent));
  expect(first?.request.headers).toContainEqual(['Content-Type', 'application/json']);
  expect((await runOnce(main, server.url)).recorded).toEqual({ exchanges: [], bodies: {}, feeds: [] });
});

test('a secret is replaced wherever it went and wherever the server sent it back, and the lengths are mended', async () => {
  const main = `
import base64, urllib.parse, urllib.request
def execute(input_data):
    url, token = input_data["url"], input_data["token"]
    basic = base64.b64encode(("me:" + token).encode()).decode()
    for path in ["/echo", "/gzip", "/echo"]:
        query = urllib.parse.urlencode({"t": token, "api_key": "abc"})
        headers = {"Authorization": "Basic " + basic, "X-Token": token, "Cookie": "sid=1"}
        answer = urllib.request.urlopen(urllib.request.Request(url + path + "?" + query, (token + basic).encode(), headers))
        answer.read()
`;
  const run = await runOnce(main, { url: server.url, token }, { record: true, ...secrets });
  expect(run.wire).not.toContain(token);
  expect(run.wire).not.toContain(encodeURIComponent(token));
  expect(run.wire).not.toContain(Buffer.from(`me:${token}`).toString('base64').slice(4, 20));
  for (const { url, request, response } of run.recorded.exchanges) {
    expect(url).toContain('?t=hermes-secret-token&api_key=hermes-redacted');
    expect(request.headers).toContainEqual(['Authorization', 'Basic hermes-secret-token']);
    expect(request.headers).toContainEqual(['X-Token', 'hermes-secret-token']);
    expect(request.headers).toContainEqual(['Cookie', 'hermes-redacted']);
    expect(bodyOf(run, request.body)).toBe('hermes-secret-tokenhermes-secret-token');
    expect(response?.scrubbed).toBe(true);
    expect(response?.headers).toContainEqual(['set-cookie', 'session=hermes-redacted; Path=/']);
    const body = bodyOf(run, response?.body) ?? '';
    expect(response?.headers).toContainEqual(['content-length', String(body.length)]);
    const plain = url.includes('/gzip') ? gunzipSync(Buffer.from(body, 'latin1')).toString('utf8') : body;
    expect(plain).toContain('hermes-secret-token');
    expect(plain).not.toContain(server.cookie);
  }
});

test('what differs from run to run does not change the digest: secrets, boundaries, the time in a gzip header', async () => {
  const main = `
import gzip, urllib.request, uuid
def execute(input_data):
    url, token, when = input_data["url"], input_data["token"], input_data["when"]
    boundary = uuid.uuid4().hex
    part = '--%s\\r\\nContent-Disposition: form-data; name="t"\\r\\n\\r\\n%s\\r\\n--%s--\\r\\n' % (boundary, token, boundary)
    for data, headers in [
        (part.encode(), {"Content-Type": "multipart/form-data; boundary=" + boundary}),
        (gzip.compress(token.encode(), mtime=when), {"Content-Encoding": "gzip"}),
    ]:
        urllib.request.urlopen(urllib.request.Request(url + "/ok", data, headers)).read()
`;
  const digests = (run: TaskRun): unknown => run.recorded.exchanges.map(({ request }) => request.digest);
  const first = await runOnce(main, { url: server.url, token, when: 1 }, { record: true, ...secrets });
  const placeholder = { secrets: ['hermes-secret-token'], placeholders: ['hermes-secret-token'] };
  const second = await runOnce(main, { url: server.url, token: 'hermes-secret-token', when: 2 }, { record: true, ...placeholder });
  expect(digests(first)).toEqual(digests(second));
  expect(first.wire).not.toContain(gzipSync(token).toString('base64').slice(16, 24));
});

test('a body over two mebibytes is not kept, and the exchange says so', async () => {
  const main = 'import urllib.request\ndef execute(url):\n    urllib.request.urlopen(url + "/large").read()\n';
  const { recorded } = await runOnce(main, server.url, { record: true });
  expect(recorded.exchanges).toMatchObject([{ response: { status: 200, truncated: true } }]);
  expect(recorded.bodies).toEqual({});
});

test('a failed exchange is recorded with the error of the operating system and its phase', async () => {
  const main = `
import urllib.request
def execute(urls):
    for url in urls:
        try:
            urllib.request.urlopen(url, timeout=0.2).read()
        except OSError as error:
            print(error)
`;
  const urls = [`http://127.0.0.1:${server.closedPort}/`, `${server.url}/reset`, `${server.url}/silent`, 'http://nowhere.invalid/'];
  const { recorded } = await runOnce(main, urls, { record: true });
  expect(recorded.exchanges.map(({ error }) => error)).toMatchObject([
    { phase: 'connect', type: 'ConnectionRefusedError', errno: 111, message: 'Connection refused' },
    { phase: 'headers', type: 'ConnectionResetError', errno: 104 },
    { phase: 'headers', type: 'TimeoutError', message: 'timed out' },
    { phase: 'connect', type: 'gaierror' },
  ]);
});
