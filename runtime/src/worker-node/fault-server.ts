import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type FaultServer = { readonly url: string; readonly close: () => Promise<void> };

/** `<t>新品 “你好”</t>` in GB18030, without a word about it. */
const chinesePage = Buffer.from('3c743ed0c2c6b720a1b0c4e3bac3a1b13c2f743e', 'hex');

/** A server on loopback whose paths are its faults. A fault that goes away by itself counts the requests of each first path part. */
export async function startFaultServer(scheme: 'http' | 'https'): Promise<FaultServer> {
  const counts = new Map<string, number>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const count = (counts.get(request.url ?? '') ?? 0) + 1;
    counts.set(request.url ?? '', count);
    if (!request.url?.endsWith('/echo')) {
      request.resume();
    }
    answerWith((request.url ?? '').split('/').at(-1) ?? '', count, request, response);
  };
  const server = scheme === 'http' ? createHttpServer(answer) : createHttpsServer(selfSigned(), answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answerWith(fault: string, count: number, request: IncomingMessage, response: ServerResponse): void {
  switch (fault) {
    case 'flaky':
      response.writeHead(count <= 2 ? 503 : 200, { 'content-type': 'text/plain; charset=utf-8' }).end(count <= 2 ? 'busy' : 'fine');
      return;
    case 'limited':
      response.writeHead(count === 1 ? 429 : 200, count === 1 ? { 'retry-after': '2' } : {}).end('ok');
      return;
    case 'forbidden':
      response.writeHead(403).end('no');
      return;
    case 'moved':
      response.writeHead(302, { location: 'fine' }).end();
      return;
    case 'chinese':
      response.writeHead(200, { 'content-type': 'text/html' }).end(chinesePage);
      return;
    case 'cut':
      response.writeHead(200, { 'content-length': '100' });
      response.write('abc', () => setImmediate(() => response.destroy()));
      return;
    case 'chopped':
      response.writeHead(200);
      response.write('abc', () => setImmediate(() => response.destroy()));
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'silent':
      return;
    case 'echo':
      response.writeHead(200, { 'x-said': request.headers.authorization ?? '' });
      request.pipe(response);
      return;
    case 'packed': {
      const packed = gzipSync(JSON.stringify({ said: request.headers.authorization, more: 'more'.repeat(50) }));
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': packed.length });
      response.end(packed);
      return;
    }
    case 'zeros':
      response.writeHead(200).end(Buffer.alloc(2 * 1024 * 1024));
      return;
    case 'large':
      response.writeHead(200).end(Buffer.alloc(3 * 1024 * 1024, 'x'));
      return;
    default:
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('新品');
  }
}

function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'hermes-cert-'));
  try {
    const [key, cert] = [path.join(folder, 'key'), path.join(folder, 'cert')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
