import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { boundsProblem, maxBodyBytes, maxDepth } from '../http/json-body.ts';
import { CliError, exitCodes } from './exit-codes.ts';

/** `--input` as JSON text, `@file`, or `-` for standard input. Left out, it is an empty object. */
export function readInput(argument: string | undefined): unknown {
  if (argument === undefined) return {};
  const text = textOf(argument);
  if (Buffer.byteLength(text) > maxBodyBytes)
    throw new CliError(
      exitCodes.usage,
      l10n.t('--input is larger than {0} MiB. Pass large data as a file that the agent reads.', maxBodyBytes / 1024 / 1024),
    );
  if (boundsProblem(text) !== undefined)
    throw new CliError(exitCodes.usage, l10n.t('--input is nested deeper than {0} levels, or has too many keys.', maxDepth));
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
