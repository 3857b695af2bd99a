import { afterAll, expect, test } from 'vitest';
import type { GivenAnswer } from '@hermes-runtime/schemas';
import { withGiven } from '../replay/given-exchanges.ts';
import { startEchoServer } from './echo-server.ts';
import { type HarnessOptions, runOnce, startHarness } from './harness-process.ts';
import { testPackages } from './test-packages.ts';

const server = await startEchoServer();
const packages = await testPackages();
afterAll(() => server.close());
const missing = packages.status === 'missing' ? ` (not run: ${packages.reason})` : '';
const withPackages: HarnessOptions = packages.status === 'ready' ? { packages: [packages.folder] } : {};
const given: GivenAnswer = { method: 'GET', url: 'http://recorded.example/stock/9', status: 200, body: { left: 3, name: '北京' } };

const urllib = `
import json, urllib.request
def execute(input_data):
    answers = []
    for url in input_data["urls"]:
        with urllib.request.urlopen(url) as answer:
            answers.append(json.load(answer) if "stock" in url else answer.read().decode())
    return answers
`;

test.each(['exact', 'place'] as const)('what a person gave comes after what was recorded, and is marked (%s)', async (rule) => {
  const sender = startHarness({ 'main.py': urllib });
  const ok = `${server.url}/ok`;
  const recorded = await sender.run({ urls: [ok] }, { record: true });
  const plan = withGiven(recorded.recorded, [given, { method: 'GET', url: ok, status: 200, body: 'once more' }]);
  const run = await sender.run({ urls: [ok, given.url, ok] }, { replay: { rule, ...plan }, trace: 'calls' });
  expect(run.failure).toBeUndefined();
  expect(run.output).toEqual([(recorded.output as string[])[0], given.body, 'once more']);
  const marks = run.events.flatMap((event) => (event.type === 'http.exchanged' ? [event.given ?? false] : []));
  expect(marks).toEqual([false, true, true]);
  const again = await sender.run({ urls: [given.url, given.url] }, { replay: { rule, ...plan } });
  expect(again.failure).toMatchObject({ code: 'divergence' });
  await sender.close();
});

test.runIf(packages.status === 'ready')(`requests, httpx and aiohttp get it too${missing}`, async () => {
  const code = `
import asyncio, aiohttp, httpx, requests
URL = "${given.url}"
async def later():
    async with aiohttp.ClientSession() as session, session.get(URL) as answer:
        return await answer.json()
def execute(input_data):
    return [requests.get(URL).json(), httpx.get(URL).json(), asyncio.run(later())]
`;
  const plan = withGiven({ exchanges: [], bodies: {} }, [given, given, given]);
  const run = await runOnce(code, {}, { ...withPackages, replay: { rule: 'exact', feeds: [], ...plan } });
  expect([run.failure, run.output]).toEqual([undefined, [given.body, given.body, given.body]]);
});
