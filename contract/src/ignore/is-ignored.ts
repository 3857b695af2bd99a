import type { Problem } from '@hermes-runtime/schemas';
import type { IgnoreComment } from './ignore-comment.ts';
import { mayIgnore } from './may-ignore.ts';

/** Whether a comment in a problem's file silences it; for problems that are found when all else was said. */
export function isIgnored(problem: Problem, ignores: readonly IgnoreComment[]): boolean {
  return ignores.some(
    ({ lines, rules }) => lines.includes(problem.range.start.line) && rules.some(({ name }) => name === problem.code) && mayIgnore(problem),
  );
}
