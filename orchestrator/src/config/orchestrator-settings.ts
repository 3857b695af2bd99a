import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { checkOrchestratorConfig } from '@hermes-runtime/contract';
import { type Environment, type RuntimeSettings, settingsOf } from '@hermes-runtime/runtime';
import type { OrchestratorConfig, Problem } from '@hermes-runtime/schemas';

/** A configuration with every default filled in, every path absolute, and what the environment says in its place. */
export type OrchestratorSettings = {
  readonly engine: 'embedded' | 'temporal';
  /** Those of the runtime inside. */
  readonly runtime: RuntimeSettings;
  /** The folder of the store; absent: that of the user. */
  readonly storePath?: string;
  readonly allowedHosts: readonly string[];
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Whether other machines may come in without TLS. */
  readonly insecure: boolean;
  /** Where attempts go; absent: they run here. */
  readonly remote?: {
    readonly url: string;
    readonly token?: string;
    readonly tokenFile?: string;
    /** An attempt is lost once that runtime has not answered for so long, in milliseconds. */
    readonly lostAfterMs: number;
  };
};

export type LoadedConfig = {
  /** Absent if the file has an error. */
  readonly settings?: OrchestratorSettings;
  readonly problems: readonly Problem[];
};

/** Reads `orchestrator-config.yaml`; without a path there are only the defaults and the environment. Throws what the file system throws. */
export function loadConfig(path: string | undefined, env: Environment): LoadedConfig {
  if (path === undefined) return { settings: orchestratorSettings({}, process.cwd(), env), problems: [] };
  const file = resolve(path);
  const { config, problems } = checkOrchestratorConfig(readFileSync(file, 'utf8'), basename(file));
  const broken = config === undefined || problems.some(({ severity }) => severity === 'error');
  return broken ? { problems } : { settings: orchestratorSettings(config, dirname(file), env), problems };
}

/** Relative paths are relative to the configuration file's folder, as its descriptions promise. */
export function orchestratorSettings(config: OrchestratorConfig, folder: string, env: Environment): OrchestratorSettings {
  const { server = {}, store = {}, agents = {}, logging = {}, metrics = {} } = config;
  const { cors_allowed_origins } = server;
  const remote = remoteOf(config, folder, env);
  return {
    engine: config.engine ?? 'embedded',
    runtime: withoutLimit(
      settingsOf(
        {
          server: {
            host: server.host ?? '127.0.0.1',
            port: server.port ?? 8000,
            ...(cors_allowed_origins && { cors_allowed_origins }),
          },
          ...(agents.search_path !== undefined && { agent: { search_path: agents.search_path } }),
          ...(store.retention && { retention: store.retention }),
          logging,
          metrics: { open: metrics.open ?? false },
        },
        folder,
      ),
    ),
    ...(store.path !== undefined && { storePath: resolve(folder, store.path) }),
    allowedHosts: server.allowed_hosts ?? [],
    ...(server.tls && { tls: { cert: resolve(folder, server.tls.cert), key: resolve(folder, server.tls.key) } }),
    insecure: server.insecure ?? false,
    ...(remote && { remote }),
  };
}

/** An agent's own time limit counts: there is no other here. */
function withoutLimit({ sandbox: { timeout_seconds: _none, ...sandbox }, ...settings }: RuntimeSettings): RuntimeSettings {
  return { ...settings, sandbox };
}

function remoteOf(config: OrchestratorConfig, folder: string, env: Environment): OrchestratorSettings['remote'] {
  const url = given(env['HERMES_RUNTIME_URL']) ?? config.runtime_url;
  if (url === undefined) return undefined;
  const token = given(env['HERMES_RUNTIME_TOKEN']);
  const { runtime_token_file: file, runtime_lost_after_seconds: seconds = 60 } = config;
  return {
    url,
    lostAfterMs: seconds * 1000,
    ...(token !== undefined && { token }),
    ...(file !== undefined && { tokenFile: resolve(folder, file) }),
  };
}

/** An empty variable is one that was not set: compose files write them so. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
