export { loadConfig, type LoadedConfig } from './config/load-config.ts';
export { type RuntimeSettings, defaultSettings, settingsOf } from './config/runtime-settings.ts';
export { runtimePaths, type RuntimePaths } from './daemon/paths.ts';
export { runtimeClient, RefusedError, type RuntimeClient } from './daemon/runtime-client.ts';
export { startRuntime, type RunningRuntime, type StartOptions } from './daemon/start-runtime.ts';
export type { AgentEvent, Engine } from './engine/engine.ts';
export { createApi } from './http/api.ts';
export type { ApiDeps, ApiEnv } from './http/api-deps.ts';
export type { AgentSource, AgentVersion, AttemptRunner, AttemptSpec, Clock } from './ports.ts';
