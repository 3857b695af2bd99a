import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose paths are faults, for clients to run into. */
export type FaultServer = {
  readonly url: string;
  readonly port: number;
  /** A port on which nobody listens. */
  readonly closedPort: number;
  /** Bodies of the POSTs that came, in order. */
  readonly posted: readonly string[];
  readonly close: () => Promise<void>;
};

/** `<p>新品 SKU “A-1032” 上架公告</p>` in GB18030, for which Node has no encoder. */
export const gbPage: Buffer = Buffer.from('3c703ed0c2c6b720534b5520a1b0412d31303332a1b120c9cfbcdcb9abb8e63c2f703e', 'hex');

export async function startFaultServer(): Promise<FaultServer> {
  const seen = new Map<string, number>();
  const posted: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const times = (seen.get(url) ?? 0) + 1;
    seen.set(url, times);
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString('utf8')));
    request.on('end', () => {
      if (request.method === 'POST') posted.push(body);
      answer(new URL(url, 'http://localhost').pathname, times, response);
    });
  });
  const closed = await listen(createServer());
  const port = await listen(server);
  await close(closed.server);
  return { url: `http://127.0.0.1:${port.port}`, port: port.port, closedPort: closed.port, posted, close: () => close(server) };
}

function answer(path: string, times: number, response: ServerResponse): void {
  const html = { 'content-type': 'text/html' };
  if (path === '/busy') return send(response, times < 3 ? 503 : 200, html, 'ready');
  if (path === '/limited') return send(response, times < 2 ? 429 : 200, times < 2 ? { ...html, 'retry-after': '1' } : html, 'ready');
  if (path === '/forbidden') return send(response, 403, html, 'no');
  if (path === '/moved') return send(response, 302, { location: '/ok' }, '');
  if (path === '/gb') return send(response, 200, html, gbPage);
  if (path === '/utf8') return send(response, 200, html, Buffer.from('<p>Café à la crème, naïve “quotes”</p>', 'utf8'));
  if (path === '/latin1') return send(response, 200, html, Buffer.from('<p>Café à la crème, Ärger, AÇÃO E REAÇÃO</p>', 'latin1'));
  if (path === '/declared') return send(response, 200, { 'content-type': 'text/html; charset=GB18030' }, gbPage);
  if (path === '/reset') return void response.socket?.resetAndDestroy();
  if (path === '/cut') return cutShort(response, { ...html, 'content-length': '1000' });
  if (path === '/cut-chunked') return cutShort(response, html);
  // Nobody ever answers this one; the client's own patience ends it.
  if (path === '/silent') return;
  send(response, 200, { 'content-type': 'text/plain; charset=utf-8' }, 'ready');
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
}

function cutShort(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, headers);
  response.write('x'.repeat(100), () => response.socket?.end());
}

async function listen(server: Server): Promise<{ server: Server; port: number }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, port: address.port };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
