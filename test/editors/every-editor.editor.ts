import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const here = (file: string): string => join(import.meta.dirname, file);
const run = promisify(execFile);

/** What an editor writes down of what the server said to it. */
type Said = {
  readonly problems: readonly {
    readonly code?: string;
    readonly line: number;
    readonly severity: number | string;
    readonly message: string;
  }[];
  readonly hover: string;
  readonly completions: readonly string[];
  readonly exit?: number;
  readonly failure?: string;
};

const message: unknown = expect.stringMatching(/"timeout_second" is not a key here.*"timeout_seconds"\?$/);

let folder: string;
/** An empty folder into which npm installs the package, with no network and nothing beside it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hermes-editors-'));
  const { version } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as { version: string };
  const options = { cwd: folder, env: { ...process.env, npm_config_cache: join(folder, 'npm-cache') } };
  await run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--silent', join(root, `dist/hermes-language-server-${version}.tgz`)],
    options,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the sample in a program, in a home of its own, with the installed server on the path. */
async function drive(name: string, program: string, args: readonly string[]): Promise<Said> {
  const home = join(folder, name);
  const sample = join(home, 'agent');
  mkdirSync(home);
  cpSync(join(root, 'agents-sample/broken/unknown-key'), sample, { recursive: true });
  const said = join(home, 'said.json');
  const file = join(sample, 'agent.yaml');
  const { stdout, stderr } = await run(
    program,
    args.map((arg) => (arg === 'FILE' ? file : arg)),
    {
      cwd: sample,
      timeout: 150_000,
      env: {
        // The bin's first line asks for `node`: that is the Node of this run.
        PATH: [join(folder, 'node_modules/.bin'), join(process.execPath, '..'), process.env['PATH'] ?? ''].join(delimiter),
        HOME: home,
        XDG_CACHE_HOME: join(home, 'cache'),
        LANG: 'C.UTF-8',
        HERMES_FILE: file,
        HERMES_SAID: said,
      },
    },
  );
  if (!existsSync(said)) throw new Error(`${program} said nothing:\n${stdout}\n${stderr}`);
  const read = JSON.parse(readFileSync(said, 'utf8')) as Said;
  expect(read.failure, stderr).toBeUndefined();
  expect(read.hover).toContain('execute()');
  return read;
}

it('npm brings the server as one package, which says how it is started', async () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['hermes-language-server']);
  const ended = run(process.execPath, [join(folder, 'node_modules/.bin/hermes-language-server')], {});
  await expect(ended).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('hermes-language-server --stdio') });
});

it('Neovim shows the problem as its settings say, and loses it by a comment', async () => {
  const said = await drive('nvim', 'nvim', [
    '--headless',
    '-n',
    '-u',
    here('neovim-setup.lua'),
    'FILE',
    '-c',
    `luafile ${here('neovim-drive.lua')}`,
  ]);
  expect(said.problems).toEqual([{ code: 'unknown-key', line: 16, severity: 1, message }]);
  expect(said.completions).toContain('timeout_seconds');
});

it('Emacs with eglot shows the problem as its settings say, and loses it by an edit', async ({ skip }) => {
  if (!(await hasEglot())) skip('this Emacs has no eglot');
  const said = await drive('emacs', 'emacs', [
    '-Q',
    '--batch',
    '-L',
    eglotFolder(),
    '-l',
    here('emacs-setup.el'),
    '-l',
    here('emacs-drive.el'),
  ]);
  expect(said.problems).toEqual([{ line: 16, severity: 'eglot-error', message }]);
  expect(said.problems[0]?.message).toContain('unknown-key');
  expect(said.completions).toContain('examples');
});

it('Emacs without any settings answers the server with nothing, and the rules keep their own severities', async ({ skip }) => {
  if (!(await hasEglot())) skip('this Emacs has no eglot');
  const none = ['--eval', '(setq-default eglot-workspace-configuration nil)'];
  const setup = ['-Q', '--batch', '-L', eglotFolder(), '-l', here('emacs-setup.el'), ...none];
  const said = await drive('plain-emacs', 'emacs', [...setup, '-l', here('emacs-drive.el')]);
  expect(said.problems).toEqual([{ line: 16, severity: 'eglot-warning', message }]);
});

it('a client in Python, of a hundred lines, shows and loses it too', async () => {
  const said = await drive('python', 'python3', [here('client.py')]);
  expect(said.problems).toEqual([{ code: 'unknown-key', line: 16, severity: 1, message }]);
  expect(said.completions).toContain('examples');
  expect(said.exit).toBe(0);
});

it('the page of the language server shows the very settings that these editors ran with', () => {
  const page = readFileSync(join(root, 'docs/language-server.md'), 'utf8');
  for (const file of ['neovim-setup.lua', 'emacs-setup.el']) expect(page).toContain(readFileSync(here(file), 'utf8'));
});

/** Where every suite is required, Emacs is started without looking, and says itself what it lacks. */
async function hasEglot(): Promise<boolean> {
  if (process.env['HERMES_REQUIRE_ALL'] === '1') return true;
  const asked = run('emacs', ['-Q', '--batch', '-L', eglotFolder(), '--eval', "(require 'eglot)"]);
  return asked.then(
    () => true,
    () => false,
  );
}

/** Debian keeps Emacs packages where `-Q` does not look; newer Emacs bring eglot along. */
function eglotFolder(): string {
  const packages = '/usr/share/emacs/site-lisp/elpa';
  const names = existsSync(packages) ? readdirSync(packages) : [];
  return join(packages, names.find((name) => name.startsWith('eglot-')) ?? '');
}
