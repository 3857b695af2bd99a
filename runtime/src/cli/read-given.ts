import { readFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import type { ExchangeDiverged, GivenAnswer } from '@hermes-runtime/schemas';
import { validateGivenAnswer } from '@hermes-runtime/schemas/messages';
import { CliError, exitCodes } from './exit-codes.ts';

/** One answer or a list of them. One that does not say to what, answers what the replay asked for. */
export function readGiven(file: string, unanswered: ExchangeDiverged | undefined): GivenAnswer[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw new CliError(
      exitCodes.usage,
      l10n.t('{0} cannot be read as JSON: {1}', file, error instanceof Error ? error.message : String(error)),
    );
  }
  return [value].flat().map((answer: unknown) => {
    const whole: unknown =
      typeof answer === 'object' && answer !== null && unanswered !== undefined && !('url' in answer)
        ? { method: unanswered.method, url: unanswered.url, ...answer }
        : answer;
    if (validateGivenAnswer(whole)) return whole;
    const [problem] = validateGivenAnswer.errors ?? [];
    const where = `${problem?.instancePath ?? ''} ${problem?.keyword ?? ''} ${JSON.stringify(problem?.params ?? {})}`.trim();
    throw new CliError(
      exitCodes.usage,
      l10n.t('{0} is no answer ({1}). Write {2}.', file, where, '{"method": "GET", "url": "…", "status": 200, "headers": {}, "body": {}}'),
    );
  });
}
