import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { type Harness, startHarness } from '../runtime/src/worker-python/harness-process.ts';
import { testPackages } from '../runtime/src/worker-python/test-packages.ts';
import { interleaved, percentile, printTable } from './figures.ts';

/**
 * What the trace and a recording cost a Python agent: the same work with each on beside off, in turn.
 * The agent measures its own CPU time, so that neither the start of its process nor the rest of the machine is in the numbers.
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '15' } } });
const rounds = Number(values.n);

const agent = `
import json, logging, time, urllib.request
try:
    import aiohttp, asyncio, httpx, requests
except ImportError:
    pass

ITEMS = list(range(300_000))

def loop_plain(url):
    total = 0
    for n in ITEMS:
        total += n % 7
    return total

def loop_continue(url):
    total = 0
    for n in ITEMS:
        if n % 7 == 0:
            continue
        total += n % 7
    return total

def loop_try(url):
    total = 0
    for n in ITEMS:
        try:
            total += n % 7
        except ValueError:
            total = 0
    return total

def exceptions(url):
    seen = 0
    for n in ITEMS[:300]:
        try:
            json.loads("{")
        except ValueError:
            seen += n
    return seen

def prints(url):
    for n in range(300):
        print("item", n)

def use_urllib(url):
    for n in range(100):
        urllib.request.urlopen(url).read()

def use_requests(url):
    session = requests.Session()
    for n in range(100):
        session.get(url).text

def use_httpx(url):
    with httpx.Client() as client:
        for n in range(100):
            client.get(url).text

def use_aiohttp(url):
    async def main():
        async with aiohttp.ClientSession() as session:
            for n in range(100):
                async with session.get(url) as response:
                    await response.text()
    asyncio.run(main())

def execute(input_data):
    work = globals()[input_data["work"]]
    work(input_data["url"])
    began, cpu = time.perf_counter(), time.process_time()
    work(input_data["url"])
    return {"cpu_ms": (time.process_time() - cpu) * 1000, "wall_ms": (time.perf_counter() - began) * 1000}
`;

/** How many of what one measured run holds, to give the cost of one. */
const standard = { loop_plain: 300_000, loop_continue: 300_000, loop_try: 300_000, exceptions: 300, prints: 300, use_urllib: 100 };
const others = { use_requests: 100, use_httpx: 100, use_aiohttp: 100 };

const server = createServer((request, response) => {
  request.resume();
  // A page as agents read them: 20 KB, and 20 ms away if asked for.
  setTimeout(() => response.end('x'.repeat(20_000)), request.url === '/far' ? 20 : 0);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;

const packages = await testPackages();
if (packages.status === 'missing') console.log(`requests, httpx and aiohttp are not measured: ${packages.reason}\n`);
const options = packages.status === 'ready' ? { packages: [packages.folder] } : {};
const start = (trace: 'off' | 'calls' | 'full'): Harness => startHarness({ 'main.py': agent }, { ...options, trace });
const harnesses = { off: start('off'), calls: start('calls'), full: start('full') };

const works: Readonly<Record<string, number>> = packages.status === 'ready' ? { ...standard, ...others } : standard;
for (const [work, count] of Object.entries(works)) await compare(work, work, count, url);
const far = packages.status === 'ready' ? 'use_requests' : 'use_urllib';
await compare(`${far}, each answer 20 ms away`, far, 100, `${url}far`);

await Promise.all(Object.values(harnesses).map((harness) => harness.close()));
server.closeAllConnections();
server.close();

async function compare(title: string, work: string, count: number, target: string): Promise<void> {
  const walls: number[] = [];
  const run = (trace: 'off' | 'calls' | 'full', record: boolean) => async (): Promise<number> => {
    const { output, failure } = await harnesses[trace].run({ work, url: target }, { trace, record });
    if (!isMeasured(output)) throw new Error(JSON.stringify(failure));
    if (trace === 'off') walls.push(output.wall_ms);
    return output.cpu_ms;
  };
  const series = await interleaved(rounds, {
    off: run('off', false),
    calls: run('calls', false),
    full: run('full', false),
    recorded: run('full', true),
  });
  console.log(`### ${title}, ${count} times`);
  printTable(series, 'CPU ms');
  const [off = 0, calls = 0, full = 0, recorded = 0] = series.map(({ samples }) => percentile(samples, 0.5));
  const wall = percentile(walls, 0.5);
  const each = (on: number): string => `${(((on - off) / count) * 1000).toFixed(2)} µs`;
  const share = (on: number): string => `${(((on - off) / wall) * 100).toFixed(1)} %`;
  console.log(
    `Of each: calls ${each(calls)}, full ${each(full)}, and recorded ${each(recorded)}. ` +
      `Of the task's ${wall.toFixed(0)} ms: calls ${share(calls)}, full ${share(full)}, and recorded ${share(recorded)}.\n`,
  );
}

type Measured = { readonly cpu_ms: number; readonly wall_ms: number };

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'cpu_ms' in value && 'wall_ms' in value;
}
