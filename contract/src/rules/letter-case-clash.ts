import * as l10n from '@vscode/l10n';
import { namesakesOf } from '../code/local-modules.ts';
import type { Finding } from '../problem-at.ts';
import { valueAt } from '../value.ts';
import { leavesFolder, normalEntrypoint } from './entrypoint-path.ts';
import { problemAtValue, type Rule } from './rule.ts';

const at = ['runtime', 'entrypoint'] as const;

/** Two files whose names differ in large and small letters only, one of them the entrypoint: most systems keep but one of the two. */
export const letterCaseClash: Rule = {
  codes: ['letter-case-clash'],
  local: true,
  check: (context) => {
    const written = valueAt(context.descriptor.value, at);
    if (typeof written !== 'string' || written === '' || leavesFolder(written)) return [];
    const file = normalEntrypoint(written);
    const [other] = namesakesOf(context.folder, file);
    return other === undefined ? [] : [problemAtValue(context, at, clashOf(file, other))];
  },
};

export function clashOf(file: string, other: string): Finding {
  const message = l10n.t(
    '{0} and {1} differ in large and small letters only: on Windows and macOS there is but one of them. Rename one.',
    file,
    other,
  );
  return { code: 'letter-case-clash', severity: 'warning', message };
}
