import { closeSync, fstatSync, writeSync } from 'node:fs';
import { defaultSettings } from '../config/runtime-settings.ts';
import { runtimePaths } from '../daemon/paths.ts';
import { readyDescriptor } from '../daemon/spawn-runtime.ts';
import { startRuntime } from '../daemon/start-runtime.ts';
import { createLog, type Log } from '../logging/log.ts';
import { openLogFile } from '../logging/log-file.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** How long nobody may need it before it leaves. */
const idleMs = 10 * 60 * 1000;

/** The runtime that `connect()` starts: detached, without a terminal, gone when nobody needs it any more. */
export async function background(): Promise<ExitCode> {
  const paths = runtimePaths();
  const file = openLogFile(paths.log, { maxBytes: 10 * 1024 * 1024, keep: 5 });
  const log = createLog(file, 'info');
  process.on('SIGHUP', () => file.reopen());
  process.on('uncaughtException', (error) => lastWords(log, error));
  process.on('unhandledRejection', (error) => lastWords(log, error));
  try {
    const idle = Number(process.env['HERMES_RUNTIME_IDLE_MS']) || idleMs;
    const runtime = await startRuntime({ paths, settings: defaultSettings, mode: 'auto', log, env: process.env, idleMs: idle });
    stopOnSignals(runtime);
    answer('ready');
    await runtime.stopped;
    return exitCodes.ok;
  } catch (error) {
    log.error('runtime.not_started', { error });
    answer(error instanceof Error ? error.message : String(error));
    return exitCodes.notStarted;
  }
}

/** A bug: what is durable stays, what runs is lost and tried again by the next runtime. */
function lastWords(log: Log, error: unknown): void {
  log.error('runtime.crashed', { error, stack: error instanceof Error ? error.stack : undefined });
  process.exit(exitCodes.failed);
}

/** Whoever started this waits for the end of the channel. Started by hand, there is none. */
function answer(word: string): void {
  try {
    if (!fstatSync(readyDescriptor).isFIFO() && !fstatSync(readyDescriptor).isSocket()) return;
    writeSync(readyDescriptor, word);
    closeSync(readyDescriptor);
  } catch {
    // No such descriptor, or nobody who reads it.
  }
}
