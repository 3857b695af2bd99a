import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { CliError, exitCodes } from './exit-codes.ts';

/** `--input` as JSON text, `@file`, or `-` for standard input. Left out, it is an empty object. */
export function readInput(argument: string | undefined): unknown {
  if (argument === undefined) return {};
  const text = textOf(argument);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new CliError(exitCodes.usage, l10n.t('--input is not JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
}

function textOf(argument: string): string {
  if (argument !== '-' && !argument.startsWith('@')) return argument;
  const source = argument === '-' ? 0 : argument.slice(1);
  try {
    return readFileSync(source, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CliError(exitCodes.usage, l10n.t('--input could not be read: {0}', error instanceof Error ? error.message : String(error)));
  }
}
