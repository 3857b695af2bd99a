import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vsix = join(root, 'hermes-runtime.vsix');
const limits = { vsix: 1.5 * 1024 * 1024, extension: 30 * 1024, 'server.web': 1.25 * 1024 * 1024, 'extension.web': 0.5 * 1024 * 1024 };

function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: join(root, 'client'), stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}

function checkSize(what: string, file: string, limit: number): void {
  const { size } = statSync(file);
  console.log(`${what} ${(size / 1024).toFixed(1)} KiB`);
  if (size > limit) throw new Error(`${what} is ${size} bytes; the limit is ${limit}`);
}

// The extension's page shows the repository's own texts.
for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, file), join(root, 'client', file));
run(join(root, 'scripts/bundle.ts'), '--quiet');
run(
  join(root, 'node_modules/@vscode/vsce/vsce'),
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
);
checkSize('extension.cjs', join(root, 'client/dist/extension.cjs'), limits.extension);
for (const name of ['server.web', 'extension.web'] as const) checkSize(`${name}.js`, join(root, `client/dist/${name}.js`), limits[name]);
checkSize('hermes-runtime.vsix', vsix, limits.vsix);
