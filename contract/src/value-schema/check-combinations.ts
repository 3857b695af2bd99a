import * as l10n from '@vscode/l10n';
import type { ValueProblem } from '@hermes-runtime/schemas';
import { own } from '../value.ts';
import { nameOf } from './check-scalar.ts';
import { fail, merge, type Applied, type Checked, type Sink } from './check-scope.ts';

/** `allOf`, `anyOf`, `oneOf`, `not`, and `if`. */
export function checkCombinations(applied: Applied<unknown>): void {
  const { schema, checked, sink } = applied;
  for (const branch of listAt(schema, 'allOf')) merge(checked, branchOf(applied, branch, sink));
  if (Array.isArray(own(schema, 'anyOf'))) checkAlternatives(applied, 'anyOf');
  if (Array.isArray(own(schema, 'oneOf'))) checkAlternatives(applied, 'oneOf');
  if (Object.hasOwn(schema, 'not') && branchOf(applied, schema['not'], undefined).valid) {
    fail(applied, 'not', l10n.t('{0} has a value that is excluded', nameOf(applied.part.pointer)));
  }
  if (Object.hasOwn(schema, 'if')) {
    const condition = branchOf(applied, schema['if'], undefined);
    if (condition.valid) merge(checked, condition);
    const consequence = condition.valid ? 'then' : 'else';
    if (Object.hasOwn(schema, consequence)) merge(checked, branchOf(applied, schema[consequence], sink));
  }
}

function checkAlternatives(applied: Applied<unknown>, keyword: 'anyOf' | 'oneOf'): void {
  const branches = listAt(applied.schema, keyword).map((branch) => {
    const problems: ValueProblem[] = [];
    return { problems, answer: branchOf(applied, branch, problems) };
  });
  const valid = branches.filter(({ answer }) => answer.valid);
  for (const { answer } of keyword === 'oneOf' ? valid.slice(0, 1) : valid) merge(applied.checked, answer);
  if (valid.length === 1 || (valid.length > 1 && keyword === 'anyOf')) return;
  const name = nameOf(applied.part.pointer);
  if (valid.length > 1) {
    fail(applied, keyword, l10n.t('{0} fits {1} of the alternatives, and must fit exactly one', name, valid.length));
    return;
  }
  // When all alternatives but one want another type, the one that is left says best what is wrong.
  const { pointer } = applied.part;
  const close = branches.filter(
    ({ problems }) => !problems.some(({ path, keyword: failed }) => path === pointer && (failed === 'type' || failed === 'const')),
  );
  const [only] = close;
  if (close.length === 1 && only !== undefined && only.problems.length > 0) {
    applied.checked.valid = false;
    applied.sink?.push(...only.problems);
  } else fail(applied, keyword, l10n.t('{0} fits none of the {1} alternatives', name, branches.length));
}

function branchOf({ run, part, check }: Applied<unknown>, branch: unknown, sink: Sink): Checked {
  return check(run, branch, { ...part, depth: part.depth + 1 }, sink);
}

function listAt(schema: unknown, keyword: string): readonly unknown[] {
  const list = own(schema, keyword);
  return Array.isArray(list) ? list : [];
}
