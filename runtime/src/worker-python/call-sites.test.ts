import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { type Harness, startHarness } from './harness-process.ts';
import { testPackages } from './test-packages.ts';

const server = await startFaultServer();
const packages = await testPackages();
afterAll(() => server.close());

const standard = `
import threading, urllib.request
from concurrent.futures import ThreadPoolExecutor

def get(url):
    return urllib.request.urlopen(url, timeout=5).read()

def execute(url):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(urllib.request.urlopen, [url + "?map"] * 3)) # line 10
        pool.submit(get, url + "?submit").result()
    thread = threading.Thread(target=urllib.request.urlopen, args=(url + "?thread",))
    thread.start() # line 13
    thread.join()
    for part in ["a", "b"]:
        if part == "c":
            continue
        list(ThreadPoolExecutor(1).map(urllib.request.urlopen, [url + "?turn"])) # line 18
`;

const thirdParty = `
import asyncio, aiohttp, httpx, requests, feedparser

async def many(url):
    async with httpx.AsyncClient() as client, aiohttp.ClientSession() as session:
        await asyncio.gather(*[client.get(url + "?httpx") for _ in range(3)]) # line 6
        await asyncio.gather(*[session.get(url + "?aiohttp") for _ in range(3)]) # line 7
        tasks = [asyncio.create_task(one(client, url)) for _ in range(2)]
        await asyncio.gather(*tasks)
        await asyncio.to_thread(requests.get, url + "?to_thread") # line 10

async def one(client, url):
    await client.get(url + "?task") # line 13

def execute(url):
    asyncio.run(many(url))
    feedparser.parse(url + "?feed") # line 17
    session = requests.Session()
    session.post(url + "?post", json={"a": 1}) # line 19
`;

async function sites(harness: Harness): Promise<string[]> {
  const { events, failure } = await harness.run(`${server.url}/ok`);
  expect(failure).toBeUndefined();
  const exchanges = events.filter((event) => event.type === 'http.exchanged');
  return exchanges.map(
    ({ url, at, iteration }) => `${new URL(url).search.slice(1)} :${at?.line}${iteration ? ` #${iteration.index}` : ''}`,
  );
}

test('work that is handed to threads keeps the line, and the turn, that handed it over', async () => {
  const harness = startHarness({ 'main.py': standard });
  expect(await sites(harness)).toEqual(['map :10', 'map :10', 'map :10', 'submit :6', 'thread :13', 'turn :18 #1', 'turn :18 #2']);
  await harness.close();
});

describe.skipIf(packages.status === 'missing')(
  packages.status === 'missing' ? `not run: ${packages.reason}` : 'asyncio and libraries',
  () => {
    let harness: Harness;
    beforeAll(() => {
      harness = startHarness({ 'main.py': thirdParty }, packages.status === 'ready' ? { packages: [packages.folder] } : {});
    });
    afterAll(() => harness.close());

    test('coroutines that run by themselves keep the line that made them', async () => {
      const found = await sites(harness);
      const threeTimes = (text: string): string[] => [text, text, text];
      expect(found).toEqual([
        ...threeTimes('httpx :6'),
        ...threeTimes('aiohttp :7'),
        'task :13',
        'task :13',
        'to_thread :10',
        'feed :17',
        'post :19',
      ]);
    });
  },
);
