import * as l10n from '@vscode/l10n';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes, CliError, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { openDevRuntime, type DevRuntime } from './dev-runtime.ts';
import { agentLines, changeLine } from './dev-lines.ts';
import { lookOf } from './trace/look.ts';
import { isLoopback } from '../http/host-rules.ts';
import { runtimeVersion } from '../daemon/version.ts';

export type DevOptions = { readonly port: string; readonly host: string; readonly json?: boolean };

/** Agents beyond this are counted: the whole start fits twelve lines. */
const maxAgentLines = 5;

/** `hermes-runtime dev`: serves a folder of agents and the console until Ctrl+C. Needs no configuration. */
export async function dev(folder: string, options: DevOptions): Promise<ExitCode> {
  const began = performance.now();
  const root = folderOf(folder);
  const port = portOf(options.port);
  const runtime = await openDevRuntime(process.env);
  const stopped = stopSignal();
  try {
    const listening = await runtime.listenFrom(options.host, port);
    const agents = await runtime.addRoot(root);
    if (options.json === true) {
      writeResult(JSON.stringify({ ...listening, version: runtimeVersion, pid: process.pid, folder: root, agents }));
    } else {
      const look = lookOf(process.stderr, process.env);
      say(`Hermes Runtime ${runtimeVersion}  ${l10n.t('ready in {0} ms', Math.round(performance.now() - began))}`);
      for (const line of agentLines(agents, look, maxAgentLines)) say(line);
      if (listening.taken !== undefined) say(l10n.t('{0} Using {1}.', listening.taken, listening.port));
      say(`${l10n.t('Console')}  ${listening.console_url}`);
      say(`API      ${listening.url}  (${l10n.t('token: hermes-runtime token')})`);
      if (!isLoopback(options.host))
        say(l10n.t('Other machines can reach it at {0}; every call needs the token.', `${options.host}:${listening.port}`));
      say(l10n.t('Stop: Ctrl+C'));
      reportChanges(runtime, look);
    }
    await Promise.race([stopped.promise, runtime.stopped]);
    return exitCodes.ok;
  } finally {
    stopped.dispose();
    const kept = await runtime.close();
    if (options.json !== true) say(kept === 1 ? l10n.t('Stopped. 1 task kept.') : l10n.t('Stopped. {0} tasks kept.', kept));
  }
}

function folderOf(folder: string): string {
  const path = resolve(folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new CliError(exitCodes.usage, l10n.t('There is no folder {0}.', path));
  return realpathSync(path);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CliError(exitCodes.usage, l10n.t('{0} is no port: it must be from 0 to 65535.', text));
  return port;
}

/** One line for each agent that was saved, loaded or not. It ends with the runtime. */
function reportChanges(runtime: DevRuntime, look: Parameters<typeof changeLine>[1]): void {
  const report = async (): Promise<void> => {
    for await (const event of runtime.changes()) {
      const line = changeLine(event, look);
      if (line !== undefined) say(line);
    }
  };
  report().catch((error: unknown) => say(String(error)));
}

function stopSignal(): { readonly promise: Promise<void>; readonly dispose: () => void } {
  const { promise, resolve: done } = Promise.withResolvers<void>();
  process.on('SIGINT', done);
  process.on('SIGTERM', done);
  return {
    promise,
    dispose: () => {
      process.off('SIGINT', done);
      process.off('SIGTERM', done);
    },
  };
}
