import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '4.139.1';
const repository = path.resolve(import.meta.dirname, '../..');
const cache = path.join(repository, '.cache', 'vscode');

/** The server of a real VS Code, as the npm package code-server carries it. */
export const vscodeServer: string = path.join(cache, version, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * Installs VS Code for the tests into `.cache/vscode`, once for each version, and answers its server's folder.
 * The package is no dev dependency: it refuses older Node versions and weighs far more than everything else together.
 * No install script runs, so no compiler is needed; its terminal, watcher and search ship ready binaries.
 */
export async function installVscode(): Promise<string> {
  const ready = path.join(cache, version, 'ready');
  if (existsSync(ready)) return vscodeServer;
  const half = path.join(cache, `${version}.half`);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  writeFileSync(path.join(half, 'package.json'), '{ "private": true }\n');
  const own = path.join(half, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(half, ['install', `code-server@${version}`]);
  await npm(own, ['install', '--omit=dev']);
  await npm(path.join(own, 'extensions'), ['install', '--omit=dev']);
  writeFileSync(path.join(half, 'ready'), `${version}\n`);
  // An older half-done folder without `ready` may stand in the way.
  rmSync(path.join(cache, version), { recursive: true, force: true });
  renameSync(half, path.join(cache, version));
  return vscodeServer;
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  let noise = '';
  const keep = (chunk: Buffer): void => {
    noise = `${noise}${chunk.toString()}`.slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${String(code)} in ${cwd}\n${noise}`);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const before = Date.now();
  const where = await installVscode();
  const product: unknown = JSON.parse(readFileSync(path.join(where, 'package.json'), 'utf8'));
  process.stdout.write(`${JSON.stringify({ where, product, seconds: Math.round((Date.now() - before) / 1000) })}\n`.slice(0, 300));
}
