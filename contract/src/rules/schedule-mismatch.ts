import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { subSchemas } from '../schema-check/user-schemas.ts';
import { isMap, own, valueAt, type Json } from '../value.ts';
import { descriptorErrors, isMisspelt } from './descriptor-errors.ts';
import { problemAtKey, problemAtValue, type Finding, type Rule, type RuleContext } from './rule.ts';
import { mismatchesOf, type Mismatch } from './schema-mismatches.ts';

/** The input of a schedule that `input_schema` does not allow: such a task is refused, and nobody is there to see it. */
export const scheduleMismatch: Rule = {
  codes: ['schedule-mismatch'],
  check: (context) => {
    const schedules = own(context.descriptor.value, 'schedule');
    if (!Array.isArray(schedules)) return [];
    return schedules.flatMap((schedule: unknown, index) => (isMap(schedule) ? mismatches(context, index, schedule) : []));
  },
};

function mismatches(context: RuleContext, index: number, schedule: Json): Problem[] {
  const at = ['schedule', index, 'input'];
  if (!Object.hasOwn(schedule, 'input')) return withoutInput(context, index, schedule);
  const input = schedule['input'];
  const isOpen = holdsExpression(input);
  if (isOpen && hasChoices(own(context.descriptor.value, 'input_schema'))) return [];
  return mismatchesOf(context, at, input, 'input_schema')
    .filter(({ place }) => !isOpen || !holdsExpression(valueAt(context.descriptor.value, place)))
    .map((mismatch) => (mismatch.what === 'value' ? problemAtValue : problemAtKey)(context, mismatch.place, findingOf(mismatch)));
}

/** Left out, it is empty: one mistake, told where the schedule begins. */
function withoutInput(context: RuleContext, index: number, schedule: Json): Problem[] {
  const at = ['schedule', index, 'input'];
  const [first] = mismatchesOf(context, at, {}, 'input_schema');
  if (first === undefined || isMisspelt(descriptorErrors(context.descriptor), at)) return [];
  return [problemAtKey(context, ['schedule', index, ...Object.keys(schedule).slice(0, 1)], findingOf(first))];
}

function findingOf({ message, reading }: Mismatch): Finding {
  const text = l10n.t('This does not fit input_schema: {0} Every task of this schedule would be refused.', message);
  return { code: 'schedule-mismatch', severity: 'error', message: text + reading };
}

/** Whether a value is known only when the task starts, all of it or a part. YAML allows no value to be deep enough to matter. */
function holdsExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${{');
  if (Array.isArray(value)) return value.some((item) => holdsExpression(item));
  return isMap(value) && Object.values(value).some((item) => holdsExpression(item));
}

const choices = ['anyOf', 'oneOf', 'not', 'if', 'contains', 'dependentSchemas', 'dependentRequired', 'dependencies', 'uniqueItems'];

/** Whether what one field holds says what the others may be. */
function hasChoices(schema: unknown): boolean {
  return isMap(schema) && subSchemas(schema).some((part) => choices.some((word) => Object.hasOwn(part.schema, word)));
}
