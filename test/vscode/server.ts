import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { vscodeServer } from './install.ts';
import { until } from './until.ts';

export type ServerOptions = {
  /** The throw-away profile; everything of this server is below it. */
  readonly profile: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** A window that asks whether to trust its folder, instead of one that trusts all. */
  readonly trust: boolean;
  readonly locale?: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** A program and its arguments to start the server under, as for watching what it executes. */
  readonly under?: readonly string[] | undefined;
};

export type Server = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts VS Code's own server, as code-server ships it, on a free port of loopback. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { profile, trust, locale } = options;
  const user = path.join(profile, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ ...quiet, 'security.workspace.trust.enabled': trust, ...options.settings }),
  );
  if (locale !== undefined) knowLocale(profile, locale);
  const port = await freePort();
  const [program = process.execPath, ...args] = [...(options.under ?? []), process.execPath, ...serverArgs(profile, port)];
  const child = spawn(
    program,
    [...args, ...(trust ? [] : ['--disable-workspace-trust']), ...(locale === undefined ? [] : ['--locale', locale])],
    {
      env: cleanEnv(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Extension hosts outlive a killed server by seconds; the whole group is ended at once.
      detached: true,
    },
  );
  const log = createWriteStream(path.join(profile, 'server.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const url = `http://127.0.0.1:${port}`;
  await until(
    'the server answers',
    async () => {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}; see ${profile}/server.log`);
      return fetch(`${url}/version`).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    60_000,
  );
  return { url, stop: async () => stop(child) };
}

/** Installs packaged extensions into the profile. */
export async function installExtensions(profile: string, files: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...serverArgs(profile, 0), ...files.flatMap((file) => ['--install-extension', file])], {
    env: cleanEnv({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`extensions were not installed: ${out}`);
}

function serverArgs(profile: string, port: number): string[] {
  const folders = [
    '--server-data-dir',
    profile,
    '--user-data-dir',
    path.join(profile, 'data'),
    '--extensions-dir',
    path.join(profile, 'extensions'),
  ];
  const server = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
  ];
  return [path.join(vscodeServer, 'out', 'server-main.js'), ...server, ...folders];
}

async function stop(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.on('exit', resolve));
  process.kill(-pid, 'SIGTERM');
  const timer = setTimeout(() => killGroup(pid), 3_000);
  await gone;
  clearTimeout(timer);
  killGroup(pid);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** A display language without its language pack: our own texts are in it, the editor's own stay English. */
function knowLocale(profile: string, locale: string): void {
  const file = path.join(profile, 'main.i18n.json');
  writeFileSync(file, '{ "": [""], "version": "1.0.0", "contents": {} }');
  const extensions = [{ extensionIdentifier: { id: 'hermes-runtime-tests.language' }, version: '1.0.0' }];
  writeFileSync(
    path.join(profile, 'data', 'languagepacks.json'),
    JSON.stringify({ [locale]: { hash: 'tests', label: locale, extensions, translations: { vscode: file } } }),
  );
}

function cleanEnv(more: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|npm_|NODE_OPTIONS)/.test(name));
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ''])), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...more };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

export const quiet = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.empty.hint': 'hidden',
  'workbench.reduceMotion': 'on',
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'update.mode': 'none',
  'typescript.disableAutomaticTypeAcquisition': true,
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.fontFamily': 'DejaVu Sans Mono, Noto Sans Mono CJK SC',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
};
