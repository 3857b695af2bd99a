import type { HttpExchanged } from '@hermes-runtime/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultServer } from './fault-server.ts';
import { type Harness, startHarness } from './harness-process.ts';
import { type Client, clients } from './http-clients.ts';
import { testPackages } from './test-packages.ts';

const server = await startFaultServer();
const packages = await testPackages();
const inStandardLibrary = new Set(['urllib', 'http.client']);
afterAll(() => server.close());

type Cell = {
  readonly path: string;
  readonly tries?: number;
  readonly exchanges: readonly string[];
  readonly output: object;
  readonly except?: Record<string, Partial<Omit<Cell, 'path'>>>;
};

/** `GET /busy 503 #1 :5`: what the trace says of one exchange. */
function picture({ method, url, status, error, retry_after_seconds, iteration, at }: HttpExchanged): string {
  const wait = retry_after_seconds === undefined ? undefined : `retry-after ${retry_after_seconds}`;
  // On Python 3.9 asynchronous httpx hides the system's error behind its own.
  const broken = error && `${error.type.replace(/^(ConnectionReset|Read)Error$/, 'reset')} in ${error.phase}`;
  return [method, new URL(url).pathname, status, broken, wait, iteration && `#${iteration.index}`, at && `:${at.line}`]
    .filter(Boolean)
    .join(' ');
}

const faults: Readonly<Record<string, Cell>> = {
  'an answer': { path: '/ok', exchanges: ['GET /ok 200 #1'], output: { status: 200, text: 'ready' } },
  '503 twice': {
    path: '/busy',
    tries: 4,
    exchanges: ['GET /busy 503 #1', 'GET /busy 503 #2', 'GET /busy 200 #3'],
    output: { status: 200 },
  },
  '429 with Retry-After': {
    path: '/limited',
    tries: 2,
    exchanges: ['GET /limited 429 retry-after 1 #1', 'GET /limited 200 #2'],
    output: { status: 200 },
  },
  '403': { path: '/forbidden', exchanges: ['GET /forbidden 403 #1'], output: { status: 403 } },
  'a redirect': { path: '/moved', exchanges: ['GET /moved 302 #1', 'GET /ok 200 #1'], output: { status: 200, text: 'ready' } },
  'a timeout': {
    path: '/silent',
    exchanges: ['GET /silent TimeoutError in headers #1'],
    output: { error: expect.stringMatching(/time.?out|MaxRetry/i) },
  },
  'a reset': {
    path: '/reset',
    exchanges: ['GET /reset reset in headers #1'],
    output: { error: expect.any(String) },
    // It tries again by itself, and tells the agent of one error.
    except: { aiohttp: { exchanges: ['GET /reset reset in headers #1', 'GET /reset reset in headers #1'] } },
  },
  'a body cut short': {
    path: '/cut',
    exchanges: ['GET /cut 200 IncompleteRead in body #1'],
    output: { error: expect.any(String) },
    except: brokenBodies('/cut'),
  },
  'chunks cut short': {
    path: '/cut-chunked',
    exchanges: ['GET /cut-chunked 200 IncompleteRead in body #1'],
    output: { error: expect.any(String) },
    except: brokenBodies('/cut-chunked'),
  },
};

/** httpx and aiohttp have parsers of their own, which name it their way. */
function brokenBodies(path: string): Record<string, Partial<Cell>> {
  const httpx = { exchanges: [`GET ${path} 200 RemoteProtocolError in body #1`] };
  return { httpx, 'httpx, async': httpx, aiohttp: { exchanges: [`GET ${path} 200 ClientPayloadError in body #1`] } };
}

function clientTest({ library }: Client): typeof test.skip {
  return packages.status === 'ready' || inStandardLibrary.has(library) ? test : test.skip;
}

const options = packages.status === 'ready' ? { packages: [packages.folder] } : {};
const why = packages.status === 'missing' ? ` (not run: ${packages.reason})` : '';

for (const client of clients) {
  describe(client.name + (inStandardLibrary.has(client.library) ? '' : why), () => {
    let harness: Harness;
    beforeAll(() => {
      harness = startHarness({ 'main.py': client.source }, options);
    });
    afterAll(() => harness.close());

    for (const [fault, cell] of Object.entries(faults)) {
      clientTest(client)(fault, async () => {
        const { exchanges, output } = { ...cell, ...cell.except?.[client.name] };
        const run = await harness.run({ url: `${server.url}${cell.path}?${client.name}`, tries: cell.tries ?? 1 });
        const seen = run.events.filter((event) => event.type === 'http.exchanged');
        expect(seen.map((exchange) => picture(exchange))).toEqual(exchanges.map((line) => `${line} :${client.fetchLine}`));
        expect(new Set(seen.map((exchange) => exchange.client))).toEqual(new Set([client.library]));
        expect(run.output).toMatchObject(output);
      });
    }

    clientTest(client)('nobody at the port', async () => {
      const { events } = await harness.run({ url: `http://127.0.0.1:${server.closedPort}/` });
      const seen = events.filter((event) => event.type === 'http.exchanged');
      expect(seen.map((exchange) => picture(exchange))).toEqual([`GET / ConnectionRefusedError in connect #1 :${client.fetchLine}`]);
    });

    clientTest(client)('the wrong charset', async () => {
      const { events, output } = await harness.run({ url: `${server.url}/gb` });
      expect(output).toEqual({ status: 200, text: '<p>ÐÂÆ· SKU ¡°A-1032¡± ÉÏ¼Ü¹«¸æ</p>' });
      const garbled = { garbled: 'g1', read_as: expect.stringMatching(/latin-1|ISO-8859-1/), fits: 'gb18030' };
      expect(events.filter((event) => event.type === 'text.garbled')).toMatchObject([
        {
          ...garbled,
          stage: 'read',
          exchange: 1,
          sample: 'ÐÂÆ· SKU ¡°A-1032¡± ÉÏ¼Ü¹«¸æ',
          should_be: '新品 SKU “A-1032” 上架公告',
          at: { file: 'main.py' },
        },
        { ...garbled, stage: 'written', path: '/text', should_be: '<p>新品 SKU “A-1032” 上架公告</p>' },
      ]);
    });

    clientTest(client)('text that really is Latin', async () => {
      const { events } = await harness.run({ url: `${server.url}/latin1` });
      expect(events.filter((event) => event.type === 'text.garbled')).toEqual([]);
    });
  });
}
