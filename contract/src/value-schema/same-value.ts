import { isMap } from '../value.ts';
import type { Budget } from './pattern.ts';

/** A text that is the same for values that JSON Schema calls equal: keys in any order, `1.0` as `1`. Costs one unit of budget for each node. */
export function canonical(value: unknown, budget: Budget, depth = 0): string {
  budget.left -= 1;
  if (budget.left <= 0 || depth > 200) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, budget, depth + 1)).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key], budget, depth + 1)}`);
  return `{${entries.join(',')}}`;
}
