import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { UiConfig } from '@hermes-runtime/schemas';
import { validateUiConfig } from '@hermes-runtime/schemas/files';

export type UiSettings = {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly orchestrator: URL;
  readonly token: string | undefined;
};

/** A configuration that cannot be used, in words for the person who wrote it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The file, then what the environment says instead. Throws `SettingsError`. */
export function readSettings(file: string | undefined, env: Environment): UiSettings {
  const config = file === undefined ? {} : parseConfig(file);
  const { server = {} } = config;
  const url = env['ORCHESTRATOR_URL'] ?? config.orchestrator_url ?? 'http://127.0.0.1:8000';
  const token =
    env['HERMES_TOKEN'] ?? (config.token_file === undefined ? undefined : readToken(resolve(dirname(file ?? '.'), config.token_file)));
  return {
    host: server.host ?? '127.0.0.1',
    port: server.port ?? 3000,
    publicUrl: server.public_url === undefined ? undefined : parseUrl(server.public_url, 'server.public_url').origin,
    orchestrator: parseUrl(url, 'orchestrator_url'),
    token: token === '' ? undefined : token,
  };
}

function parseConfig(file: string): UiConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SettingsError(l10n.t('{0} cannot be read: {1}', file, error instanceof Error ? error.message : String(error)));
  }
  return asConfig(value, file);
}

function asConfig(value: unknown, file: string): UiConfig {
  if (validateUiConfig(value)) return value;
  const [problem] = validateUiConfig.errors ?? [];
  const what = [problem?.instancePath, problem?.keyword, Object.values(problem?.params ?? {}).join(' ')].filter(Boolean).join(' ');
  throw new SettingsError(l10n.t('{0} is not a ui-config: {1}. See ui-config.schema.json.', file, what));
}

function parseUrl(text: string, key: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new SettingsError(l10n.t('{0} must be an address that begins with http:// or https://, not "{1}".', key, text));
}

function readToken(path: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error(l10n.t('others may read it; `chmod 600` it'));
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new SettingsError(l10n.t('{0} cannot be read: {1}', path, error instanceof Error ? error.message : String(error)));
  }
}
