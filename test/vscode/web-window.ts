import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { installExtensions } from './server.ts';
import { startWebSite } from './web-site.ts';
import { launch, shots, slow } from './window.ts';

export type WebWindowOptions = { readonly vsix: string; readonly workspace: Readonly<Record<string, string>> };

/** A VS Code that is nothing but a page: its files are in its memory, and nothing behind it could run a program. */
export type WebWindow = {
  readonly page: Page;
  /** What the page asked for of anybody, as `GET http://…`. */
  readonly requests: readonly string[];
  /** Loads it anew, in another language, or without a folder. */
  readonly load: (how?: { readonly language?: string; readonly empty?: true }) => Promise<void>;
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openWebWindow({ vsix, workspace }: WebWindowOptions): Promise<WebWindow> {
  const profile = realpathSync(mkdtempSync(path.join(tmpdir(), 'hr-web-')));
  await installExtensions(profile, [vsix]);
  const installed = path.join(profile, 'extensions');
  const own = readdirSync(installed).find((name) => name.startsWith('hermes-runtime.')) ?? '';
  const site = await startWebSite({
    extensions: { hermes: path.join(installed, own), 'memory-files': path.join(import.meta.dirname, 'fixtures/memory-files') },
    workspace,
  });
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on('websocket', (socket) => requests.push(`socket ${socket.url()}`));
  const load: WebWindow['load'] = async ({ language = 'en', empty } = {}) => {
    await page.goto(`${site.url}?language=${language}${empty ? '&ew=true' : ''}`, slow);
    await page.waitForSelector('.monaco-workbench', slow);
  };
  await load();
  return {
    page,
    requests,
    load,
    shot: async (name) => {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: path.join(shots, `${name}.png`), animations: 'disabled', caret: 'hide' });
    },
    close: async () => {
      await browser.close();
      await site.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
