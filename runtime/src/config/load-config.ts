import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { checkRuntimeConfig } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { settingsOf, type RuntimeSettings } from './runtime-settings.ts';

export type LoadedConfig = {
  /** Absent if the file has an error. */
  readonly settings?: RuntimeSettings;
  readonly problems: readonly Problem[];
};

/** Reads `runtime-config.yaml`. Throws what the file system throws; everything about the content is a problem. */
export function loadConfig(path: string): LoadedConfig {
  const file = resolve(path);
  const { config, problems } = checkRuntimeConfig(readFileSync(file, 'utf8'), basename(file));
  const broken = config === undefined || problems.some(({ severity }) => severity === 'error');
  return broken ? { problems } : { settings: settingsOf(config, dirname(file)), problems };
}
