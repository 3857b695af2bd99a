import type { Hono } from 'hono';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';

/** Nothing from elsewhere, nothing inline: what an agent prints can never become code in the console. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

export function addConsoleRoutes(api: Hono<ApiEnv>, { consoleFolder }: ApiDeps): void {
  /** The address that `dev` prints: the token is traded for a cookie, and the address bar forgets it. */
  api.get('/', (c) => {
    const { door, headers } = c.env;
    const token = c.req.query('token');
    if (door.type !== 'tcp') return c.redirect('/console/');
    const cookie = token === undefined ? undefined : door.sessions.redeem(token);
    if (cookie === undefined && !door.sessions.has(headers.cookie)) return c.body(closedPage, 401, pageHeaders('.html'));
    return c.body(null, 303, {
      location: '/console/',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      ...(cookie !== undefined && { 'set-cookie': cookie }),
    });
  });

  api.get('/console/*', async (c) => {
    const path = decoded(c.req.path.slice('/console/'.length));
    if (consoleFolder === undefined) throw new ApiError('not_found', 'The console is not built here. `npm run build` builds it.');
    // A path without an extension is a page of the console's own, such as /console/tasks/t-7f3a.
    const name = extname(path) === '' ? 'index.html' : path;
    const content = await readInside(consoleFolder, name);
    if (content === undefined) throw new ApiError('not_found', `The console has no file ${name}.`);
    return c.body(new Uint8Array(content), 200, pageHeaders(extname(name)));
  });
}

/** What is not well encoded is looked for as it is, and not found. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function pageHeaders(extension: string): Record<string, string> {
  return {
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
}

async function readInside(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    return path.startsWith(root + sep) ? await readFile(path) : undefined;
  } catch {
    // No such file, or a name that no file can have.
    return undefined;
  }
}

/** Shown to a browser without a session; it has no scripts and needs no files. */
const closedPage = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Hermes Runtime</title>
<p>This console opens with the address that <code>hermes-runtime dev</code> prints. Its token is good once.</p>
<p lang="zh-CN">请使用 <code>hermes-runtime dev</code> 打印的地址打开控制台，其中的令牌只能使用一次。</p>
</html>
`;
