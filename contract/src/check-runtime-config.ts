import * as l10n from '@vscode/l10n';
import type { Problem, RuntimeConfig } from '@hermes-runtime/schemas';
import { checkConfigFile } from './check-config-file.ts';
import { runtimeConfigSchema } from './generated/file-schemas.ts';
import { openCors, openHost } from './rules/open-server.ts';
import { fits } from './schema-check/file-errors.ts';

/** Reads the text of a `runtime-config.yaml`; `path` is the one that its problems carry. A file with errors gives no config. */
export function checkRuntimeConfig(text: string, path: string): { readonly config?: RuntimeConfig; readonly problems: readonly Problem[] } {
  return checkConfigFile(text, path, {
    schema: runtimeConfigSchema,
    is: (value): value is RuntimeConfig => fits(runtimeConfigSchema, value),
    risks: (file, value) => [
      ...openHost(file, value, (host) =>
        l10n.t('{0} lets other machines reach the API; every call then needs the token. Use 127.0.0.1 unless they must.', host),
      ),
      ...openCors(file, value),
    ],
  });
}
