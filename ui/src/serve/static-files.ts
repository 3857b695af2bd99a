import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

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
};

export type StaticFile = { readonly headers: Readonly<Record<string, string>>; readonly content: Buffer };

/** A file of the console; a path without an extension is a page of its own. Undefined for what is not there, or not inside. */
export async function staticFile(folder: string, path: string): Promise<StaticFile | undefined> {
  const name = extname(path) === '' ? 'index.html' : path;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep)) return undefined;
    return { headers: pageHeaders(extname(name)), content: await readFile(file) };
  } catch {
    // No such file, or a name that no file can have.
    return undefined;
  }
}

export function pageHeaders(extension: string): Record<string, string> {
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
