import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { vscodeServer } from './install.ts';
import { quiet } from './server.ts';

export type WebSiteOptions = {
  /** Unpacked extensions. */
  readonly extensions: Readonly<Record<string, string>>;
  /** The files of the workspace `memfs:/agents`: a folder of this disk, by its name there. */
  readonly workspace: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
};

export type WebSite = { readonly url: string; readonly close: () => Promise<void> };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * VS Code's workbench as plain files, with nothing behind it that could run anything: what vscode.dev is.
 * The files are those of code-server, which sets an address of a remote machine in its own entry; here there is none.
 */
export async function startWebSite({ extensions, workspace, settings = {} }: WebSiteOptions): Promise<WebSite> {
  const files = JSON.stringify(filesOf(workspace));
  const server = createServer((request, response) => {
    // The extensions run under an address of their own, and are fetched from there.
    response.setHeader('access-control-allow-origin', '*');
    const { pathname, origin, searchParams } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const [first = '', ...rest] = decodeURIComponent(pathname).split('/').slice(1);
    const file = rest.join('/');
    if (pathname === '/')
      return answer(
        response,
        '.html',
        page({ origin, extensions: Object.keys(extensions), settings, language: searchParams.get('language') ?? 'en' }),
      );
    if (pathname === '/extensions/files.json') return answer(response, '.json', files);
    if (file === 'out/vs/code/browser/workbench/workbench.js') return answer(response, '.js', workbench());
    const [name = '', ...within] = rest;
    const folder = first === 'vscode' ? vscodeServer : extensions[name];
    if (folder === undefined || file.includes('..')) return void response.writeHead(404).end();
    response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(path.join(folder, first === 'vscode' ? file : within.join('/')))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, ending: string, text: string): void {
  response.writeHead(200, { 'content-type': types[ending] }).end(text);
}

/** Takes back what code-server has changed: it always has a remote machine, and keeps settings there. */
function workbench(): string {
  const changes = [
    [/,remoteAuthority:location\.host\}/, '}'],
    [
      /\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)/,
      '$1.file("/User").with({scheme:$2.vscodeUserData})',
    ],
  ] as const;
  const text = readFileSync(path.join(vscodeServer, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  return changes.reduce((before, [from, to]) => {
    if (!from.test(before)) throw new Error(`this code-server's workbench has nothing like ${String(from)}`);
    return before.replace(from, to);
  }, text);
}

type PageOptions = {
  readonly origin: string;
  readonly extensions: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly language: string;
};

function page({ origin, extensions, settings, language }: PageOptions): string {
  const { protocol, host } = new URL(origin);
  const configuration = {
    folderUri: { $mid: 1, scheme: 'memfs', path: '/agents' },
    additionalBuiltinExtensions: extensions.map((name) => ({
      scheme: protocol.slice(0, -1),
      authority: host,
      path: `/extensions/${name}`,
    })),
    configurationDefaults: { ...quiet, 'security.workspace.trust.enabled': false, ...settings },
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: {
      enableTelemetry: false,
      commit: 'tests',
      quality: 'stable',
      webEndpointUrlTemplate: `${protocol}//{{uuid}}.${host}/vscode`,
    },
  };
  const data = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta id="vscode-workbench-web-configuration" data-settings="${data}" />
    <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css" />
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = '${origin}/vscode/out/';</script>
  <script type="module" src="/vscode/out/nls.messages.js"></script>
  <script type="module">globalThis._VSCODE_NLS_LANGUAGE = '${language === 'en' ? 'en' : 'zh-cn'}';</script>
  <script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

/** The files of folders of this disk, by their paths in a virtual file system. */
export function filesOf(workspace: WebSiteOptions['workspace']): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, folder] of Object.entries(workspace))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const file = path.join(entry.parentPath, entry.name);
        found[`/agents/${name}/${path.relative(folder, file)}`] = readFileSync(file, 'utf8');
      }
  return found;
}
