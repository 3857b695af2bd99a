import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeProblems, openBrowser, shoot } from './browser.ts';
import { type Ended, Home, finished, listen, root } from './home.ts';

const programs = {
  orchestrator: join(root, 'orchestrator/bin/hermes-orchestrator.mjs'),
  ui: join(root, 'ui/bin/hermes-ui.mjs'),
};
const canary = 'canary-key-8f2e';

let home: Home;
let config: string;
let api: string;
let signIn: string;
let origin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const orchestrator = async (...args: readonly string[]): Promise<Ended> =>
  finished(process.execPath, [programs.orchestrator, ...args], { ...home.env });

async function token(name: string, scopes: string): Promise<string> {
  const made = await orchestrator('token', 'create', '--config', config, '--name', name, '--scopes', scopes, '--json');
  return (JSON.parse(made.stdout) as { token: string }).token;
}

function writeAgent(version: string, body: string): string {
  const folder = join(home.folder, 'work/gauge');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'agent.yaml'),
    `name: gauge
version: ${version}
input_schema: { type: object, properties: { items: { type: array }, api_key: { type: string, writeOnly: true } } }
output_schema: { type: object, properties: { total: { type: number } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`,
  );
  writeFileSync(
    join(folder, 'main.mjs'),
    `export function execute({ items = [], api_key }) {\n  console.log('key', api_key);\n  ${body}\n}\n`,
  );
  return folder;
}

beforeAll(async () => {
  home = new Home();
  config = join(home.folder, 'orchestrator-config.yaml');
  writeFileSync(config, 'server: { port: 0 }\n');
  const serving = listen(home.start(process.execPath, [programs.orchestrator, 'serve', '--config', config]));
  [, api = ''] = await serving.until(/Serving on (http:\/\/127\.0\.0\.1:\d+)/);
  writeFileSync(
    join(home.folder, 'ui-config.json'),
    JSON.stringify({ server: { port: 0 }, orchestrator_url: api, token_file: 'ui-token' }),
  );
  writeFileSync(join(home.folder, 'ui-token'), await token('ui', 'read,run'), { mode: 0o600 });
  const ui = listen(home.start(process.execPath, [programs.ui, '--config', join(home.folder, 'ui-config.json')]));
  [, signIn = ''] = await ui.until(/Console (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)/);
  ({ origin } = new URL(signIn));
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  page = await context.newPage();
  await page.goto(signIn);
});

afterAll(async () => {
  await browser.close();
  await home.close();
});

test('an agent is pushed to the orchestrator and runs in its console, live', async () => {
  const folder = writeAgent('1.0.0', 'return { total: items.map(({ n }) => n.value).reduce((a, b) => a + b, 0) };');
  writeFileSync(join(home.folder, 'push-token'), await token('ci', 'push'), { mode: 0o600 });
  const pushed = await home.hermes('push', folder, '--target', api, '--token-file', join(home.folder, 'push-token'), '--yes');
  expect([pushed.code, pushed.stdout]).toEqual([0, expect.stringMatching(/^Pushed sha256:/)]);
  await page.goto(`${origin}/console/#/agents`);
  await page.getByRole('button', { name: 'Run gauge' }).click();
  await page.getByLabel('Input').fill(JSON.stringify({ items: [{ n: { value: 3 } }], api_key: canary }));
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('tab', { name: /Output/ }).click();
  await expect.poll(() => page.locator('.json').textContent()).toContain('total');
  await shoot(page, 'orchestrator-console');
});

test('a task that fails there is replayed there, from what was kept of it', async () => {
  await page.goto(`${origin}/console/#/agents`);
  await page.getByRole('button', { name: 'Run gauge' }).click();
  await page.getByLabel('Input').fill(JSON.stringify({ items: [{}], api_key: canary }));
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => page.locator('.failure').textContent()).toContain('TypeError');
  await page.getByText('Replay', { exact: true }).click();
  await page.getByRole('button', { name: /^Exact/ }).click();
  await expect.poll(() => page.locator('.replay-strip').textContent()).toContain('result equal');
  expect(await axeProblems(page)).toEqual([]);
  const link = new URL((await page.getByRole('link', { name: 'Debug in VS Code' }).getAttribute('href')) ?? '');
  expect([link.protocol, link.searchParams.get('target'), link.searchParams.get('task')?.length]).toEqual(['vscode:', api, 32]);
});

test('neither a token nor a secret is anywhere that a browser can see', async () => {
  const seen: string[] = [await page.content(), JSON.stringify(await context.storageState())];
  for (const path of ['/api/v1/tasks', '/api/v1/agents']) seen.push(await page.evaluate(async (url) => (await fetch(url)).text(), path));
  const [task] = JSON.parse(seen[2] ?? '[]') as { task_id: string }[];
  seen.push(await page.evaluate(async (url) => (await fetch(url)).text(), `/api/v1/tasks/${task?.task_id}/case`));
  expect(seen.join('\n')).toContain('hermes-runtime-case/1');
  for (const secret of [canary, 'hro_']) expect(seen.filter((text) => text.includes(secret))).toEqual([]);
});

test('no page of another site is answered, in a real browser, on either port', { timeout: 120_000 }, async () => {
  const evil = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title>'),
  );
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  const address = evil.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const before = await page.evaluate(async () => ((await (await fetch('/api/v1/tasks')).json()) as unknown[]).length);
  const attacker = await context.newPage();
  await attacker.goto(`http://127.0.0.1:${port}/`);
  for (const target of [api, origin]) {
    const answers = await attacker.evaluate(async (url) => {
      const body = JSON.stringify({ agent_name: 'gauge', input: { items: [] } });
      const tried = async (send: () => Promise<string>): Promise<string> => send().catch(() => 'refused');
      const read = async (init: RequestInit): Promise<string> =>
        tried(async () => {
          const response = await fetch(`${url}/api/v1/tasks`, init);
          return response.type === 'opaque' ? 'opaque' : response.ok ? 'answered' : 'refused';
        });
      const element = async (tag: 'img' | 'script' | 'iframe', path: string): Promise<string> =>
        new Promise((resolve) => {
          const node = document.createElement(tag);
          node.addEventListener('load', () => resolve(tag === 'iframe' ? 'framed' : 'answered'));
          node.addEventListener('error', () => resolve('refused'));
          node.src = url + path;
          document.body.append(node);
          setTimeout(() => resolve('refused'), 3000);
        });
      return [
        await read({ method: 'POST', body, headers: { 'content-type': 'application/json' } }),
        await read({ method: 'POST', body, headers: { 'content-type': 'application/json' }, credentials: 'include' }),
        await read({ method: 'POST', body, headers: { 'content-type': 'text/plain' }, credentials: 'include', mode: 'no-cors' }),
        await read({ method: 'POST', body: new URLSearchParams({ body }), credentials: 'include', mode: 'no-cors' }),
        await read({ method: 'GET', credentials: 'include' }),
        await read({ method: 'GET', credentials: 'include', mode: 'no-cors' }),
        await read({ method: 'PUT', body, credentials: 'include' }),
        await tried(async () => (navigator.sendBeacon(`${url}/api/v1/tasks`, body) ? 'opaque' : 'refused')),
        await tried(
          async () =>
            new Promise((resolve) => {
              const source = new EventSource(`${url}/api/v1/events`, { withCredentials: true });
              source.addEventListener('open', () => resolve('answered'));
              source.addEventListener('error', () => resolve('refused'));
            }),
        ),
        await tried(
          async () =>
            new Promise((resolve) => {
              const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/stream`);
              socket.addEventListener('open', () => resolve('answered'));
              socket.addEventListener('error', () => resolve('refused'));
            }),
        ),
        await element('img', '/api/v1/tasks'),
        await element('script', '/api/v1/agents'),
      ];
    }, target);
    expect(answers.length).toBeGreaterThanOrEqual(12);
    expect(answers.filter((answer) => answer === 'answered')).toEqual([]);
  }
  expect(await page.evaluate(async () => ((await (await fetch('/api/v1/tasks')).json()) as unknown[]).length)).toBe(before);
  await attacker.close();
  evil.close();
});
