import * as l10n from '@vscode/l10n';
import { rangeIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';

/** Takes away a comment that silences nothing, or the one name of several in it that does. */
export const removeIgnore: Fixer = ({ path, data }) => {
  const range = rangeIn(data, 'remove');
  return range === undefined ? [] : [{ title: l10n.t('Remove the comment'), edits: [{ path, edits: [{ range, newText: '' }] }] }];
};
