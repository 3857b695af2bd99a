import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { parseArgs } from 'node:util';
import { interleaved, percentile, printTable } from './figures.ts';

/**
 * What the trace costs a Node agent: the same work with the trace on beside off, in turn.
 * The agent measures its own work in CPU time, so that neither the start of the process nor the rest of the machine is in the numbers.
 */
const root = join(import.meta.dirname, '..');
const built = join(root, 'client/dist/hosts/node/harness.mjs');
const harness = existsSync(built) ? built : join(root, 'runtime/hosts/node/harness.mjs');
const { values } = parseArgs({ options: { n: { type: 'string', default: '15' } } });
const rounds = Number(values.n);

const agent = `import http from 'node:http';
const get = (url) => new Promise((resolve, reject) => {
  http.get(url, (response) => response.resume().on('end', resolve)).on('error', reject);
});
const items = Array.from({ length: 300_000 }, (_, n) => n);
const works = {
  async nothing() {},
  async 'loop without continue'() { let sum = 0; for (const n of items) sum += n % 7; return sum; },
  async 'loop with continue'() { let sum = 0; for (const n of items) { if (n % 7 === 0) continue; sum += n % 7; } return sum; },
  async 'loop with try'() { let sum = 0; for (const n of items) { try { sum += n % 7; } catch { sum = 0; } } return sum; },
  async 'loop with await'() { let sum = 0; for (const n of items.slice(0, 10_000)) { sum += await n; } return sum; },
  async 'exceptions caught'() { let seen = 0; for (const n of items.slice(0, 300)) { try { JSON.parse('{'); } catch { seen += n; } } return seen; },
  async 'prints'() { for (let n = 0; n < 300; n += 1) console.log('item %d', n); },
  async 'fetch'({ url }) { for (let n = 0; n < 100; n += 1) await (await fetch(url)).text(); },
  async 'Date.now'() { let sum = 0; for (let n = 0; n < 10_000; n += 1) sum += Date.now(); return sum; },
  async 'http.get'({ url }) { for (let n = 0; n < 100; n += 1) await get(url); },
};
export async function execute(input) {
  await works[input.work](input);
  const began = process.cpuUsage();
  const started = performance.now();
  await works[input.work](input);
  const { user, system } = process.cpuUsage(began);
  return { cpu_ms: (user + system) / 1000, wall_ms: performance.now() - started };
}
`;

/** How many of what one measured run holds, to give the cost of one. */
const counts: Readonly<Record<string, number>> = {
  'loop without continue': 300_000,
  'loop with continue': 300_000,
  'loop with try': 300_000,
  'loop with await': 10_000,
  'exceptions caught': 300,
  prints: 300,
  fetch: 100,
  'http.get': 100,
  'Date.now': 10_000,
};

const snapshot = mkdtempSync(join(tmpdir(), 'hermes-bench-'));
writeFileSync(join(snapshot, 'main.mjs'), agent);
const server = createServer((request, response) => {
  request.resume();
  // A page as agents read them: 20 ms away, 20 KB.
  setTimeout(() => response.end('x'.repeat(20_000)), request.url === '/far' ? 20 : 0);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;

for (const [work, count] of Object.entries(counts)) {
  await compare(work, work, count, url);
}
await compare('fetch, each answer 20 ms away', 'fetch', 100, `${url}far`);
server.closeAllConnections();
server.close();
rmSync(snapshot, { recursive: true });

async function compare(title: string, work: string, count: number, target: string): Promise<void> {
  const walls: number[] = [];
  const run = (trace: string, record: boolean) => async (): Promise<number> => {
    const { cpu_ms, wall_ms } = await runAgent(trace, record, { work, url: target });
    if (trace === 'off') walls.push(wall_ms);
    return cpu_ms;
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
    `Of each: calls ${each(calls)}, full ${each(full)}, full and recorded ${each(recorded)}. Of the task's ${wall.toFixed(0)} ms: calls ${share(calls)}, full ${share(full)}, full and recorded ${share(recorded)}.\n`,
  );
}

type Measured = { readonly cpu_ms: number; readonly wall_ms: number };

/** One task in a fresh harness; answers what the agent measured. */
async function runAgent(trace: string, record: boolean, input: object): Promise<Measured> {
  const child = spawn(process.execPath, [harness], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const channel = child.stdio[3];
  if (!(channel instanceof Duplex)) throw new Error('no fd 3');
  const send = (frame: object): void => {
    const body = Buffer.from(JSON.stringify(frame));
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    channel.write(Buffer.concat([head, body]));
  };
  send({ type: 'load', folder: snapshot, snapshot, entrypoint: 'main.mjs', trace });
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of channel) {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      const frame: { type: string; output?: Measured } = JSON.parse(pending.toString('utf8', 4, end));
      pending = pending.subarray(end);
      if (frame.type === 'ready')
        send({ type: 'task', id: 'a', task_id: 't', attempt: 1, input, trace, record, secrets: [], idempotency_key: 'k' });
      if (frame.type === 'result' && frame.output !== undefined) return frame.output;
      if (frame.type === 'failed' || frame.type === 'rejected') throw new Error(JSON.stringify(frame));
    }
  }
  throw new Error('the harness ended without a result');
}
