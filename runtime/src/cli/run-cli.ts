import * as l10n from '@vscode/l10n';
import { type Command, CommanderError } from 'commander';
import { NoRuntimeError } from '../daemon/no-runtime-error.ts';
import { runtimePaths } from '../daemon/paths.ts';
import { RefusedError } from '../daemon/runtime-client.ts';
import { StoreError } from '../store/store-error.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { useLanguage } from './language.ts';
import { endQuietlyOnClosedPipe, say } from './output.ts';
import { createProgram } from './program.ts';

/** Runs one command line of `hermes-runtime` and answers its exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  return runProgram(argv, createProgram);
}

/** Runs one command line of a program and answers its exit code. Never throws: what goes wrong is said on standard error. */
export async function runProgram(argv: readonly string[], create: (onExit: (code: ExitCode) => void) => Command): Promise<ExitCode> {
  endQuietlyOnClosedPipe();
  await useLanguage(languageIn(argv));
  let exitCode: ExitCode = exitCodes.ok;
  const program = create((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(program.name(), error);
  }
}

/** The language must be known before the first text is made, so it is looked for before commander parses. */
function languageIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}

function explain(program: string, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof CliError) {
    if (error.message !== '') say(error.message);
    return error.exitCode;
  }
  if (error instanceof RefusedError) {
    say(`${error.message} (${error.code})`);
    for (const { path, message } of error.problems) say(path === '' ? `  ${message}` : `  ${path}  ${message}`);
    return exitCodeOf(error.status);
  }
  if (error instanceof NoRuntimeError || error instanceof StoreError) {
    say(error.message);
    return exitCodes.notStarted;
  }
  if (isBrokenConnection(error)) {
    say(l10n.t('The runtime went away before it answered. Its log is {0}.', runtimePaths().log));
    say(l10n.t('`hermes-runtime tasks` starts it again and shows what became of a task.'));
    return exitCodes.failed;
  }
  say(l10n.t('{0} made a mistake. Please report this:', program));
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

/** Killed, or stopped by somebody else: not a mistake of this program. */
function isBrokenConnection(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code === 'ECONNREFUSED')
  );
}

/** What the runtime refuses is the caller's mistake, unless it is about what the runtime or the agent is able to do. */
function exitCodeOf(status: number): ExitCode {
  if (status === 409 || status >= 500) return exitCodes.notStarted;
  return exitCodes.usage;
}
