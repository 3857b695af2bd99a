import * as l10n from '@vscode/l10n';
import type { OrchestratorConfig, Problem } from '@hermes-runtime/schemas';
import { checkConfigFile } from './check-config-file.ts';
import { orchestratorConfigSchema } from './generated/file-schemas.ts';
import { atKey, atValue, type CheckedFile } from './problem-at.ts';
import { openCors, openHost } from './rules/open-server.ts';
import { fits } from './schema-check/file-errors.ts';
import { valueAt } from './value.ts';

/** Reads the text of an `orchestrator-config.yaml`; `path` is the one that its problems carry. A file with errors gives no config. */
export function checkOrchestratorConfig(
  text: string,
  path: string,
): { readonly config?: OrchestratorConfig; readonly problems: readonly Problem[] } {
  return checkConfigFile(text, path, {
    schema: orchestratorConfigSchema,
    is: (value): value is OrchestratorConfig => fits(orchestratorConfigSchema, value),
    risks: (file, value) => [...unprotected(file, value), ...openCors(file, value), ...notYet(file, value)],
  });
}

/** Over a network, tokens need TLS; whoever has a proxy for it says so. */
function unprotected(file: CheckedFile, value: unknown): readonly Problem[] {
  if (valueAt(value, ['server', 'tls']) !== undefined || valueAt(value, ['server', 'insecure']) === true) return [];
  return openHost(file, value, (host) =>
    l10n.t(
      '{0} lets other machines reach the API, and tokens can be read on the way: `serve` refuses it. Add server.tls, or say server.insecure: true.',
      host,
    ),
  );
}

function notYet(file: CheckedFile, value: unknown): Problem[] {
  const found: Problem[] = [];
  if (valueAt(value, ['engine']) === 'temporal') {
    const message = l10n.t('Temporal is not supported by this version. Use `embedded`.');
    found.push(atValue(file, ['engine'], { code: 'not-yet-enforced', severity: 'warning', message }));
  }
  if (typeof valueAt(value, ['metrics', 'endpoint']) === 'string') {
    const message = l10n.t('Metrics are not sent by this version: read them at /metrics.');
    found.push(atKey(file, ['metrics', 'endpoint'], { code: 'not-yet-enforced', severity: 'warning', message }));
  }
  return found;
}
