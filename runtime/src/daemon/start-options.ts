import type { RuntimeSettings } from '../config/runtime-settings.ts';
import type { RuntimeInfo } from '../http/api-deps.ts';
import type { Log } from '../logging/log.ts';
import type { Embedding } from './embedding.ts';
import type { Environment, RuntimePaths } from './paths.ts';

/** What a runtime is started with. */
export type StartOptions = {
  readonly paths: RuntimePaths;
  readonly settings: RuntimeSettings;
  readonly mode: RuntimeInfo['mode'];
  readonly log: Log;
  readonly env: Environment;
  /** With it the runtime stops by itself after so many milliseconds without a client, a task or a connection. */
  readonly idleMs?: number;
  /** For a program that has a runtime inside it. */
  readonly embedding?: Embedding;
};
