import type { Problem } from '@hermes-runtime/schemas';

/** By file, then place, then code: the one order in which problems are shown anywhere. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (one, other) =>
      compare(one.path, other.path) ||
      one.range.start.line - other.range.start.line ||
      one.range.start.character - other.range.start.character ||
      compare(one.code, other.code) ||
      compare(one.message, other.message),
  );
}

/** By code unit, so that no locale changes the order. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
