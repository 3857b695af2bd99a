import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, type Plugin, build, context } from 'esbuild';
import { onlyTexts } from './only-texts.ts';
import { extensionForBrowsers, serverForBrowsers } from './web-bundles.ts';

const root = join(import.meta.dirname, '..');
const finished = join(root, 'client/dist');

const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } } });
/** A build takes the place of the one before only when it is whole: who starts a program meanwhile gets the old one. */
const dist = values.watch ? finished : `${finished}-${process.pid}`;

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: !values.watch,
  sourcemap: values.watch ? 'linked' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'silent',
};
const node: BuildOptions = {
  ...common,
  platform: 'node',
  target: 'node22.19',
  conditions: ['node', 'module', 'import'],
  mainFields: ['module', 'main'],
};
/** CommonJS packages inside an ESM bundle call require(); give them one. */
const requireBanner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};
const esm: BuildOptions = { ...node, format: 'esm', banner: requireBanner, outExtension: { '.js': '.mjs' } };

/** esbuild cannot split CommonJS output, so the lazy part is an entry of its own, and `import()` of it stays a plain require. */
const lazyClient: Plugin = {
  name: 'lazy-client',
  setup(api) {
    api.onResolve({ filter: /^\.\/client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './client.cjs', external: true } : undefined,
    );
  },
};

/** A page of its own folder: the panel may load nothing else, and the runtime serves nothing else. */
const page = (name: string): BuildOptions => ({
  ...common,
  platform: 'browser',
  target: 'chrome138',
  format: 'esm',
  splitting: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.svg': 'text' },
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [onlyTexts('schemas', 'ui')],
  entryPoints: { [name]: `ui/src/${name}/main.tsx` },
  outdir: join(dist, 'ui', name),
});

const bundles: readonly BuildOptions[] = [
  {
    ...node,
    format: 'cjs',
    entryPoints: ['client/src/extension.ts', 'client/src/client.ts'],
    external: ['vscode'],
    plugins: [lazyClient, onlyTexts('schemas')],
    outExtension: { '.js': '.cjs' },
    outdir: dist,
  },
  {
    ...esm,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    entryPoints: { server: 'server/src/main.ts', runtime: 'runtime/src/cli/main.ts', orchestrator: 'orchestrator/src/cli/main.ts' },
    outdir: dist,
  },
  {
    ...esm,
    entryPoints: { harness: 'runtime/hosts/node/main.ts', 'debug-relay': 'runtime/hosts/node/debug-relay.ts' },
    outdir: join(dist, 'hosts/node'),
  },
  { ...esm, entryPoints: { 'hermes-ui': 'ui/src/serve/main.ts' }, plugins: [onlyTexts('schemas', 'ui')], outdir: join(dist, 'ui') },
  page('trace'),
  page('console'),
  { ...common, ...serverForBrowsers, outdir: dist },
  { ...common, ...extensionForBrowsers, outdir: dist },
];

/** What no bundler reads: harnesses in other languages, pages, schemas, translations. */
function copyFiles(): void {
  const copy = (from: string, to: string): void => {
    if (existsSync(join(root, from)))
      cpSync(join(root, from), join(dist, to), { recursive: true, filter: (path) => !/__pycache__|\.test\.|\.pyc$/.test(path) });
  };
  for (const language of ['python', 'shell']) copy(`runtime/hosts/${language}`, `hosts/${language}`);
  copy('ui/src/console/index.html', 'ui/console/index.html');
  copy('schemas/json', 'schemas');
  copy('docs/problems', 'docs/problems');
  copy('schemas/l10n/zh-cn/client.json', 'l10n/bundle.l10n.zh-cn.json');
}

/** Says "started" and "finished" once for all bundles: the editor's F5 waits for the second line, so no bundle may be half done then. */
function reporter(): Plugin {
  const first = new Set<string>();
  let running = 0;
  return {
    name: 'report',
    setup(api) {
      const id = JSON.stringify(api.initialOptions.entryPoints);
      api.onStart(() => {
        running += 1;
        if (running === 1) console.log('[watch] build started');
      });
      api.onEnd(({ errors }) => {
        running -= 1;
        first.add(id);
        for (const { text, location } of errors)
          console.error(location ? `${location.file}:${location.line}:${location.column + 1}: error: ${text}` : `error: ${text}`);
        copyFiles();
        if (running === 0 && first.size === bundles.length) console.log('[watch] build finished');
      });
    },
  };
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
copyFiles();
if (values.watch) {
  const report = reporter();
  const watchers = await Promise.all(bundles.map((options) => context({ ...options, plugins: [...(options.plugins ?? []), report] })));
  await Promise.all(watchers.map((watcher) => watcher.watch()));
} else {
  const results = await Promise.all(bundles.map((options) => build({ ...options, logLevel: 'error' }))).catch((error: unknown) => {
    rmSync(dist, { recursive: true });
    throw error;
  });
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache/meta.json'), JSON.stringify(results.map(({ metafile }) => metafile)));
  if (!values.quiet)
    for (const { metafile } of results)
      for (const [file, { bytes }] of Object.entries(metafile?.outputs ?? {})) console.log(`${String(bytes).padStart(8)}  ${file}`);
  rmSync(finished, { recursive: true, force: true });
  renameSync(dist, finished);
}
