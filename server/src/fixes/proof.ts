import type { Problem } from '@hermes-runtime/schemas';
import { applyEdits } from './apply-edits.ts';
import type { FixContext, QuickFix } from './quick-fix.ts';

type Change = Pick<QuickFix, 'edits' | 'create'>;

/** Whether a change, made in thought, takes the problem away and brings no other. A fix that does not is not offered. */
export function isProven({ edits, create }: Change, context: FixContext, problem?: Problem): boolean {
  const texts = new Map(edits.map(({ path, edits: changes }) => [path, applyEdits(context.textOf(path) ?? '', changes)]));
  if (create !== undefined) texts.set(create.path, create.text);
  const after = context.checkWith(texts);
  if (after === undefined) return false;
  if (problem !== undefined && countOf(after, problem.code) >= countOf(context.known, problem.code)) return false;
  // While a line is broken, nothing is said of what may be absent: what is found now was there before, but on that line.
  const lines =
    problem?.code === 'yaml-syntax' ? new Set(edits.flatMap((one) => one.edits.map(({ range }) => range.start.line))) : undefined;
  const judged = after.filter(
    // A hint is advice about what was there before too, and could not be seen for the problem.
    ({ range, code, severity }) =>
      code !== 'not-yet-enforced' && severity !== 'hint' && (lines === undefined || lines.has(range.start.line)),
  );
  return judged.every(({ code }) => countOf(judged, code) <= countOf(context.known, code));
}

function countOf(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}
