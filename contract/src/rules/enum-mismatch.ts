import * as l10n from '@vscode/l10n';
import { typeName } from '../schema-check/describe-error.ts';
import { compileValueSchema, wasChecked } from '../value-schema/compile-value-schema.ts';
import { own, type Json } from '../value.ts';
import type { PartFinding, PartRule } from './schema-part.ts';

/** What stands beside `enum` and `const` and can be held against their values by itself. */
const beside =
  'type minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems required'.split(' ');
const maxChoices = 1000;

/** A value of `enum` or `const` that the words beside it rule out: it can never be chosen. */
export const enumMismatch: PartRule = {
  codes: ['enum-mismatch'],
  words: ['enum', 'const'],
  check: ({ schema }) => {
    const limits = Object.fromEntries(beside.flatMap((word) => (Object.hasOwn(schema, word) ? [[word, schema[word]]] : [])));
    if (Object.keys(limits).length === 0) return [];
    const listed = own(schema, 'enum');
    const choices = Array.isArray(listed) && listed.length <= maxChoices ? wrongChoices(schema, limits, listed) : [];
    return [...choices, ...(Object.hasOwn(schema, 'const') ? wrongConst(schema, limits) : [])];
  },
};

function wrongChoices(schema: Json, limits: Json, listed: readonly unknown[]): PartFinding[] {
  if (isPlain(limits, listed)) return [];
  const { validate } = compileValueSchema(limits);
  const wrong = listed.flatMap((value, index) => {
    // OpenAPI's way to allow null.
    const problem = value === null && own(schema, 'nullable') === true ? undefined : validate(value).find((one) => wasChecked(one));
    return problem === undefined ? [] : [{ index, ...problem }];
  });
  const none = wrong.length === listed.length;
  if (none && wrong.length > 1 && wrong.every(({ keyword }) => keyword === 'type')) {
    const message = l10n.t('No value of enum is {0}: nothing fits. Change the type, or the values.', typeName(limits['type']));
    return [{ at: ['type'], on: 'value', code: 'enum-mismatch', severity: 'error', message }];
  }
  return wrong.map(({ index, message }) => ({
    at: ['enum', index],
    on: 'value',
    code: 'enum-mismatch',
    severity: none ? 'error' : 'warning',
    message: l10n.t('This can never be chosen: {0}. Change it, or the words beside enum.', message),
  }));
}

function wrongConst(schema: Json, limits: Json): PartFinding[] {
  const problem = compileValueSchema(limits)
    .validate(schema['const'])
    .find((one) => wasChecked(one));
  if (problem === undefined) return [];
  const message = l10n.t('No value fits: {0}. Change const, or the words beside it.', problem.message);
  return [{ at: ['const'], on: 'value', code: 'enum-mismatch', severity: 'error', message }];
}

/** Texts beside `type: string` and nothing else, as nearly every list of choices is. */
function isPlain(limits: Json, listed: readonly unknown[]): boolean {
  return limits['type'] === 'string' && Object.keys(limits).length === 1 && listed.every((value) => typeof value === 'string');
}
