import type { Problem, Range } from '@hermes-runtime/schemas';
import { isBefore } from '../service/yaml-walk.ts';
import { quickFixes } from './quick-fixes.ts';
import type { FileEdits, FixContext } from './quick-fix.ts';

/** The best fix of each problem that has a safe one, in one edit; of two that touch each other the first alone. */
export function fixAll(
  problems: readonly Problem[],
  context: FixContext,
): { readonly count: number; readonly edits: readonly FileEdits[] } {
  const byFile = new Map<string, FileEdits['edits'][number][]>();
  let count = 0;
  for (const problem of problems) {
    const [best] = quickFixes(problem, context);
    if (best?.safe !== true || best.create !== undefined) continue;
    const isFree = best.edits.every(({ path, edits }) =>
      edits.every(({ range }) => !(byFile.get(path) ?? []).some((other) => overlaps(range, other.range))),
    );
    if (!isFree) continue;
    count += 1;
    for (const { path, edits } of best.edits) byFile.set(path, [...(byFile.get(path) ?? []), ...edits]);
  }
  return { count, edits: [...byFile].map(([path, edits]) => ({ path, edits })) };
}

/** Whether two edits cannot both be made; what is added in one place twice can. */
function overlaps(one: Range, other: Range): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end);
}
