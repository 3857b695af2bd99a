import { existsSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import {
  ApiError,
  CliError,
  createLog,
  type ExitCode,
  exitCodes,
  isLoopback,
  openLogFile,
  say,
  stopOnSignals,
} from '@hermes-runtime/runtime';
import type { OrchestratorSettings } from '../config/orchestrator-settings.ts';
import { type RunningOrchestrator, startOrchestrator } from '../start-orchestrator.ts';
import { orchestratorPaths, readSettings } from './read-settings.ts';

export type ServeOptions = { readonly config?: string; readonly insecure?: boolean };

/** `hermes-orchestrator serve`: one orchestrator in the foreground, until a signal ends it. */
export async function serve({ config, insecure = false }: ServeOptions): Promise<ExitCode> {
  const settings = readSettings(config);
  refuseUnsafe(settings, insecure);
  const paths = orchestratorPaths(settings);
  const { log: logging } = settings.runtime;
  const file = openLogFile(logging.file ?? paths.log, logging);
  process.on('SIGHUP', () => file.reopen());
  const orchestrator = await startOrchestrator({ paths, settings, log: createLog(file, logging.level), env: process.env });
  stopOnSignals(orchestrator);
  try {
    const url = await openPort(orchestrator, settings);
    addRoots(orchestrator, settings);
    say(l10n.t('Serving on {0} (process {1})', url, process.pid));
    if (!orchestrator.access.tokens.any(Date.now()))
      say(l10n.t('There is no token yet. Make one: hermes-orchestrator token create --name NAME --scopes read,run'));
    say(l10n.t('Log: {0}', logging.file ?? paths.log));
  } catch (error) {
    await orchestrator.stop();
    throw error;
  }
  await orchestrator.stopped;
  // It may have stopped by itself; what is around it goes as well.
  await orchestrator.stop();
  return exitCodes.ok;
}

function refuseUnsafe({ engine, runtime: { host }, tls, insecure }: OrchestratorSettings, saidInsecure: boolean): void {
  if (engine === 'temporal')
    throw new CliError(exitCodes.usage, l10n.t('engine: temporal is not supported by this version. Use `embedded`.'));
  if (isLoopback(host) || tls || insecure || saidInsecure) return;
  throw new CliError(
    exitCodes.usage,
    l10n.t(
      'server.host is {0}: other machines could reach it, and tokens could be read on the way. Add server.tls, or say server.insecure: true (or --insecure) where a proxy brings TLS. Nothing was started.',
      host,
    ),
  );
}

async function openPort(orchestrator: RunningOrchestrator, { runtime: { host, port } }: OrchestratorSettings): Promise<string> {
  try {
    const { url } = await orchestrator.listen({ host, port });
    return url;
  } catch (error) {
    if (error instanceof ApiError) throw new CliError(exitCodes.notStarted, error.message);
    throw error;
  }
}

/** A folder that is missing is said, and waited for by nobody: the others serve. */
function addRoots({ registry }: RunningOrchestrator, { runtime: { searchPath } }: OrchestratorSettings): void {
  for (const path of searchPath) {
    if (existsSync(path)) registry.addRoot(path);
    else say(l10n.t('agents.search_path: there is no folder {0}.', path));
  }
}
