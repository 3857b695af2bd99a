import * as l10n from '@vscode/l10n';
import type { ValueProblem } from '@hermes-runtime/schemas';
import { fillDefaults } from './apply-defaults.ts';
import { checkPart } from './check-part.ts';
import { maxProblems, type CheckRun } from './check-scope.ts';
import { indexSchema } from './schema-index.ts';

export type ValueSchema = {
  /** All that is wrong with a value, one entry for each place, at most 100; empty when it fits. */
  readonly validate: (value: unknown) => ValueProblem[];
  /** A copy of the value with the defaults of the schema filled in; the value itself is left alone. */
  readonly applyDefaults: (value: unknown) => unknown;
};

const baseBudget = 100_000;
const budgetForNode = 20;
const maxBudget = 5_000_000;

/**
 * Prepares a JSON Schema (draft-07, 2019-09 or 2020-12) that a user wrote, for values that anybody may have sent.
 * It never throws, fetches nothing, and is interpreted rather than compiled, so that every cost has a bound:
 * schemas, references and alternatives by a budget that grows with the value's size (well below a second for small values, a few seconds at the very worst),
 * recursion by a depth of 200, patterns by matching in linear time, `uniqueItems` and `enum` by the same budget.
 * With `schema`, values are held against that part of `root`.
 * A value that cannot be checked within the bounds does not fit. Only own properties count.
 */
export function compileValueSchema(root: unknown, schema: unknown = root): ValueSchema {
  const index = indexSchema(root);
  return {
    validate: (value) => {
      const run: CheckRun = { index, entered: [], budget: { left: Math.min(maxBudget, baseBudget + budgetForNode * sizeOf(value)) } };
      const problems: ValueProblem[] = [];
      const { valid } = checkPart(run, schema, { value, pointer: '', depth: 0 }, problems);
      if (run.budget.left <= 0) run.gaveUp ??= 'too much';
      if (run.gaveUp !== undefined) return [{ path: '', keyword: run.gaveUp, message: gaveUpText(run.gaveUp) }];
      return valid ? [] : withoutRepeats(problems).slice(0, maxProblems);
    },
    applyDefaults: (value) => fillDefaults(index, schema, value),
  };
}

/** Whether a problem is the value's, and not that the schema was too much to check it against. */
export function wasChecked({ keyword }: ValueProblem): boolean {
  return keyword !== 'too deep' && keyword !== 'too much';
}

function gaveUpText(reason: 'too deep' | 'too much'): string {
  return reason === 'too deep'
    ? l10n.t('The schema leads more than 200 levels deep for this value; it was not checked')
    : l10n.t('Checking this value against its schema takes too long; it was not checked');
}

function withoutRepeats(problems: readonly ValueProblem[]): ValueProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, message }) => {
    const key = JSON.stringify([path, message]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** How many nodes a value has, without recursion: it may be nested as deeply as JSON allows. */
function sizeOf(value: unknown): number {
  const left: unknown[] = [value];
  let size = 0;
  while (left.length > 0) {
    const next = left.pop();
    size += 1;
    if (typeof next === 'string') size += next.length >> 1;
    if (typeof next !== 'object' || next === null) continue;
    for (const item of Object.values(next)) left.push(item);
  }
  return size;
}
