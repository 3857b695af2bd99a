import * as l10n from '@vscode/l10n';
import { own } from '../value.ts';
import { asNumber, nameOf } from './check-scalar.ts';
import { child, fail, type Applied } from './check-scope.ts';
import { canonical } from './same-value.ts';

type List = readonly unknown[];

/** What a schema says about the items of a list and how many there are. */
export function checkArray(applied: Applied<List>): void {
  const { schema, part } = applied;
  const name = nameOf(part.pointer);
  const least = asNumber(own(schema, 'minItems'));
  const most = asNumber(own(schema, 'maxItems'));
  if (least !== undefined && part.value.length < least)
    fail(applied, 'minItems', l10n.t('{0} must have at least {1} entries', name, least));
  if (most !== undefined && part.value.length > most) fail(applied, 'maxItems', l10n.t('{0} must have at most {1} entries', name, most));
  if (own(schema, 'uniqueItems') === true) checkUnique(applied);
  checkItems(applied);
  checkContains(applied);
}

export function checkUnevaluatedItems(applied: Applied<List>): void {
  if (Object.hasOwn(applied.schema, 'unevaluatedItems')) restItems(applied, applied.schema['unevaluatedItems'], applied.checked.items);
}

function checkItems(applied: Applied<List>): void {
  const { schema } = applied;
  const items = own(schema, 'items');
  // Draft-07 writes the first items as a list in `items`, and the rest in `additionalItems`.
  const first = Array.isArray(items) ? items : own(schema, 'prefixItems');
  const rest = Array.isArray(items) ? own(schema, 'additionalItems') : items;
  const firstItems: readonly unknown[] = Array.isArray(first) ? first : [];
  const looked = new Set<number>();
  firstItems.slice(0, applied.part.value.length).forEach((item, index) => {
    looked.add(index);
    checkItem(applied, item, index);
  });
  if (rest !== undefined) restItems(applied, rest, looked);
}

function restItems(applied: Applied<List>, schema: unknown, looked: ReadonlySet<number>): void {
  const { part, run } = applied;
  for (let index = 0; index < part.value.length && run.gaveUp === undefined; index += 1) {
    if (!looked.has(index)) checkItem(applied, schema, index);
  }
}

function checkItem({ run, part, sink, checked, check }: Applied<List>, schema: unknown, index: number): void {
  checked.items.add(index);
  if (!check(run, schema, child(part, index, part.value[index]), sink).valid) checked.valid = false;
}

function checkContains(applied: Applied<List>): void {
  const { run, schema, part, checked, check } = applied;
  const wanted = own(schema, 'contains');
  if (wanted === undefined) return;
  let count = 0;
  part.value.forEach((item, index) => {
    if (!check(run, wanted, child(part, index, item), undefined).valid) return;
    checked.items.add(index);
    count += 1;
  });
  const least = asNumber(own(schema, 'minContains')) ?? 1;
  const most = asNumber(own(schema, 'maxContains')) ?? Infinity;
  if (count < least) fail(applied, 'contains', l10n.t('{0} must have an entry of a certain kind, and has none', nameOf(part.pointer)));
  if (count > most) fail(applied, 'maxContains', l10n.t('{0} must have at most {1} entries of a certain kind', nameOf(part.pointer), most));
}

function checkUnique(applied: Applied<List>): void {
  const seen = new Map<string, number>();
  for (const [index, item] of applied.part.value.entries()) {
    const text = canonical(item, applied.run.budget);
    const first = seen.get(text);
    if (first !== undefined) {
      fail(
        applied,
        'uniqueItems',
        l10n.t('{0} must not have the same entry twice: {1} and {2} are equal', nameOf(applied.part.pointer), first, index),
      );
      return;
    }
    seen.set(text, index);
  }
}
