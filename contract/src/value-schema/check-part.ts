import * as l10n from '@vscode/l10n';
import { isMap, own } from '../value.ts';
import { checkArray, checkUnevaluatedItems } from './check-array.ts';
import { checkCombinations } from './check-combinations.ts';
import { checkObject, checkUnevaluatedProperties } from './check-object.ts';
import { checkScalar, nameOf } from './check-scalar.ts';
import type { Found } from './schema-resources.ts';
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
  const depth = run.entered.length;
  if (typeof own(schema, '$id') === 'string') run.entered.push(run.index.resources().addressOf(schema));
  checkReferences(applied);
  // In draft-07 everything beside a reference is ignored.
  if (run.index.draft !== '7' || typeof own(schema, '$ref') !== 'string') checkKeywords(applied);
  run.entered.length = depth;
  return checked;
}

function checkReferences({ run, schema, part, sink, checked }: Applied<unknown>): void {
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const reference = own(schema, keyword);
    if (typeof reference !== 'string') continue;
    const target = keyword === '$ref' ? run.index.resolve(reference, schema) : findDynamic(run, reference, schema);
    if (target === undefined) continue;
    const depth = run.entered.push(target.address) - 1;
    merge(checked, checkPart(run, target.schema, { ...part, depth: part.depth + 1 }, sink));
    run.entered.length = depth;
  }
}

/** A reference that is dynamic where it leads to an anchor that is. */
function findDynamic({ index, entered }: CheckRun, reference: string, from: unknown): Found | undefined {
  const target = index.resolve(reference, from);
  const anchor = reference.slice(reference.indexOf('#') + 1);
  const isDynamic = anchor === '' ? own(target?.schema, '$recursiveAnchor') === true : own(target?.schema, '$dynamicAnchor') === anchor;
  return isDynamic ? (index.resources().findDynamic(anchor, entered) ?? target) : target;
}

function checkKeywords(applied: Applied<unknown>): void {
  // A value of the wrong type fails the other keywords as a consequence; one problem says it all.
  if (!checkScalar(applied)) return;
  const { part } = applied;
  const { value } = part;
  if (Array.isArray(value)) checkArray({ ...applied, part: { ...part, value } });
  else if (isMap(value)) checkObject({ ...applied, part: { ...part, value } });
  checkCombinations(applied);
  if (Array.isArray(value)) checkUnevaluatedItems({ ...applied, part: { ...part, value } });
  else if (isMap(value)) checkUnevaluatedProperties({ ...applied, part: { ...part, value } });
}
