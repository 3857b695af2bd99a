import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { onlyTexts } from './only-texts.ts';

const root = join(import.meta.dirname, '..');

/** One classic script, for an editor without a machine behind it. What would need Node's own modules does not build. */
const browser: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'browser',
  target: 'chrome138',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'silent',
  mainFields: ['module', 'main'],
};

/** The language server as a web worker: Node's paths and turns have stand-ins, and files come from the editor. */
export const serverForBrowsers: BuildOptions = {
  ...browser,
  format: 'iife',
  alias: { 'vscode-languageserver/node': 'vscode-languageserver/browser', 'node:path': join(root, 'server/src/web/posix-path.ts') },
  inject: [join(root, 'server/src/web/immediate.ts')],
  plugins: [onlyTexts('schemas', 'contract', 'server', 'descriptions')],
  entryPoints: { 'server.web': 'server/src/web/main.ts' },
};

/** The extension there. It is loaded as CommonJS, by a name that must end in `.js`. */
export const extensionForBrowsers: BuildOptions = {
  ...browser,
  format: 'cjs',
  external: ['vscode'],
  entryPoints: { 'extension.web': 'client/src/web/extension.web.ts' },
};
