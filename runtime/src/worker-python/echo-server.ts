import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A server that sends back what it was sent, in the ways that a recording has to carry. */
export type EchoServer = {
  readonly url: string;
  /** A port on which nobody listens. */
  readonly closedPort: number;
  /** The value of each `Set-Cookie`. */
  readonly cookie: string;
  /** How many requests have come. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
};

const cookie = 'c00kie-of-the-server';

export async function startEchoServer(): Promise<EchoServer> {
  const seen = new Map<string, number>();
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const times = (seen.get(pathname) ?? 0) + 1;
    seen.set(pathname, times);
    void read(request).then((body) => answer({ request, pathname, body, times }, response));
  });
  // As a proxy it lets nobody through.
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  const other = createServer();
  const closedPort = await listen(other);
  const port = await listen(server);
  await close(other);
  return { url: `http://127.0.0.1:${port}`, closedPort, cookie, count: () => count, close: () => close(server) };
}

type Asked = { readonly request: IncomingMessage; readonly pathname: string; readonly body: Buffer; readonly times: number };

function answer({ request, pathname, body, times }: Asked, response: ServerResponse): void {
  const echo = JSON.stringify({ url: request.url, headers: request.headers, body: body.toString('latin1'), times, cookie });
  const cookies = { 'set-cookie': `session=${cookie}; Path=/` };
  if (pathname === '/echo') return send(response, 200, { 'content-type': 'application/json', ...cookies }, echo);
  if (pathname === '/gzip') return send(response, 200, { 'content-encoding': 'gzip', ...cookies }, gzipSync(echo));
  if (pathname === '/moved') return send(response, 302, { location: '/echo' }, '');
  if (pathname === '/gone') return send(response, 404, {}, 'not here');
  if (pathname === '/empty') return send(response, 204, {}, '');
  if (pathname === '/large') return send(response, 200, {}, Buffer.alloc(3 << 20, 'x'));
  if (pathname === '/chunks') return sendChunks(response);
  if (pathname === '/busy') return send(response, [503, 429][times - 1] ?? 200, times < 3 ? { 'retry-after': '0' } : {}, `try ${times}`);
  if (pathname === '/reset') return void response.socket?.resetAndDestroy();
  if (pathname === '/cut') return cutShort(response, { 'content-length': '1000' });
  if (pathname === '/cut-chunks') return cutShort(response, {});
  // Nobody ever answers this one; the client's own patience ends it.
  if (pathname === '/silent') return;
  send(response, 200, { 'content-type': 'text/plain' }, `${pathname} ${times}`);
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Buffer): void {
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(status === 204 ? undefined : body);
}

function sendChunks(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.write('one, ', () => response.write('two, ', () => response.end('three')));
}

function cutShort(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, headers);
  response.write('x'.repeat(100), () => response.socket?.end());
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
