import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { textsFor } from '@hermes-runtime/schemas/texts';
import { SettingsError, readSettings } from './ui-settings.ts';
import { startUiServer } from './ui-server.ts';

/** Beside the bundle, in a checkout, or beside the sources. */
const consoleFolders = ['./console', '../../client/dist/ui/console', '../../../client/dist/ui/console'];

/** `hermes-ui`: the web console for an orchestrator, with the token kept on this side. */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      config: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const locale = values.lang ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? 'en';
  l10n.config({ contents: { ...(await textsFor(locale)) } });
  if (values.help === true) {
    process.stdout.write(`${l10n.t('hermes-ui [--config ui-config.json] [--lang en|zh-cn]: the web console for an orchestrator')}\n`);
    return 0;
  }
  const settings = readSettings(values.config, process.env);
  const folder = consoleFolders.map((path) => join(import.meta.dirname, path)).find((path) => existsSync(join(path, 'index.html')));
  if (folder === undefined) throw new SettingsError(l10n.t('The console is not built here. `npm run build` builds it.'));
  const server = await startUiServer(settings, folder);
  process.stdout.write(`${l10n.t('Console {0}', server.signInUrl())}\n`);
  process.stdout.write(`${l10n.t('API {0}', settings.orchestrator.origin)}\n`);
  if (settings.token === undefined) process.stderr.write(`${l10n.t('No token: set HERMES_TOKEN, or token_file in the configuration.')}\n`);
  process.stdout.write(`${l10n.t('Stop: Ctrl+C')}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message =
    code === 'EADDRINUSE'
      ? l10n.t('The port is taken. Change server.port in ui-config.json.')
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = code === 'EADDRINUSE' ? 3 : 2;
}
