import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedBytes, postPage } from './feed.ts';
import { FaultPlan } from './flaky.ts';
import { catalogue, productPage } from './shop.ts';

export type DemoSite = { readonly origin: string; readonly close: () => Promise<void> };

export type DemoSiteOptions = {
  /** @default 0, any free port */
  readonly port?: number;
  /** Which faults come, and in which order. 0: none. @default 1 */
  readonly seed?: number;
};

type Answer = {
  readonly status: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly headers?: Record<string, string>;
};

const weather: Readonly<Record<string, { readonly temp: number; readonly description: string }>> = {
  beijing: { temp: 21.5, description: 'Cloudy' },
  shanghai: { temp: 24, description: 'Light rain' },
  berlin: { temp: 11.25, description: 'Clear' },
  北京: { temp: 21.5, description: '多云' },
};

/** Stands in for the outside world on loopback: a blog, a shop, a weather service, a Notion. All of it is demo data. */
export async function startDemoSite({ port = 0, seed = 1 }: DemoSiteOptions = {}): Promise<DemoSite> {
  const faults = seed === 0 ? undefined : new FaultPlan(seed);
  const server = createServer((request, response) => void answer(request, response, faults));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { origin: originOf(server), close: () => close(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, faults: FaultPlan | undefined): Promise<void> {
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', origin);
  const body = await readBody(request);
  const isFlaky = url.pathname === '/blog/rss.xml' || url.pathname === '/shop/catalogue.json';
  const fault = isFlaky ? faults?.next(url.pathname) : undefined;
  // The visitor's own timeout ends it.
  if (fault?.kind === 'silence') return;
  const {
    status,
    type,
    body: text,
    headers,
  } = fault ? { ...busy, status: fault.status, headers: retryHeader(fault.retryAfter) } : page(url, request, body);
  response.writeHead(status, { ...(type !== undefined && { 'content-type': type }), 'x-demo-data': '1', ...headers });
  response.end(text);
}

const busy: Answer = { status: 503, type: 'text/plain; charset=utf-8', body: 'Try again.' };

function retryHeader(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}

function page({ pathname, searchParams, origin }: URL, request: IncomingMessage, body: string): Answer {
  if (pathname === '/') return { status: 200, type: 'text/plain; charset=utf-8', body: 'demo data' };
  if (pathname === '/blog/rss.xml') return { status: 200, type: 'text/xml', body: feedBytes(origin, Date.now()) };
  if (pathname === '/shop/catalogue.json') return json(200, { products: catalogue() });
  if (pathname === '/weather') {
    const found = weather[(searchParams.get('q') ?? '').toLowerCase()];
    return found
      ? json(200, { main: { temp: found.temp }, weather: [{ description: found.description }] })
      : json(404, { message: 'city not found' });
  }
  if (pathname === '/v1/pages' && request.method === 'POST') return notion(request, body);
  if (pathname === '/index' && request.method === 'POST') return json(200, { indexed: true });
  const product = productPage(pathname);
  if (product) return { ...product, type: 'text/html' };
  const post = postPage(pathname);
  return post ? { ...post, type: 'text/html; charset=utf-8' } : json(404, { message: 'not found' });
}

function notion(request: IncomingMessage, body: string): Answer {
  if (!/^Bearer \S+/.test(request.headers.authorization ?? '')) return json(401, { message: 'API token is invalid.' });
  return json(200, { object: 'page', id: `page-${body.length}` });
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Visitors that wait for a silent page must not hold the site open.
    server.closeAllConnections();
  });
}
