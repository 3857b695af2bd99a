import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, shoot } from './browser.ts';
import { Home, listen, root } from './home.ts';
import { Terminal } from './terminal.ts';

let home: Home;
let clone: string;

beforeAll(() => {
  // The settings of this machine's npm and its downloads are used; the product's own folders are new.
  home = new Home({ ...ownSettings(), HOME: homedir() });
  clone = join(home.folder, 'clone');
  execFileSync('git', ['clone', '--quiet', root, clone]);
});

afterAll(() => home.close());

test('npm start on a bare clone sets everything up, runs the first sample and ends where nobody looks on', async () => {
  const child = home.start('npm', ['start'], clone);
  const said = listen(child);
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const text = said.text();
  expect(text).toMatch(/Setting up 1\/4[\s\S]*Setting up 2\/4[\s\S]*Setting up 3\/4[\s\S]*Setting up 4\/4/);
  expect(text).toMatch(/↻ GET 127\.0\.0\.1:\d+\/shop\/catalogue\.json {2}5 tries .*main\.mjs:\d+/);
  expect(text).toMatch(/8 = 5 done \+ 2 skipped \+ 1 dropped/);
  expect(text).toMatch(/succeeded · 4 findings/);
  expect(text).toMatch(/agent says +5 indexed, 0 errors/);
  expect(text).toMatch(/runtime saw +5 tries · 2 skipped · 1 dropped · 1 garbled, written/);
  expect(text).toMatch(/Console {2}http:\/\/127\.0\.0\.1:\d+\/\?token=/);
  expect(text).not.toMatch(/npm warn|EBADENGINE/);
  expect(code).toBe(0);
});

test('the second npm start serves the console within seconds, and Ctrl+C leaves nothing behind', async () => {
  const terminal = new Terminal(`trap : INT; cd '${clone}' && npm start; echo ended with $?`, home.env);
  const browser = await openBrowser();
  try {
    const screen = await terminal.until(/In VS Code/, 30);
    const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(screen)?.[0] ?? '';
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.getByRole('link', { name: 'web-scraper' }).first().click();
    await expect.poll(() => page.locator('.strip').textContent()).toContain('5 indexed, 0 errors');
    await expect.poll(() => page.locator('.strip').textContent()).toContain('1 garbled, written');
    expect(await page.locator('.place').allTextContents()).toEqual(['main.mjs:7', 'main.mjs:27', 'main.mjs:38', 'main.mjs:33']);
    await shoot(page, 'j1-console-task');
    terminal.press('C-c');
    const end = await terminal.until(/ended with \d+/, 20);
    expect(end).toMatch(/Stopped\. \d+ tasks kept\./);
    expect(end).toMatch(/ended with 130/);
    expect(processesOf(home.folder)).toEqual([]);
  } finally {
    await browser.close();
    terminal.close();
  }
});

/** The environment as npm would have it outside of this test run. */
function ownSettings(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(npm_|XDG_|VITEST|NODE_OPTIONS|NODE_ENV|LANG|LC_|TERM|TMUX)/.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Command lines of processes whose environment names this home. */
function processesOf(folder: string): readonly string[] {
  const found = execFileSync('sh', ['-c', `grep -lsz -- '^XDG_DATA_HOME=${folder}' /proc/[0-9]*/environ || true`], { encoding: 'utf8' });
  return found
    .split('\n')
    .filter((path) => path !== '')
    .map((path) => execFileSync('sh', ['-c', `tr '\\0' ' ' < ${path.replace('environ', 'cmdline')} || true`], { encoding: 'utf8' }))
    .filter((command) => !/^(sh|bash|tmux|grep) |^$/.test(command));
}
