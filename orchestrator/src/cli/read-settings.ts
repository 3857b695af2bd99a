import { existsSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { CliError, type Environment, exitCodes, problemText, runtimePaths, type RuntimePaths, say } from '@hermes-runtime/runtime';
import { loadConfig, type OrchestratorSettings } from '../config/orchestrator-settings.ts';

/** The configuration, with its problems said; one with errors ends the command. */
export function readSettings(path: string | undefined, env: Environment = process.env): OrchestratorSettings {
  if (path !== undefined && !existsSync(path)) throw new CliError(exitCodes.usage, l10n.t('There is no configuration file {0}.', path));
  const { settings, problems } = loadConfig(path, env);
  for (const problem of problems) say(problemText(problem));
  if (!settings) throw new CliError(exitCodes.usage, l10n.t('{0} has errors; nothing was started.', path ?? ''));
  return settings;
}

/** Where an orchestrator with this configuration keeps its things. */
export function orchestratorPaths({ storePath }: Pick<OrchestratorSettings, 'storePath'>, env: Environment = process.env): RuntimePaths {
  return runtimePaths(env, { program: 'hermes-orchestrator', ...(storePath !== undefined && { data: storePath }) });
}
