import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { onlyTexts } from './only-texts.ts';

// Writes the npm package of the language server: one program for every editor, with nothing to install beside it.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/hermes-language-server');
const limit = 1024 * 1024;

type Manifest = { readonly version: string; readonly license: string; readonly engines: { readonly node: string } };
const { version, license } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as Manifest;
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'bin'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { server: 'server/src/main.ts' },
  outdir: folder,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.19',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  conditions: ['node', 'module', 'import'],
  legalComments: 'none',
  logLevel: 'error',
  plugins: [onlyTexts('schemas', 'contract', 'server')],
  // CommonJS packages inside an ESM bundle call require(); give them one.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
for (const file of ['hermes-language-server.mjs', 'launch.mjs']) cpSync(join(root, 'runtime/bin', file), join(folder, 'bin', file));
cpSync(join(root, 'docs/problems'), join(folder, 'docs/problems'), { recursive: true });
// Outside of the repository its own files are only names.
const page = readFileSync(join(root, 'docs/language-server.md'), 'utf8').replaceAll(/\[([^\]]+)\]\(\.\.?\/[^)]*\)/g, '$1');
writeFileSync(join(folder, 'README.md'), page);
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'hermes-language-server',
      version,
      description: 'Checks agent.yaml and the code behind it in every editor that speaks the Language Server Protocol.',
      license,
      type: 'module',
      bin: { 'hermes-language-server': 'bin/hermes-language-server.mjs' },
      files: ['bin', 'chunks', 'docs', 'server.mjs'],
      engines,
    },
    undefined,
    2,
  )}\n`,
);
// npm is a shell script on one system and a batch file on another.
execFileSync('npm', ['pack', '--silent', '--pack-destination', join(root, 'dist')], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
const archive = join(root, `dist/hermes-language-server-${version}.tgz`);
const { size } = statSync(archive);
console.log(`hermes-language-server-${version}.tgz ${(size / 1024).toFixed(1)} KiB`);
if (size > limit) throw new Error(`${archive} is ${size} bytes; the limit is ${limit}`);
