import { userInfo } from 'node:os';
import * as l10n from '@vscode/l10n';
import { CliError, type ExitCode, exitCodes, say, writeResult } from '@hermes-runtime/runtime';
import { type Access, openAccess } from '../auth/access.ts';
import { isScope, type Scope, scopes } from '../auth/scopes.ts';
import type { TokenInfo } from '../auth/tokens.ts';
import { orchestratorPaths, readSettings } from './read-settings.ts';

type Where = { readonly config?: string };

export type CreateOptions = Where & { readonly name: string; readonly scopes: string; readonly expires?: string; readonly json?: boolean };

/** `hermes-orchestrator token create`: the token goes to standard output, and is kept nowhere. */
export async function createToken({ config, name, scopes: list, expires, json }: CreateOptions): Promise<ExitCode> {
  const held = scopesOf(list);
  if (!/^[\w.@-]{1,63}$/.test(name))
    throw new CliError(exitCodes.usage, l10n.t('"{0}" is no name for a token: use letters, digits and . _ - @, 1 to 63 of them.', name));
  const now = Date.now();
  const expires_at = expires === undefined ? undefined : now + durationOf(expires);
  const text = withAccess(config, ({ tokens, audit }) => {
    const made = tokens.create({ name, scopes: held, ...(expires_at !== undefined && { expires_at }) }, now);
    if (made !== undefined) audit.end(beginLocal(audit, 'token create', `${name} (${held.join(',')})`), { status: 0 });
    return made;
  });
  if (text === undefined)
    throw new CliError(exitCodes.usage, l10n.t('There is a token "{0}" already. Revoke it first, or choose another name.', name));
  const ends = expires_at === undefined ? undefined : new Date(expires_at).toISOString();
  writeResult(json === true ? JSON.stringify({ name, token: text, scopes: held, ...(ends !== undefined && { expires_at: ends }) }) : text);
  say(l10n.t('This is shown once. It may: {0}.', held.join(', ')));
  if (ends !== undefined) say(l10n.t('It is good until {0}.', ends));
  return exitCodes.ok;
}

/** `hermes-orchestrator token list`. */
export async function listTokens({ config, json }: Where & { readonly json?: boolean }): Promise<ExitCode> {
  const list = withAccess(config, ({ tokens }) => tokens.list());
  if (json === true) writeResult(JSON.stringify(list));
  else if (list.length === 0) say(l10n.t('There are no tokens.'));
  else writeResult(list.map((token) => lineOf(token, Date.now())).join('\n'));
  return exitCodes.ok;
}

/** `hermes-orchestrator token revoke`. */
export async function revokeToken(name: string, { config }: Where): Promise<ExitCode> {
  const revoked = withAccess(config, ({ tokens, audit }) => {
    const done = tokens.revoke(name, Date.now());
    if (done) audit.end(beginLocal(audit, 'token revoke', name), { status: 0 });
    return done;
  });
  if (!revoked) throw new CliError(exitCodes.usage, l10n.t('There is no token "{0}" in use.', name));
  say(l10n.t('Revoked "{0}": it is refused from now on.', name));
  return exitCodes.ok;
}

function withAccess<T>(config: string | undefined, use: (access: Access) => T): T {
  const access = openAccess(orchestratorPaths(readSettings(config)).data);
  try {
    return use(access);
  } finally {
    access.close();
  }
}

function beginLocal(audit: Access['audit'], action: string, subject: string): number {
  return audit.begin({ time: Date.now(), by: `local:${userInfo().username}`, from: 'command', action, subject });
}

function scopesOf(list: string): readonly Scope[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter(Boolean);
  const wrong = names.find((name) => !isScope(name));
  if (wrong !== undefined || names.length === 0)
    throw new CliError(exitCodes.usage, l10n.t('"{0}" is no scope; they are {1}.', wrong ?? list, scopes.join(', ')));
  return names.filter((name) => isScope(name));
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const ms = Number(count) * (units[unit] ?? 0);
  if (!(ms > 0)) throw new CliError(exitCodes.usage, l10n.t('--expires takes a time such as 30m, 12h or 30d, not "{0}".', text));
  return ms;
}

function lineOf({ id, name, scopes: held, expires_at, revoked_at }: TokenInfo, now: number): string {
  return [name, id, held.join(','), stateOf(expires_at, revoked_at, now)].join('  ');
}

function stateOf(expires_at: number | undefined, revoked_at: number | undefined, now: number): string {
  if (revoked_at !== undefined) return l10n.t('revoked');
  if (expires_at === undefined) return l10n.t('good until revoked');
  const date = new Date(expires_at).toISOString().slice(0, 16);
  return expires_at <= now ? l10n.t('expired {0}', date) : l10n.t('until {0}', date);
}
