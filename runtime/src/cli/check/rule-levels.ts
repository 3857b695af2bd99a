import { type Level, levels, type Levels, nearMatch, problemCodes } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { CliError, exitCodes } from '../exit-codes.ts';

/** Reads what `--rule` was given, `code=level` each; of two for one code the later holds. These are the names of the setting `hermesRuntime.rules`. */
export function readRules(given: readonly string[]): Levels {
  return new Map(given.map((text) => readRule(text)));
}

function readRule(text: string): readonly [code: string, level: Level] {
  const [code = '', word, ...more] = text.split('=');
  const level = levels.find((one) => one === word);
  if (!problemCodes.includes(code)) throw new CliError(exitCodes.usage, unknownRule(code));
  if (level !== undefined && more.length === 0) return [code, level];
  throw new CliError(exitCodes.usage, l10n.t('--rule {0}: write {1}=LEVEL, where LEVEL is one of {2}.', text, code, levels.join(', ')));
}

function unknownRule(code: string): string {
  const near = nearMatch(code, problemCodes);
  if (near !== undefined) return l10n.t('There is no rule {0}. Did you mean {1}?', code, near);
  return l10n.t('There is no rule {0}. Rules are named as in what check prints, and in docs/problems.', code);
}
