import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { runtimePaths } from '../daemon/paths.ts';
import { writeSecret } from '../secrets/secret-source.ts';
import { CliError, exitCodes, type ExitCode } from './exit-codes.ts';
import { say } from './output.ts';

/** `hermes-runtime secret set`: the value is asked for without echo, or read from standard input; never an argument, which `ps` shows. */
export async function setSecret(name: string): Promise<ExitCode> {
  checkName(name);
  const value = process.stdin.isTTY ? await ask(name) : readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  if (value === '') throw new CliError(exitCodes.usage, l10n.t('An empty value was not kept.'));
  const file = runtimePaths().secrets;
  writeSecret(file, name, value);
  say(l10n.t('Kept {0} in {1}. An input uses it as "secret://{0}".', name, file));
  return exitCodes.ok;
}

/** `hermes-runtime secret remove`. */
export function removeSecret(name: string): Promise<ExitCode> {
  checkName(name);
  writeSecret(runtimePaths().secrets, name, undefined);
  say(l10n.t('Removed {0}.', name));
  return Promise.resolve(exitCodes.ok);
}

function checkName(name: string): void {
  if (!/^[a-z0-9][a-z0-9_.-]*$/i.test(name))
    throw new CliError(exitCodes.usage, l10n.t('A name of a secret has letters, digits, ".", "_" and "-" only.'));
}

async function ask(name: string): Promise<string> {
  const { password, isCancel } = await import('@clack/prompts');
  const answer = await password({ message: l10n.t('Value of {0}', name), output: process.stderr });
  if (isCancel(answer)) throw new CliError(exitCodes.interrupted, '');
  return answer;
}
