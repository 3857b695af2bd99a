import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { type Probe, connectProbe } from './probe-client.ts';
import { stopRuntime } from './stop-runtime.ts';
import { type Server, installExtensions, startServer } from './server.ts';

export type WindowOptions = {
  /** The packaged extension, and the probe. */
  readonly extensions: readonly string[];
  /** Folders that are copied into the workspace, by name. */
  readonly workspace: Readonly<Record<string, string>>;
  /** Called with the workspace's folder before the window opens. */
  readonly prepare?: (folder: string) => void;
  readonly trust?: boolean;
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly under?: (profile: string) => readonly string[];
};

/** One real VS Code window: the page for what a person sees and does, the probe for set-up and for what cannot be seen. */
export type Window = {
  readonly page: Page;
  readonly profile: string;
  readonly folder: string;
  readonly vs: Probe['ask'];
  /** Runs a command and waits for its end. */
  readonly command: (id: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** Starts a command that waits for a person. */
  readonly start: (id: string, ...args: readonly unknown[]) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Closes VS Code and opens it again on the same folder, with another extension host and another page. */
  readonly reopen: (between?: () => Promise<void>) => Promise<void>;
  /** Closes the folder. */
  readonly empty: () => Promise<void>;
  /** Opens a folder of a virtual file system instead, by its address, or a workspace by the path of its file. */
  readonly show: (what: string) => Promise<void>;
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const slow = { timeout: 120_000 };
export const shots = path.resolve(import.meta.dirname, '../../.cache/screenshots');

export async function openWindow(options: WindowOptions): Promise<Window> {
  const profile = realpathSync(mkdtempSync(path.join(tmpdir(), 'hr-')));
  const folder = path.join(profile, 'ws');
  mkdirSync(folder);
  for (const [name, from] of Object.entries(options.workspace)) cpSync(from, path.join(folder, name), { recursive: true });
  options.prepare?.(folder);
  await installExtensions(profile, options.extensions);
  const socket = path.join(profile, 'probe.sock');
  const env = { ...xdgFolders(profile), ...options.env, HERMES_PROBE: socket };
  const { trust = false, settings = {}, locale } = options;
  const start = async (): Promise<Server> => startServer({ profile, settings, trust, locale, env, under: options.under?.(profile) });
  const server = await start();
  const browser = await launch();
  const page = await (
    await browser.newContext({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] })
  ).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(folderUrl(server, folder), slow);
  await page.waitForSelector('.monaco-workbench', slow);
  return windowOf({ page, browser, start, server, profile, folder, socket, probe: await connectProbe(socket) });
}

type Parts = {
  readonly page: Page;
  readonly browser: Browser;
  readonly start: () => Promise<Server>;
  server: Server;
  readonly profile: string;
  readonly folder: string;
  readonly socket: string;
  probe: Probe;
};

function windowOf(parts: Parts): Window {
  const { page, browser, profile, folder } = parts;
  return {
    page,
    profile,
    folder,
    vs: async (run, argument) => parts.probe.ask(run, argument),
    command: async (id, ...args) =>
      parts.probe.ask(async (vscode, call) => (await vscode.commands.executeCommand(call.id, ...call.args)) ?? null, {
        id,
        args: [...args],
      }),
    start: async (id, ...args) => {
      await parts.probe.ask(
        (vscode, call) => {
          void vscode.commands.executeCommand(call.id, ...call.args);
        },
        { id, args: [...args] },
      );
    },
    // By its own command the editor saves its layout first, as it does for a person.
    reload: async () =>
      turn(parts, async (probe) => {
        const loaded = page.waitForEvent('load', slow);
        await probe.ask((vscode) => void vscode.commands.executeCommand('workbench.action.reloadWindow'));
        await loaded;
      }),
    reopen: async (between) => {
      await page.goto('about:blank');
      await parts.server.stop();
      await between?.();
      parts.server = await parts.start();
      await turn(parts, async () => page.goto(folderUrl(parts.server, folder), slow));
    },
    empty: async () => turn(parts, async () => page.goto(`${parts.server.url}/?ew=true`, slow)),
    show: async (what) => turn(parts, async () => page.goto(folderUrl(parts.server, what), slow)),
    shot: async (name) => {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: path.join(shots, `${name}.png`), animations: 'disabled', caret: 'hide' });
    },
    close: async () => {
      parts.probe.close();
      await browser.close();
      await parts.server.stop();
      await stopRuntime(runtimeSocket(profile));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function folderUrl({ url }: Server, folder: string): string {
  return `${url}/?${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(folder)}`;
}

/** The page is loaded anew, and with it comes a new extension host. */
async function turn(parts: Parts, load: (before: Probe) => Promise<unknown>): Promise<void> {
  rmSync(parts.socket, { force: true });
  await load(parts.probe);
  parts.probe.close();
  await parts.page.waitForSelector('.monaco-workbench', slow);
  parts.probe = await connectProbe(parts.socket);
}

/** Where the runtime of a window listens. */
export function runtimeSocket(profile: string): string {
  return path.join(profile, 'run', 'hermes-runtime', 'runtime.sock');
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      // Nothing but loopback may be looked up.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
  });
}

/** A runtime of its own for each window's tests: the user's stays as it is. */
function xdgFolders(profile: string): Record<string, string> {
  const folders = {
    XDG_RUNTIME_DIR: path.join(profile, 'run'),
    XDG_DATA_HOME: path.join(profile, 'share'),
    XDG_STATE_HOME: path.join(profile, 'state'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 });
  return folders;
}
