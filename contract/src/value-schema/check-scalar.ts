import * as l10n from '@vscode/l10n';
import { typeName, valueName } from '../schema-check/describe-error.ts';
import { isMap, own } from '../value.ts';
import { fail, type Applied } from './check-scope.ts';
import { hasFormat } from './formats.ts';
import { canonical } from './same-value.ts';

/** `type`, `enum`, `const`, and what is said about numbers and texts. Answers whether the value has the right type at all. */
export function checkScalar(applied: Applied<unknown>): boolean {
  const { schema, part } = applied;
  const type = own(schema, 'type');
  if (type !== undefined && !hasType(part.value, type)) {
    fail(applied, 'type', l10n.t('{0} must be {1}, not {2}', nameOf(part.pointer), typeName(type), valueName(part.value)));
    return false;
  }
  checkListed(applied);
  if (typeof part.value === 'number') checkNumber(applied, part.value);
  if (typeof part.value === 'string') checkText(applied, part.value);
  return true;
}

/** How a message calls a place: its last key, or what the whole value is called. */
export function nameOf(pointer: string): string {
  return pointer === '' ? l10n.t('The value') : pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

function hasType(value: unknown, type: unknown): boolean {
  // A list without a type is a problem of the schema, not of the value.
  if (Array.isArray(type)) return type.length === 0 || type.some((one) => hasType(value, one));
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === type;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMap(value);
    default:
      // A type that does not exist is a problem of the schema, not of the value.
      return true;
  }
}

function checkListed(applied: Applied<unknown>): void {
  const { schema, part, run } = applied;
  const listed = own(schema, 'enum');
  if (!Array.isArray(listed) && !Object.hasOwn(schema, 'const')) return;
  const value = canonical(part.value, run.budget);
  if (Array.isArray(listed) && !listed.some((one) => canonical(one, run.budget) === value)) {
    const shown = listed.slice(0, 12).map((one) => (typeof one === 'string' ? one : canonical(one, run.budget)));
    fail(applied, 'enum', l10n.t('{0} must be one of {1}', nameOf(part.pointer), shown.join(', ').slice(0, 300)));
  }
  if (Object.hasOwn(schema, 'const')) {
    const only = canonical(schema['const'], run.budget);
    if (only !== value) fail(applied, 'const', l10n.t('{0} must be {1}', nameOf(part.pointer), only.slice(0, 300)));
  }
}

function checkNumber(applied: Applied<unknown>, value: number): void {
  const { schema, part } = applied;
  const name = nameOf(part.pointer);
  const limit = (keyword: string): number | undefined => asNumber(own(schema, keyword));
  const least = limit('minimum');
  const above = limit('exclusiveMinimum');
  const most = limit('maximum');
  const under = limit('exclusiveMaximum');
  const step = limit('multipleOf');
  if (least !== undefined && !(value >= least)) fail(applied, 'minimum', l10n.t('{0} must be at least {1}', name, least));
  if (above !== undefined && !(value > above)) fail(applied, 'exclusiveMinimum', l10n.t('{0} must be more than {1}', name, above));
  if (most !== undefined && !(value <= most)) fail(applied, 'maximum', l10n.t('{0} must be at most {1}', name, most));
  if (under !== undefined && !(value < under)) fail(applied, 'exclusiveMaximum', l10n.t('{0} must be less than {1}', name, under));
  if (step !== undefined && step > 0 && !isMultiple(value, step))
    fail(applied, 'multipleOf', l10n.t('{0} must be a multiple of {1}', name, step));
}

/** A tenth of a cent is no multiple of a cent, and yet 0.3 is one of 0.1: the tolerance is for binary fractions only. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Number.isFinite(times) ? Math.abs(times - Math.round(times)) <= 1e-8 : value % step === 0;
}

function checkText(applied: Applied<unknown>, text: string): void {
  const { schema, part, run } = applied;
  const name = nameOf(part.pointer);
  const least = asNumber(own(schema, 'minLength'));
  const most = asNumber(own(schema, 'maxLength'));
  if (least !== undefined || most !== undefined) {
    run.budget.left -= text.length >> 6;
    const length = Array.from(text).length;
    if (least !== undefined && length < least)
      fail(
        applied,
        'minLength',
        length === 0 ? l10n.t('{0} must not be empty', name) : l10n.t('{0} must have at least {1} characters', name, least),
      );
    if (most !== undefined && length > most) fail(applied, 'maxLength', l10n.t('{0} must have at most {1} characters', name, most));
  }
  const source = own(schema, 'pattern');
  if (typeof source === 'string') {
    const pattern = run.index.pattern(source);
    if (pattern.status === 'enforced' && !pattern.test(text, run.budget))
      fail(applied, 'pattern', l10n.t('{0} must match {1}', name, source));
  }
  const format = own(schema, 'format');
  if (typeof format === 'string' && !hasFormat(text, format, run.budget))
    fail(applied, 'format', l10n.t('{0} must be a valid {1}', name, format));
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
