import type { Problem } from '@hermes-runtime/schemas';

/** What is not there has no place of its own: several such problems stand on the key above. */
const severalAtOnePlace: ReadonlySet<string> = new Set(['missing-key', 'example-mismatch', 'schedule-mismatch']);
const mostAtOnePlace = 5;

/**
 * By file, then place, then code: the one order in which problems are shown anywhere.
 * One kind at one place is one mistake: an anchor that is used a thousand times is written once.
 */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const atPlace = new Map<string, number>();
  const distinct = problems.filter(({ path, range, code, message }) => {
    const place = JSON.stringify([path, range, code]);
    const count = atPlace.get(place) ?? 0;
    if (seen.has(place + message) || count >= (severalAtOnePlace.has(code) ? mostAtOnePlace : 1)) return false;
    seen.add(place + message);
    atPlace.set(place, count + 1);
    return true;
  });
  return distinct.toSorted(
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
