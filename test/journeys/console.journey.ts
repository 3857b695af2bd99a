import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeProblems, openBrowser, shoot } from './browser.ts';
import { Home, listen } from './home.ts';

let home: Home;
let agents: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let origin: string;

beforeAll(async () => {
  home = new Home();
  agents = mkdtempSync(join(tmpdir(), '智能体-'));
  writeAgent(
    'greeter',
    `exports.execute = ({ name }) => {\n  console.log('greeting');\n  return { greeting: 'Hello ' + name, html: '<img src=x onerror=alert(1)>' };\n};\n`,
  );
  writeAgent('thrower', `exports.execute = () => {\n  throw new RangeError('no such page');\n};\n`);
  const [url = ''] = await listen(home.startHermes('dev', agents)).until(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/);
  ({ origin } = new URL(url));
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark', locale: 'en-US' });
  page = await context.newPage();
  await page.goto(url);
});

afterAll(async () => {
  await browser.close();
  await home.close();
  rmSync(agents, { recursive: true });
});

function writeAgent(name: string, code: string): void {
  const folder = join(agents, name);
  mkdirSync(folder);
  const descriptor = `name: ${name}
version: 1.0.0
input_schema:
  type: object
  required: [name]
  properties:
    name: { type: string }
runtime: { type: nodejs, entrypoint: main.cjs }
examples:
  - input: { name: 世界 }
`;
  writeFileSync(join(folder, 'agent.yaml'), descriptor);
  writeFileSync(join(folder, 'main.cjs'), code);
}

async function runFromConsole(name: string): Promise<void> {
  await page.goto(`${origin}/console/#/agents`);
  await page.getByRole('button', { name: `Run ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(/#\/tasks\//);
}

test('a console without a task says what comes next, and the address bar forgets the token', async () => {
  await page.getByText('No task yet.').waitFor();
  expect(page.url()).not.toContain('token');
  await shoot(page, 'console-empty');
});

test('an agent is run from the console and its trace is live', async () => {
  await runFromConsole('greeter');
  await expect.poll(() => page.locator('.task-header').textContent()).toContain('greeter@1.0.0');
  await page.getByRole('tab', { name: /Output/ }).click();
  await expect.poll(() => page.locator('.json').textContent()).toContain('Hello 世界');
  expect(await page.locator('.json img').count()).toBe(0);
  await shoot(page, 'console-output');
});

test('input that does not fit is refused with each place and its reason', async () => {
  await page.goto(`${origin}/console/#/agents`);
  await page.getByRole('button', { name: 'Run greeter' }).click();
  await page.getByLabel('Input').fill('{"name": 5}');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('/name');
  await shoot(page, 'console-invalid-input');
  await page.keyboard.press('Escape');
});

test('a failure is whole: type, message, line and traceback', async () => {
  await runFromConsole('thrower');
  await expect.poll(() => page.locator('.failure').textContent()).toContain('no such page');
  expect(await page.locator('.failure .place').textContent()).toBe('main.cjs:2');
  await shoot(page, 'console-failed');
});

test('a task that another client runs appears by itself', async () => {
  await page.goto(`${origin}/console/#/tasks`);
  const rows = page.getByRole('link', { name: 'greeter' });
  const before = await rows.count();
  expect((await home.hermes('run', join(agents, 'greeter'), '--input', '{"name":"x"}')).code).toBe(0);
  await expect.poll(() => rows.count()).toBe(before + 1);
  await shoot(page, 'console-tasks');
});

test('no page of the console has a violation that axe finds, and the trace works with the keyboard', async () => {
  for (const path of ['#/tasks', '#/agents', '#/overview']) {
    await page.goto(`${origin}/console/${path}`);
    await page.locator('h1').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  }
  await page.goto(`${origin}/console/#/tasks`);
  await page.getByRole('link', { name: 'greeter' }).first().click();
  await page.locator('#tab-findings').focus();
  await page.keyboard.press('3');
  await page.locator('[role=listbox]').focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('.row.selected').textContent()).toContain('task.succeeded');
  expect(await axeProblems(page)).toEqual([]);
});

test('the overview counts what ended, and the list filters by agent', async () => {
  await page.goto(`${origin}/console/#/overview`);
  await expect.poll(() => page.locator('.charts figcaption').first().textContent()).toMatch(/\d+ ended, 1 failed/);
  expect(await page.locator('.charts .bar-failed').evaluateAll((bars) => bars.some((bar) => bar.getAttribute('height') !== '0'))).toBe(
    true,
  );
  await shoot(page, 'console-overview');
  await page.goto(`${origin}/console/#/tasks`);
  await page.getByLabel('Agent').selectOption('thrower');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
});

test('a failed task is replayed from its page, and the receipt says what was equal', async () => {
  await page.goto(`${origin}/console/#/tasks`);
  await page.getByLabel('Agent').selectOption('thrower');
  await page.getByRole('link', { name: 'thrower' }).first().click();
  await page.getByText('Replay', { exact: true }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expect.poll(() => page.locator('.replay-strip').textContent()).toContain('code equal');
  expect(await page.locator('.replay-strip').textContent()).toMatch(/exact replay · of .* · 0 live effects/);
  await shoot(page, 'console-replay');
});

test('the console speaks Chinese to a Chinese browser, and fits a phone', async () => {
  const phone = await browser.newContext({
    viewport: { width: 390, height: 800 },
    locale: 'zh-CN',
    storageState: await context.storageState(),
  });
  const small = await phone.newPage();
  await small.goto(`${origin}/console/`);
  await small.getByRole('heading', { name: '任务' }).waitFor();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await axeProblems(small)).toEqual([]);
  await shoot(small, 'console-phone-zh');
  await phone.close();
});

test('without the session nothing is shown', async () => {
  const stranger = await browser.newPage();
  const answer = await stranger.goto(`${origin}/console/`);
  await stranger.goto(`${origin}/`);
  expect(await stranger.textContent('body')).toContain('hermes-runtime dev');
  expect([200, 401]).toContain(answer?.status());
  const status = await stranger.evaluate(async () => (await fetch('/api/v1/tasks')).status);
  expect(status).toBe(401);
  await stranger.close();
});
