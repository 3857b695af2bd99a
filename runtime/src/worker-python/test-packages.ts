import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPython } from './harness-process.ts';

const run = promisify(execFile);
const requirements = ['requests==2.31.0', 'httpx==0.28.1', 'aiohttp>=3.10,<4', 'feedparser==6.0.11'];
const cache = join(import.meta.dirname, '../../../.cache');

/** Where the HTTP clients are installed, or why they could not be had. Installed once, with the user's own index settings. */
export type TestPackages = { readonly status: 'ready'; readonly folder: string } | { readonly status: 'missing'; readonly reason: string };

export async function testPackages(): Promise<TestPackages> {
  const python = findPython();
  const tag = createHash('sha256')
    .update(`${python} ${requirements.join(' ')}`)
    .digest('hex')
    .slice(0, 12);
  const place = join(cache, `test-venv-${tag}`);
  try {
    if (!existsSync(place)) await install(python, place);
    return { status: 'ready', folder: sitePackages(place) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    if (process.env['HERMES_REQUIRE_ALL'] === '1')
      throw new Error(`requests, httpx and aiohttp could not be installed: ${reason}`, { cause: error });
    return { status: 'missing', reason };
  }
}

/** Built aside and renamed, so that a run that was cut off leaves nothing half done; only its packages are used. */
async function install(python: string, place: string): Promise<void> {
  const aside = `${place}.${process.pid}`;
  try {
    await run(python, ['-m', 'venv', aside]);
    await run(join(aside, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...requirements], { timeout: 170_000 });
    if (!existsSync(place)) renameSync(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function sitePackages(place: string): string {
  const lib = join(place, 'lib');
  const version = readdirSync(lib).find((name) => name.startsWith('python3'));
  return join(lib, version ?? '', 'site-packages');
}
