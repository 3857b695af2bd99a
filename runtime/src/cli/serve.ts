import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import type { RuntimeSettings } from '../config/runtime-settings.ts';
import { connectIfRunning } from '../daemon/connect.ts';
import { runtimePaths, type RuntimePaths } from '../daemon/paths.ts';
import { stopAndWait } from '../daemon/stop-and-wait.ts';
import { startRuntime, type RunningRuntime } from '../daemon/start-runtime.ts';
import { ApiError } from '../http/api-error.ts';
import { isLoopback } from '../http/host-rules.ts';
import { createLog } from '../logging/log.ts';
import { openLogFile } from '../logging/log-file.ts';
import { problemText } from './check/problem-text.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say } from './output.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** `hermes-runtime serve`: one runtime in the foreground, as a configuration says, until a signal ends it. */
export async function serve({ config }: { readonly config: string }): Promise<ExitCode> {
  const settings = readSettings(config);
  const paths = runtimePaths();
  await makeRoom();
  const file = openLogFile(settings.log.file ?? paths.log, settings.log);
  const log = createLog(file, settings.log.level);
  process.on('SIGHUP', () => file.reopen());
  const runtime = await startRuntime({ paths, settings, mode: 'serve', log, env: process.env });
  stopOnSignals(runtime);
  try {
    const { url } = await openPort(runtime, settings);
    addRoots(runtime, settings);
    announce(url, settings, paths);
  } catch (error) {
    await runtime.stop();
    throw error;
  }
  await runtime.stopped;
  return exitCodes.ok;
}

function readSettings(path: string): RuntimeSettings {
  if (!existsSync(path)) throw new CliError(exitCodes.usage, l10n.t('There is no configuration file {0}.', path));
  const { settings, problems } = readConfig(path);
  for (const problem of problems) say(problemText(problem));
  if (!settings) throw new CliError(exitCodes.usage, l10n.t('{0} has errors; nothing was started.', path));
  return settings;
}

function readConfig(path: string): LoadedConfig {
  try {
    return loadConfig(path);
  } catch (error) {
    // A folder, or a file of somebody else.
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(exitCodes.usage, l10n.t('{0} cannot be read: {1}', path, reason));
  }
}

/** An idle runtime that an editor or a `run` left behind makes way; one that works is named by the store's refusal. */
async function makeRoom(): Promise<void> {
  const running = await connectIfRunning();
  if (!running) return;
  const { client, runtime } = running;
  if (!runtime.idle) {
    client.close();
    throw new CliError(
      exitCodes.notStarted,
      l10n.t(
        'A runtime is already running for this user: process {0} ({1}). Stop it with `hermes-runtime stop`.',
        runtime.pid,
        runtime.mode,
      ),
    );
  }
  await stopAndWait(client);
}

async function openPort(runtime: RunningRuntime, { host, port }: RuntimeSettings): Promise<{ readonly url: string }> {
  try {
    return await runtime.listen({ host, port });
  } catch (error) {
    if (error instanceof ApiError) throw new CliError(exitCodes.notStarted, error.message);
    throw error;
  }
}

/** A folder that is missing is said, and waited for by nobody: the others serve. */
function addRoots(runtime: RunningRuntime, { searchPath }: RuntimeSettings): void {
  for (const path of searchPath) {
    if (existsSync(path)) runtime.registry.addRoot(path);
    else say(l10n.t('agent.search_path: there is no folder {0}.', path));
  }
}

function announce(url: string, settings: RuntimeSettings, paths: RuntimePaths): void {
  say(l10n.t('Serving on {0} (process {1})', url, process.pid));
  if (!isLoopback(settings.host))
    say(l10n.t('Other machines can reach it at {0}; every call needs the token.', `${settings.host}:${settings.port}`));
  say(
    process.env['HERMES_TOKEN'] === undefined
      ? l10n.t('Token: hermes-runtime token prints it ({0})', paths.token)
      : l10n.t('Token: from HERMES_TOKEN'),
  );
  say(l10n.t('Log: {0}', settings.log.file ?? paths.log));
}
