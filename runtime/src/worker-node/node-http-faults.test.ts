import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TraceEvent } from '@hermes-runtime/schemas';
import { startFaultServer, type FaultServer } from './fault-server.ts';
import { runInHarness } from './harness-process.ts';
import { clients, packages } from './http-clients.ts';

type Exchanged = Extract<TraceEvent, { type: 'http.exchanged' }>;

/** The exchanges that each fault must leave, in order. An error is `phase type`. */
const faults = {
  fine: ['200'],
  flaky: ['503', '503', '200'],
  limited: ['429 retry after 2', '200'],
  forbidden: ['403'],
  moved: ['302', '200'],
  chinese: ['200'],
  cut: [/^200 body (SocketError|ECONNRESET)$/],
  chopped: [/^200 body (SocketError|ECONNRESET)$/],
  reset: [/^(headers|send) (SocketError|ECONNRESET)$/],
  silent: [/^headers TimeoutError$/],
} as const;

const agent = (client: string): string => `${client}
export async function execute({ base, faults }) {
  const results = {};
  for (const fault of faults) {
    for (let attempt = 1; attempt <= 3; attempt++) {
      try {
        console.log(fault);
        const { status, text } = await get(base + '/' + fault);
        if (status === 503 || status === 429) continue;
        results[fault] = text;
      } catch (error) {
        results[fault] = error.name;
      }
      break;
    }
  }
  return results;
}`;

describe.each(Object.entries(clients))('%s', (name, client) => {
  let server: FaultServer | undefined;
  let events: readonly TraceEvent[] = [];

  beforeAll(async () => {
    server = await startFaultServer(name === 'https' ? 'https' : 'http');
    const outcome = await runInHarness({
      files: { 'main.mjs': agent(client) },
      input: { base: server.url, faults: Object.keys(faults) },
      site_packages: packages,
    });
    if (outcome.output === undefined) {
      throw new Error(JSON.stringify(outcome));
    }
    events = outcome.events;
  }, 60_000);

  afterAll(() => server?.close());

  test.each(Object.entries(faults))('%s', (fault, expected) => {
    const exchanges = exchangesOf(events, fault);
    expect(exchanges).toHaveLength(expected.length);
    exchanges.forEach((exchange, index) => {
      expect(pictureOf(exchange)).toMatch(expected[index] ?? '');
      expect(exchange.client).toBe(name.split(' ')[0]);
      expect(exchange.method).toBe('GET');
      // All clients ask on line 1; the loop that it happens in is in line 5.
      expect(exchange.at).toEqual({ file: 'main.mjs', line: 1 });
      expect(exchange.iteration?.index).toBe(index + 1 - (fault === 'moved' ? index : 0));
      expect(exchange.ms).toBeCloseTo(exchange.time - exchange.started, 0);
    });
  });

  test('the body is counted and the charset is the declared one', () => {
    expect(exchangesOf(events, 'fine')[0]).toMatchObject({
      response_bytes: 6,
      charset: 'utf-8',
      content_type: 'text/plain; charset=utf-8',
    });
    expect(exchangesOf(events, 'chinese')[0]).not.toHaveProperty('charset');
    expect(exchangesOf(events, 'cut')[0]).toMatchObject({ response_bytes: 3 });
  });

  test('a Chinese page that was read as UTF-8 is garbled where it was read and where it was returned', () => {
    const garbled = events.filter((event) => event.type === 'text.garbled');
    expect(garbled).toMatchObject([
      { stage: 'read', read_as: 'utf-8', fits: 'gb18030', should_be: '新品 “你好”', at: { file: 'main.mjs', line: 1 } },
      { stage: 'written', garbled: garbled[0]?.garbled, path: '/chinese', should_be: '<t>新品 “你好”</t>' },
    ]);
  });

  test('nobody at the port', async () => {
    const port = await closedPort();
    const scheme = name === 'https' ? 'https' : 'http';
    const run = await runInHarness({
      files: { 'main.mjs': `${client}\nexport async function execute(url) { await get(url).catch(() => null); return {}; }` },
      input: `${scheme}://127.0.0.1:${port}/fine`,
      site_packages: packages,
    });
    const exchanges = run.events.filter((event) => event.type === 'http.exchanged');
    expect(exchanges.map((exchange) => pictureOf(exchange))).toEqual(['connect ECONNREFUSED']);
    expect(exchanges[0]?.at).toEqual({ file: 'main.mjs', line: 1 });
  });

  test('what failed inside the client is caught with the line that asked', () => {
    const caught = events.filter((event) => event.type === 'exception.caught');
    expect(caught.map(({ raised_at }) => raised_at)).toEqual(Array.from({ length: 4 }, () => ({ file: 'main.mjs', line: 1 })));
  });
});

test('the package under test is installed', () => {
  expect(existsSync(`${packages[0]}/undici`)).toBe(true);
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The exchanges between the print of one fault's name and that of the next. */
function exchangesOf(events: readonly TraceEvent[], fault: string): readonly Exchanged[] {
  const paths = fault === 'moved' ? ['moved', 'fine'] : [fault];
  const isOf = (event: TraceEvent): event is Exchanged =>
    event.type === 'http.exchanged' && paths.includes(event.url.split('/').at(-1) ?? '');
  const found = events.filter(isOf).toSorted((left, right) => left.exchange - right.exchange);
  if (fault === 'fine') {
    return found.slice(0, 1);
  }
  const first = found.findIndex(({ url }) => url.endsWith(fault));
  return found.slice(first);
}

function pictureOf({ status, error, retry_after_seconds }: Exchanged): string {
  return [status, retry_after_seconds === undefined ? undefined : `retry after ${retry_after_seconds}`, error?.phase, error?.type]
    .filter((part) => part !== undefined)
    .join(' ');
}
