import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ReplayPlan } from '../ports.ts';
import { startEchoServer } from './echo-server.ts';
import { type HarnessOptions, type TaskRun, runOnce, startHarness } from './harness-process.ts';
import { testPackages } from './test-packages.ts';

const server = await startEchoServer();
const packages = await testPackages();
afterAll(() => server.close());
const missing = packages.status === 'missing' ? ` (not run: ${packages.reason})` : '';
const withPackages: HarnessOptions = packages.status === 'ready' ? { packages: [packages.folder] } : {};

const sends = `
import json, urllib.request
def send(url, value):
    request = urllib.request.Request(url + "/ok", json.dumps({"value": value}).encode())
    return urllib.request.urlopen(request).read().decode()
def execute(input_data):
    answers = []
    for value in input_data["values"]:
        try:
            answers.append(send(input_data["url"], value))
        except Exception as error:
            answers.append(repr(error))
    return answers
`;

const sender = startHarness({ 'main.py': sends });
const sent = await sender.run({ url: server.url, values: ['a', 'b', 'c'] }, { record: true });
const [a, b, c] = sent.output as string[];
afterAll(() => sender.close());

async function recorded(main: string, input: unknown, options: HarnessOptions = {}): Promise<TaskRun> {
  const run = await runOnce(main, input, { ...options, record: true });
  expect(run.failure).toBeUndefined();
  return run;
}

const exact = (run: TaskRun): ReplayPlan => ({ rule: 'exact', ...run.recorded });
const place = (run: TaskRun): ReplayPlan => ({ rule: 'place', ...run.recorded });
const divergences = (run: TaskRun): unknown[] => run.events.filter(({ type }) => type === 'exchange.diverged');

test('a request that was not recorded fails the attempt at its line, whatever the agent catches', async () => {
  const run = await sender.run({ url: server.url, values: ['a', 'changed', 'b'] }, { replay: exact(sent), trace: 'off' });
  expect(run.output).toBeUndefined();
  expect(run.failure).toMatchObject({
    code: 'divergence',
    message: `POST ${server.url}/ok (main.py:5) has no answer in the recording: it was recorded with another body.`,
    at: { file: 'main.py', line: 5 },
  });
  expect(divergences(run)).toMatchObject([
    {
      client: 'urllib',
      method: 'POST',
      reason: 'body_differs',
      asked: '{"value": "changed"}',
      recorded: '{"value": "b"}',
      at: { line: 5 },
    },
  ]);
});

test('each answer is given once; what is asked for more often, or was never asked for, diverges', async () => {
  const main = `${sends}
inner = execute
def execute(input_data):
    try:
        inner(input_data)
    except BaseException:
        pass
    try:
        urllib.request.urlopen(input_data["url"] + "/elsewhere")
    except:
        return "hidden"
`;
  const run = await runOnce(main, { url: server.url, values: ['a', 'a'] }, { replay: exact(sent) });
  expect(divergences(run)).toMatchObject([
    { reason: 'used_up' },
    { reason: 'not_recorded', method: 'GET', url: `${server.url}/elsewhere` },
  ]);
  expect(run.failure).toMatchObject({ code: 'divergence', message: expect.stringContaining('all its answers have been given') });
});

test('by place, a changed request gets the answer of the one before, and says so', async () => {
  const edited = sends.replace('"/ok"', '"/ok?v=2"').replace('def send', '\n\ndef send');
  const run = await runOnce(edited, { url: server.url, values: ['new', 'b'] }, { replay: place(sent) });
  expect(run.output).toEqual([a, b]);
  expect(run.events.flatMap((event) => (event.type === 'http.exchanged' ? [[event.replayed, event.changed]] : []))).toEqual([
    [true, true],
    [true, true],
  ]);
  const kept = await sender.run({ url: server.url, values: ['c', 'other', 'b'] }, { replay: place(sent) });
  expect(kept.output).toEqual([c, a, b]);
  expect(kept.events.map((event) => event.type === 'http.exchanged' && event.changed === true)).toContain(false);
});

test('an answer that was too large to keep diverges where it is asked for', async () => {
  const main = 'import urllib.request\ndef execute(url):\n    return len(urllib.request.urlopen(url + "/large").read())\n';
  const first = await recorded(main, server.url);
  const run = await runOnce(main, server.url, { replay: exact(first) });
  expect(divergences(run)).toMatchObject([{ reason: 'truncated', at: { line: 3 } }]);
  expect(run.failure).toMatchObject({ code: 'divergence', exception_type: 'Divergence' });
});

test('no program is started in a replay, but for those by which Python itself looks around', async () => {
  const main = `
import asyncio, os, platform, subprocess
async def soon(name):
    await (await asyncio.create_subprocess_exec("touch", name)).wait()
def execute(names):
    platform.processor()
    for start in [lambda name: subprocess.run(["touch", name]), lambda name: os.system("touch " + name), lambda name: asyncio.run(soon(name))]:
        try:
            start(names.pop())
        except BaseException as error:
            print(error)
    return [name for name in names if os.path.exists(name)]
`;
  const folder = mkdtempSync(join(tmpdir(), 'hermes-replay-'));
  const names = ['a', 'b', 'c'].map((name) => join(folder, name));
  const run = await runOnce(main, names, { replay: { rule: 'exact', exchanges: [], bodies: {}, feeds: [] } });
  expect(divergences(run)).toMatchObject([
    { reason: 'subprocess', client: 'subprocess', url: `touch ${names[2]}`, at: { line: 7 } },
    { reason: 'subprocess', url: `sh -c touch ${names[1]}`, at: { line: 7 } },
    { reason: 'subprocess', url: `touch ${names[0]}`, at: { line: 4 } },
  ]);
  rmSync(folder, { recursive: true });
});

test.skipIf(missing !== '')(`httpx, aiohttp and threads diverge in the same way${missing}`, async () => {
  const main = `
import asyncio, aiohttp, httpx, requests
from concurrent.futures import ThreadPoolExecutor
async def soon(url):
    async with httpx.AsyncClient() as client, aiohttp.ClientSession() as session:
        return await asyncio.gather(client.get(url), session.post(url, json={}), return_exceptions=True)
def execute(url):
    for call in [lambda: httpx.get(url), lambda: asyncio.run(soon(url)), lambda: list(ThreadPoolExecutor(1).map(requests.get, [url]))]:
        try:
            call()
        except Exception:
            return "eaten"
        except BaseException as error:
            print(type(error).__name__)
`;
  const run = await runOnce(main, server.url, { ...withPackages, replay: { rule: 'place', exchanges: [], bodies: {}, feeds: [] } });
  expect(divergences(run)).toMatchObject([
    { client: 'httpx', at: { line: 8 } },
    { client: 'httpx', at: { line: 6 } },
    { client: 'aiohttp', at: { line: 6 }, asked: '{}' },
    { client: 'requests', at: { line: 8 } },
  ]);
  expect(run.failure).toMatchObject({ code: 'divergence', at: { file: 'main.py', line: 8 } });
});

test.skipIf(missing !== '')(`what a proxy let through or refused is replayed without one${missing}`, async () => {
  const main = `
import httpx, requests, urllib.request
def execute(urls):
    answers = []
    for url in urls:
        for call in [lambda: requests.get(url).status_code, lambda: httpx.get(url).status_code, lambda: urllib.request.urlopen(url).status]:
            try:
                answers.append(call())
            except Exception as error:
                answers.append(repr(error))
    return answers
`;
  const urls = ['http://some.invalid:80/ok', 'https://other.invalid/'];
  const env = { http_proxy: server.url, https_proxy: server.url };
  const first = await recorded(main, urls, { ...withPackages, env });
  expect(first.output).toEqual([200, 200, 200, expect.stringContaining('ProxyError'), expect.stringContaining('403'), expect.any(String)]);
  const run = await runOnce(main, urls, { ...withPackages, replay: exact(first) });
  expect(run.failure).toBeUndefined();
  expect(run.output).toEqual(first.output);
});

const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,execve', '-o'];
const canTrace = spawnSync(strace[0] ?? '', [...strace.slice(1), '/dev/null', 'true']).status === 0;
const noTrace = canTrace ? missing : ' (not run: strace is missing or not allowed here)';
test.skipIf(noTrace !== '')(`a replay connects to nothing${noTrace}`, async () => {
  const main = `
import asyncio, aiohttp, httpx, requests, urllib.request
async def soon(url):
    async with aiohttp.ClientSession() as session, session.get(url + "?aiohttp") as answer:
        return await answer.text()
def execute(urls):
    answers = []
    for url in urls:
        for call in [lambda: requests.get(url).text, lambda: httpx.get(url).text, lambda: urllib.request.urlopen(url).status, lambda: asyncio.run(soon(url))]:
            try:
                answers.append(call())
            except Exception as error:
                answers.append(repr(error))
    return answers
`;
  const urls = [`${server.url}/ok`, 'http://nowhere.invalid/'];
  const first = await recorded(main, urls, withPackages);
  const folder = mkdtempSync(join(tmpdir(), 'hermes-replay-'));
  const calls = join(folder, 'calls');
  const run = await runOnce(main, urls, { ...withPackages, replay: exact(first), under: [...strace, calls] });
  expect(run.output).toEqual(first.output);
  const told = readFileSync(calls, 'utf8');
  expect(told).toContain('execve(');
  // The C library asks for a name service of this machine while Python starts.
  expect(told).not.toMatch(/connect\((?!.*nscd)/);
  rmSync(folder, { recursive: true });
});
