import * as l10n from '@vscode/l10n';
import type { Problem, Range } from '@hermes-runtime/schemas';
import { nearMatch } from '../near-match.ts';
import { problemCodes } from '../problem-codes.ts';
import { dependencyRules } from '../rules/dependencies/check-dependencies.ts';
import type { IgnoreComment, IgnoredRule } from './ignore-comment.ts';
import { ignoreWithoutReasonCode, unusedIgnoreCode } from './ignore-codes.ts';
import { mayIgnore } from './may-ignore.ts';

/** A file and the ignore comments in it. */
export type IgnoringFile = { readonly path: string; readonly ignores: readonly IgnoreComment[] };

export type IgnoringOptions = {
  /** Whether every rule was asked: a file that is broken at the moment leaves some silent, and then nobody knows what a comment silences. */
  readonly isWhole: boolean;
};

/** Problems that also depend on what lies around the agent: what is installed, who may read it. A comment that silences one on another machine may silence nothing here. */
const elsewhere: ReadonlySet<string> = new Set([
  ...dependencyRules.flatMap(({ codes }) => codes),
  'duplicate-agent-name',
  'unreadable-entrypoint',
  'unreadable-file',
]);

/** Takes away what comments silence, and says what is wrong with the comments. */
export function applyIgnores(
  problems: readonly Problem[],
  files: readonly IgnoringFile[],
  { isWhole }: IgnoringOptions,
): readonly Problem[] {
  if (files.every(({ ignores }) => ignores.length === 0)) return problems;
  const silenced = new Set<Problem>();
  const found = files.flatMap(({ path, ignores }) =>
    ignores.flatMap((comment) => {
      const here = problems.filter((problem) => problem.path === path && comment.lines.includes(problem.range.start.line));
      const unused = comment.rules.flatMap((rule) => {
        const named = here.filter(({ code }) => code === rule.name);
        const heard = named.filter((problem) => mayIgnore(problem));
        for (const problem of heard) silenced.add(problem);
        return heard.length > 0 ? [] : unusedRule(path, comment, rule, { isWhole, isThere: named.length > 0 });
      });
      const isUsed = comment.rules.some(({ name }) => here.some((problem) => problem.code === name && silenced.has(problem)));
      if (comment.rules.length === 0) return [withoutRule(path, comment)];
      return isUsed && !comment.hasReason ? [...unused, withoutReason(path, comment)] : unused;
    }),
  );
  return [...problems.filter((problem) => !silenced.has(problem)), ...found];
}

function unusedRule(
  path: string,
  { rules, removal, range }: IgnoreComment,
  rule: IgnoredRule,
  { isWhole, isThere }: { readonly isWhole: boolean; readonly isThere: boolean },
): Problem[] {
  const { name } = rule;
  const remove = rules.length === 1 ? removal : rule.removal;
  const unused = (message: string, replacement?: string): Problem[] => [
    problemAt(path, rules.length === 1 && replacement === undefined ? range : rule.range, {
      code: unusedIgnoreCode,
      message,
      data: { remove, ...(replacement === undefined ? {} : { replacement }) },
    }),
  ];
  if (!problemCodes.includes(name)) {
    const near = nearMatch(name, problemCodes);
    return near === undefined
      ? unused(l10n.t('No problem is called "{0}". Remove the comment.', name))
      : unused(l10n.t('No problem is called "{0}". Did you mean "{1}"?', name, near), near);
  }
  if (isThere) return unused(l10n.t('"{0}" cannot be ignored here: without what it asks for the file is of no use.', name));
  if (!isWhole || elsewhere.has(name)) return [];
  return unused(l10n.t('There is no "{0}" here to ignore. Remove the comment.', name));
}

function withoutRule(path: string, { range, removal }: IgnoreComment): Problem {
  return problemAt(path, range, {
    code: unusedIgnoreCode,
    message: l10n.t('The comment names no problem, so it ignores none. Write hermes-ignore name: reason.'),
    data: { remove: removal },
  });
}

function withoutReason(path: string, { range }: IgnoreComment): Problem {
  return problemAt(path, range, {
    code: ignoreWithoutReasonCode,
    message: l10n.t('Say why this is ignored: hermes-ignore name: reason.'),
  });
}

function problemAt(path: string, range: Range, { code, message, data }: Pick<Problem, 'code' | 'message' | 'data'>): Problem {
  return { path, code, severity: 'warning', message, range, ...(data === undefined ? {} : { data }) };
}
