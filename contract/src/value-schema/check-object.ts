import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { isMap, own, type Json } from '../value.ts';
import { asNumber, nameOf } from './check-scalar.ts';
import { below, child, fail, merge, type Applied } from './check-scope.ts';

/** What a schema says about the properties of a map. Only own properties count: `toString` is missing until it is there. */
export function checkObject(applied: Applied<Json>): void {
  checkRequired(applied, own(applied.schema, 'required'));
  checkProperties(applied);
  checkDependent(applied);
  const { schema, part, run, sink, checked, check } = applied;
  const keys = Object.keys(part.value);
  const least = asNumber(own(schema, 'minProperties'));
  const most = asNumber(own(schema, 'maxProperties'));
  if (least !== undefined && keys.length < least)
    fail(applied, 'minProperties', l10n.t('{0} must have at least {1} properties', nameOf(part.pointer), least));
  if (most !== undefined && keys.length > most)
    fail(applied, 'maxProperties', l10n.t('{0} must have at most {1} properties', nameOf(part.pointer), most));
  const names = own(schema, 'propertyNames');
  if (names === undefined) return;
  for (const key of keys) if (!check(run, names, child(part, key, key), sink).valid) checked.valid = false;
}

export function checkUnevaluatedProperties(applied: Applied<Json>): void {
  const { schema, checked } = applied;
  if (Object.hasOwn(schema, 'unevaluatedProperties')) restProperties(applied, 'unevaluatedProperties', checked.keys);
}

function checkRequired(applied: Applied<Json>, required: unknown): void {
  if (!Array.isArray(required)) return;
  for (const key of required) {
    if (typeof key !== 'string' || Object.hasOwn(applied.part.value, key)) continue;
    fail(applied, 'required', l10n.t('{0} is required', nameOf(below(applied.part.pointer, key))), key);
  }
}

function checkProperties(applied: Applied<Json>): void {
  const { schema, part, run } = applied;
  const properties = own(schema, 'properties');
  const patterns = own(schema, 'patternProperties');
  const looked = new Set<string>();
  for (const key of Object.keys(part.value)) {
    if (run.gaveUp !== undefined) return;
    if (isMap(properties) && Object.hasOwn(properties, key)) {
      looked.add(key);
      checkProperty(applied, properties[key], key);
    }
    if (!isMap(patterns)) continue;
    for (const [source, property] of Object.entries(patterns)) {
      const pattern = run.index.pattern(source);
      // A pattern that is not enforced counts as fitting, so that nothing is refused because of it.
      const fits = pattern.status === 'enforced' ? pattern.test(key, run.budget) : true;
      if (fits) looked.add(key);
      if (fits && pattern.status === 'enforced') checkProperty(applied, property, key);
    }
  }
  if (Object.hasOwn(schema, 'additionalProperties')) restProperties(applied, 'additionalProperties', looked);
}

function restProperties(
  applied: Applied<Json>,
  keyword: 'additionalProperties' | 'unevaluatedProperties',
  looked: ReadonlySet<string>,
): void {
  const { schema, part, run } = applied;
  const rest = own(schema, keyword);
  for (const key of Object.keys(part.value)) {
    if (looked.has(key) || run.gaveUp !== undefined) continue;
    if (rest === false) refuse(applied, keyword, key);
    else checkProperty(applied, rest, key);
  }
}

function refuse(applied: Applied<Json>, keyword: string, key: string): void {
  const properties = own(applied.schema, 'properties');
  const known = isMap(properties) ? Object.keys(properties).filter((name) => !Object.hasOwn(applied.part.value, name)) : [];
  const near = nearMatch(key, known);
  const message = l10n.t('{0} is not expected here', nameOf(below(applied.part.pointer, key)));
  applied.checked.keys.add(key);
  fail(applied, keyword, near === undefined ? message : `${message}. ${l10n.t('Did you mean "{0}"?', near)}`, key);
}

function checkProperty({ run, part, sink, checked, check }: Applied<Json>, schema: unknown, key: string): void {
  checked.keys.add(key);
  if (!check(run, schema, child(part, key, part.value[key]), sink).valid) checked.valid = false;
}

/** `dependentRequired`, `dependentSchemas`, and draft-07's `dependencies`, which is both. */
function checkDependent(applied: Applied<Json>): void {
  const { run, schema, part, sink, checked, check } = applied;
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const dependents = own(schema, keyword);
    if (!isMap(dependents)) continue;
    for (const [key, wanted] of Object.entries(dependents)) {
      if (!Object.hasOwn(part.value, key)) continue;
      if (Array.isArray(wanted)) checkRequired(applied, wanted);
      else merge(checked, check(run, wanted, { ...part, depth: part.depth + 1 }, sink));
    }
  }
}
