import * as l10n from '@vscode/l10n';
import { CliError, exitCodes } from './exit-codes.ts';

/** Asks before effects happen again; without a terminal only `--yes` is an answer. */
export async function confirmLive({ yes, json }: { readonly yes?: boolean; readonly json?: boolean }, message: string): Promise<void> {
  if (yes === true) return;
  if (json === true || !process.stdin.isTTY || !process.stderr.isTTY) {
    throw new CliError(exitCodes.usage, l10n.t('Nothing was run. Add --yes to run it live.'));
  }
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({ message, output: process.stderr, active: l10n.t('Run'), inactive: l10n.t('Cancel') });
  if (answer !== true) throw new CliError(exitCodes.interrupted, l10n.t('Canceled. Nothing was run.'));
}
