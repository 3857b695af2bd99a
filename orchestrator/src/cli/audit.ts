import * as l10n from '@vscode/l10n';
import { CliError, type ExitCode, exitCodes, say, writeResult } from '@hermes-runtime/runtime';
import { openAccess } from '../auth/access.ts';
import type { AuditEntry } from '../auth/audit.ts';
import { orchestratorPaths, readSettings } from './read-settings.ts';

export type AuditOptions = { readonly config?: string; readonly limit: string; readonly json?: boolean };

/** `hermes-orchestrator audit`: every change, newest first. */
export async function audit({ config, limit, json }: AuditOptions): Promise<ExitCode> {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1) throw new CliError(exitCodes.usage, l10n.t('--limit takes a whole number from 1.'));
  const access = openAccess(orchestratorPaths(readSettings(config)).data);
  try {
    const entries = access.audit.list({ limit: count });
    if (json === true) writeResult(JSON.stringify(entries));
    else if (entries.length === 0) say(l10n.t('Nothing has been changed yet.'));
    else writeResult(entries.map((entry) => lineOf(entry)).join('\n'));
  } finally {
    access.close();
  }
  return exitCodes.ok;
}

function lineOf({ time, by, from, action, subject, status }: AuditEntry): string {
  const outcome = status === undefined ? '?' : status === 0 ? 'ok' : String(status);
  return [new Date(time).toISOString(), outcome, by, from, action, ...(subject === undefined ? [] : [subject])].join('  ');
}
