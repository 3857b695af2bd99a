import type { Problem, Range } from '@hermes-runtime/schemas';
import { isBefore } from '../service/yaml-walk.ts';
import { isProven } from './proof.ts';
import { unprovenFix } from './quick-fixes.ts';
import type { FileEdits, FixContext, QuickFix } from './quick-fix.ts';

export type AllFixed = { readonly count: number; readonly edits: readonly FileEdits[] };

/** More are not looked at one by one. */
const maxSingle = 30;

/** The best fix of each problem that has a safe one, in one edit; of two that touch each other the first alone. Nothing that breaks something else. */
export function fixAll(problems: readonly Problem[], context: FixContext): AllFixed {
  const fixes = problems.flatMap((problem) => {
    const fix = unprovenFix(problem, context);
    return fix?.safe === true && fix.create === undefined ? [{ problem, fix }] : [];
  });
  const all = together(fixes.map(({ fix }) => fix));
  if (all.count === 0 || isProven(all, context)) return all;
  // One of them does harm: those go that do it by themselves.
  const good = together(fixes.slice(0, maxSingle).flatMap(({ problem, fix }) => (isProven(fix, context, problem) ? [fix] : [])));
  return isProven(good, context) ? good : { count: 0, edits: [] };
}

function together(fixes: readonly QuickFix[]): AllFixed {
  const byFile = new Map<string, FileEdits['edits'][number][]>();
  let count = 0;
  for (const { edits: files } of fixes) {
    const isFree = files.every(({ path, edits }) =>
      edits.every(({ range }) => !(byFile.get(path) ?? []).some((other) => overlaps(range, other.range))),
    );
    if (!isFree) continue;
    count += 1;
    for (const { path, edits } of files) byFile.set(path, [...(byFile.get(path) ?? []), ...edits]);
  }
  return { count, edits: [...byFile].map(([path, edits]) => ({ path, edits })) };
}

/** Whether two edits cannot both be made; what is added in one place twice can. */
function overlaps(one: Range, other: Range): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end);
}
