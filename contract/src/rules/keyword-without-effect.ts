import * as l10n from '@vscode/l10n';
import { typeName } from '../schema-check/describe-error.ts';
import { isMap, own, type Json } from '../value.ts';
import type { PartFinding, PartRule } from './schema-part.ts';

/** The keywords that look only at values of one type. `format` is left out: other products give numbers one too. */
const words: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'prefixItems', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  object: ['properties', 'required', 'patternProperties', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties'],
};
const typeOf = new Map(Object.entries(words).flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type] as const)));
const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/** A keyword beside a `type` whose values it never looks at, such as `minimum` beside `type: string`. */
export const keywordWithoutEffect: PartRule = {
  codes: ['keyword-without-effect'],
  words: [...typeOf.keys()],
  check: ({ schema }) => {
    const said = own(schema, 'type');
    const allowed: readonly unknown[] = Array.isArray(said) ? said : [said];
    // A type that is no type is a mistake of its own, and what was meant by it is not known.
    if (allowed.length === 0 || !allowed.every((type) => typeof type === 'string' && types.has(type))) return [];
    const fits = (type: string): boolean => allowed.includes(type) || (type === 'number' && allowed.includes('integer'));
    const idle = Object.keys(schema).filter((word) => {
      const type = typeOf.get(word);
      return type !== undefined && !fits(type) && isWellFormed(word, schema[word]);
    });
    return idle.length === 0 ? [] : findings(schema, said, idle, fits);
  },
};

/** What JSON Schema does not allow at all is told by another rule. */
function isWellFormed(word: string, value: unknown): boolean {
  if (word === 'required' || word === 'prefixItems') return Array.isArray(value);
  if (word === 'pattern') return typeof value === 'string';
  if (word === 'properties' || word === 'patternProperties') return isMap(value);
  if (/^(?:min|max|multiple|exclusive)/.test(word)) return typeof value === 'number';
  return typeof value === 'boolean' || typeof value === 'object';
}

function findings(schema: Json, said: unknown, idle: readonly string[], fits: (type: string) => boolean): PartFinding[] {
  const meant = [...new Set(idle.map((word) => typeOf.get(word) ?? ''))];
  const [only = ''] = meant;
  const isAlone = meant.length === 1 && !Object.keys(schema).some((word) => typeOf.has(word) && fits(typeOf.get(word) ?? ''));
  // Where several words agree on another type, and none speaks for this one, the type is the mistake.
  if (idle.length > 1 && isAlone && typeof said === 'string') {
    const message = l10n.t(
      '{0} look only at {1}, and the type is {2}. Did you mean "{3}"?',
      idle.join(', '),
      typeName(only),
      typeName(said),
      only,
    );
    return [{ at: ['type'], on: 'value', code: 'keyword-without-effect', severity: 'warning', message, data: { replacement: only } }];
  }
  return idle.map((word) => ({
    at: [word],
    on: 'key',
    code: 'keyword-without-effect',
    severity: 'warning',
    message: l10n.t(
      '{0} looks only at {1}, and the type is {2}: it checks nothing. Remove it, or change the type.',
      word,
      typeName(typeOf.get(word)),
      typeName(said),
    ),
  }));
}
