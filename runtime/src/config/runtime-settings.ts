import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { RuntimeConfig } from '@hermes-runtime/schemas';
import type { LogLevel } from '../logging/log.ts';
import type { Rung, TraceLevel } from '../ports.ts';

/** A configuration with every default filled in and every path absolute. */
export type RuntimeSettings = {
  /** As it was written, for the rooms that read their own part of it. */
  readonly config: RuntimeConfig;
  readonly host: string;
  readonly port: number;
  /** Origins whose pages may call; `*` is not among them, whatever the file says. */
  readonly origins: readonly string[];
  readonly searchPath: readonly string[];
  readonly hotReload: boolean;
  readonly sandbox: SandboxSettings;
  readonly log: { readonly level: LogLevel; readonly file?: string; readonly maxBytes: number; readonly keep: number };
  readonly metrics: { readonly endpoint?: string; readonly open: boolean };
  readonly trace: TraceLevel;
  /** Whose HTTP traffic is kept, with bodies, for a replay. */
  readonly record: 'off' | 'failed' | 'all';
  readonly retention: { readonly days: number; readonly max_mb: number };
};

export type SandboxSettings = {
  readonly enabled: boolean;
  /** The longest that an attempt may take, whatever its agent asks for. Absent without a configuration. */
  readonly timeout_seconds?: number;
  readonly allowedRuntimes: readonly ('python' | 'nodejs' | 'shell')[];
  /** As written, with `*` and `**`. */
  readonly forbiddenPaths: readonly string[];
  readonly require?: Rung;
};

/** What holds where nobody configured anything: `run`, `dev` and the editor. Everything is looked at, and an agent's own time limit counts. */
export const defaultSettings: RuntimeSettings = {
  ...settingsOf({ trace: 'full', record: 'all' }, '/'),
  sandbox: { enabled: true, allowedRuntimes: ['python', 'nodejs', 'shell'], forbiddenPaths: [] },
};

/** Relative paths are relative to the configuration file's folder, as its descriptions promise. */
export function settingsOf(config: RuntimeConfig, folder: string): RuntimeSettings {
  const { server = {}, agent = {}, logging = {}, metrics = {}, retention = {} } = config;
  const { sandbox = {} } = agent;
  return {
    config,
    host: server.host ?? '127.0.0.1',
    port: server.port ?? 8080,
    origins: (server.cors_allowed_origins ?? []).filter((origin) => origin !== '*').map((origin) => origin.replace(/\/$/, '')),
    searchPath: (typeof agent.search_path === 'string' ? [agent.search_path] : (agent.search_path ?? [])).map((path) =>
      pathIn(folder, path),
    ),
    hotReload: agent.hot_reload ?? true,
    sandbox: {
      enabled: sandbox.enabled ?? true,
      timeout_seconds: sandbox.timeout_seconds ?? 30,
      allowedRuntimes: sandbox.allowed_runtimes ?? ['python', 'nodejs', 'shell'],
      forbiddenPaths: sandbox.forbidden_paths ?? [],
      ...(sandbox.require && { require: sandbox.require }),
    },
    log: {
      level: config.debug === true ? 'debug' : levelOf(logging.level ?? 'INFO'),
      ...(logging.file !== undefined && { file: pathIn(folder, logging.file) }),
      maxBytes: (logging.max_mb ?? 10) * 1024 * 1024,
      keep: logging.keep ?? 5,
    },
    metrics: { open: metrics.open ?? false, ...(metrics.endpoint !== undefined && { endpoint: metrics.endpoint }) },
    trace: config.trace ?? 'calls',
    record: config.record ?? 'failed',
    retention: { days: retention.days ?? 30, max_mb: retention.max_mb ?? 1024 },
  };
}

function levelOf(level: NonNullable<NonNullable<RuntimeConfig['logging']>['level']>): LogLevel {
  switch (level) {
    case 'DEBUG':
    case 'debug':
      return 'debug';
    case 'INFO':
    case 'info':
      return 'info';
    case 'WARNING':
    case 'warning':
      return 'warning';
    case 'ERROR':
    case 'error':
      return 'error';
  }
}

function pathIn(folder: string, path: string): string {
  if (path === '~' || path.startsWith('~/')) return join(homedir(), path.slice(1));
  return isAbsolute(path) ? path : resolve(folder, path);
}
