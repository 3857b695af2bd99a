import * as l10n from '@vscode/l10n';
import type { JsonType, ReturnedKey } from '../../code/code-facts.ts';
import { typeName } from '../../schema-check/describe-error.ts';
import { isMap, own } from '../../value.ts';
import { firstLine, problemInCode, problemsWhereNoneFits, relatedKey, type CodeRule, type CodeSubject } from './code-subject.ts';

/** A literal in a returned object is of another type than the output schema wants: the task would fail with `output_mismatch`. */
export const wrongOutputType: CodeRule = {
  codes: ['wrong-output-type'],
  needsWhole: 'function',
  needsSchema: true,
  check(subject) {
    const schema = subject.context.descriptor.value['output_schema'];
    if (!isMap(schema) || !isMap(schema['properties'])) return [];
    return problemsWhereNoneFits(subject, ({ returns, generator }) => {
      const keys = (generator ? [] : returns).flatMap((one) => (one.shape === 'object' ? one.keys : []));
      const problems = keys.flatMap((key) => mismatch(subject, key).map((problem) => [key.key, problem] as const));
      // Where a key is wrong again and again, it may be the schema that is: once is enough.
      const first = new Map(problems.toReversed());
      return problems.flatMap(([key, problem]) => (first.get(key) === problem ? [problem] : []));
    });
  },
};

function mismatch(subject: CodeSubject, { key, value }: ReturnedKey): ReturnType<CodeRule['check']> {
  const properties = own(subject.context.descriptor.value['output_schema'], 'properties');
  const wanted = own(own(properties, key), 'type');
  if (value === undefined || !isTypes(wanted) || fits(value.type, wanted)) return [];
  return [
    problemInCode(subject, firstLine(subject.text, value.range), {
      code: 'wrong-output-type',
      severity: 'error',
      message: l10n.t('"{0}" must be {1}, as output_schema says, and not {2}.', key, typeName(wanted), typeName(value.type)),
      data: { key, type: value.type },
      ...relatedKey(subject, ['output_schema', 'properties', key, 'type'], l10n.t('The type of the output is set here.')),
    }),
  ];
}

const known = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

function isTypes(wanted: unknown): wanted is string | readonly string[] {
  const types: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return types.length > 0 && types.every((type) => typeof type === 'string' && known.has(type));
}

function fits(type: JsonType, wanted: string | readonly string[]): boolean {
  const types = typeof wanted === 'string' ? [wanted] : wanted;
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}
