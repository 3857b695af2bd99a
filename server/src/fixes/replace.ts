import * as l10n from '@vscode/l10n';
import { yamlScalar } from '../service/yaml-edits.ts';
import { textIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';

/** A word that has no effect as it stands is mended with others unseen; one that changes what code does is not. */
const safeCodes = new Set(['malformed-dependency', 'unknown-key', 'unknown-keyword', 'invalid-version']);

/** Puts in what the rule says was meant. */
export const replace: Fixer = ({ code, path, range, data }, { yamlPath }) => {
  const replacement = textIn(data, 'replacement');
  // A read of the environment is replaced together with the schema.
  if (replacement === undefined || code === 'environment-read') return [];
  const shown = textIn(data, 'suggestion') ?? replacement;
  const newText = path === yamlPath ? yamlScalar(replacement) : replacement;
  return [{ title: l10n.t('Change to "{0}"', shown), edits: [{ path, edits: [{ range, newText }] }], safe: safeCodes.has(code) }];
};
