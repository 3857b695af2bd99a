import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forward, refuse } from './forward.ts';
import { type Sessions, createSessions } from './sessions.ts';
import { pageHeaders, staticFile } from './static-files.ts';
import type { UiSettings } from './ui-settings.ts';

export type UiServer = {
  readonly url: string;
  /** Opens the console once, and then by a cookie. */
  readonly signInUrl: () => string;
  readonly close: () => Promise<void>;
};

/** Rejects with Node's error where the port is taken. */
export async function startUiServer(settings: UiSettings, consoleFolder: string): Promise<UiServer> {
  const server = createServer();
  const port = await listen(server, settings);
  const sessions = createSessions(port);
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const own = new Set([
    url,
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}`,
    ...(settings.publicUrl === undefined ? [] : [settings.publicUrl]),
  ]);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer({ settings, consoleFolder, sessions, own }, request, response).catch(() => response.destroy());
  });
  return {
    url: settings.publicUrl ?? url,
    signInUrl: () => `${settings.publicUrl ?? url}/?token=${sessions.issue()}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Parts = {
  readonly settings: UiSettings;
  readonly consoleFolder: string;
  readonly sessions: Sessions;
  /** Origins that are this program. */
  readonly own: ReadonlySet<string>;
};

async function answer(
  { settings, consoleFolder, sessions, own }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, origin, cookie } = request.headers;
  // Another name for this address is somebody's DNS that was turned to it.
  if (![...own].some((known) => new URL(known).host === host))
    return refuse(response, 421, 'host_refused', 'This console does not answer to that name.');
  const site = request.headers['sec-fetch-site'];
  const isForeign = (origin !== undefined && !own.has(origin)) || (site !== undefined && site !== 'same-origin' && site !== 'none');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://ui');
  if (pathname === '/health') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
  if (pathname === '/')
    return open(request, response, {
      sessions,
      token: searchParams.get('token'),
      isSecure: settings.publicUrl?.startsWith('https:') === true,
    });
  if (pathname.startsWith('/api/')) {
    if (isForeign) return refuse(response, 403, 'origin_refused', 'Pages of other sites may not call this console.');
    if (!sessions.has(cookie)) return refuse(response, 401, 'unauthorized', 'Open the console with the address that hermes-ui prints.');
    return forward(settings, request, response);
  }
  if (!pathname.startsWith('/console/')) return refuse(response, 404, 'not_found', `There is no ${pathname}.`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'method_not_allowed', 'Pages are read with GET.');
  const file = await staticFile(consoleFolder, decodeURIComponent(pathname.slice('/console/'.length)));
  if (!file) return refuse(response, 404, 'not_found', `The console has no ${pathname}.`);
  response.writeHead(200, file.headers).end(file.content);
}

type Opening = { readonly sessions: Sessions; readonly token: string | null; readonly isSecure: boolean };

/** The printed address: the token becomes a cookie, and the address bar forgets it. */
function open(request: IncomingMessage, response: ServerResponse, { sessions, token, isSecure }: Opening): void {
  const cookie = token === null ? undefined : sessions.redeem(token, isSecure);
  if (cookie === undefined && !sessions.has(request.headers.cookie)) {
    response.writeHead(401, pageHeaders('.html')).end(closedPage);
    return;
  }
  response.writeHead(303, {
    location: '/console/',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(cookie !== undefined && { 'set-cookie': cookie }),
  });
  response.end();
}

async function listen(server: Server, { host, port }: UiSettings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** Shown to a browser without a session; it has no scripts and needs no files. */
const closedPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Hermes Runtime</title>
<p>This console opens with the address that <code>hermes-ui</code> prints. Its token is good once.</p>
<p lang="zh-CN">请使用 <code>hermes-ui</code> 打印的地址打开控制台，其中的令牌只能使用一次。</p>
</html>
`;
