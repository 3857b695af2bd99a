import * as l10n from '@vscode/l10n';
import { isMap, own } from '../value.ts';
import { checkArray, checkUnevaluatedItems } from './check-array.ts';
import { checkCombinations } from './check-combinations.ts';
import { checkObject, checkUnevaluatedProperties } from './check-object.ts';
import { checkScalar, nameOf } from './check-scalar.ts';
import { maxDepth, merge, type Applied, type Checked, type CheckRun, type Part, type Sink } from './check-scope.ts';

/** Checks a part of a value by interpreting the schema. Each call costs one unit of the budget, so that no schema runs for ever. */
export function checkPart(run: CheckRun, schema: unknown, part: Part, sink: Sink): Checked {
  const checked: Checked = { valid: true, keys: new Set(), items: new Set() };
  run.budget.left -= 1;
  if (run.budget.left <= 0) run.gaveUp ??= 'too much';
  if (part.depth > maxDepth) run.gaveUp ??= 'too deep';
  if (run.gaveUp !== undefined) return checked;
  if (schema === false) {
    checked.valid = false;
    sink?.push({ path: part.pointer, keyword: 'false schema', message: l10n.t('{0} must not be here', nameOf(part.pointer)) });
  }
  if (!isMap(schema)) return checked;

  const applied: Applied<unknown> = { run, schema, part, sink, checked, check: checkPart };
  const reference = own(schema, '$ref') ?? own(schema, '$dynamicRef');
  if (typeof reference === 'string') {
    const target = run.index.resolve(reference);
    if (target !== undefined) merge(checked, checkPart(run, target.schema, { ...part, depth: part.depth + 1 }, sink));
    // In draft-07 everything beside a reference is ignored.
    if (run.index.draft === '7') return checked;
  }
  // A value of the wrong type fails the other keywords as a consequence; one problem says it all.
  if (!checkScalar(applied)) return checked;
  const { value } = part;
  if (Array.isArray(value)) checkArray({ ...applied, part: { ...part, value } });
  else if (isMap(value)) checkObject({ ...applied, part: { ...part, value } });
  checkCombinations(applied);
  if (Array.isArray(value)) checkUnevaluatedItems({ ...applied, part: { ...part, value } });
  else if (isMap(value)) checkUnevaluatedProperties({ ...applied, part: { ...part, value } });
  return checked;
}
