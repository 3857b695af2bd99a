import * as l10n from '@vscode/l10n';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { indexSchema, type SchemaIndex } from '../value-schema/schema-index.ts';
import { own } from '../value.ts';
import { problemAtValue, type Rule } from './rule.ts';

/** References that lead nowhere, or in a circle without ever going into the value. */
export const schemaReference: Rule = {
  codes: ['unresolved-reference', 'endless-reference'],
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) => {
      const index = indexSchema(root);
      return subSchemas(root).flatMap(({ schema, path }) =>
        ['$ref', '$dynamicRef'].flatMap((keyword) => {
          const reference = own(schema, keyword);
          if (typeof reference !== 'string') return [];
          const at = [key, ...path, keyword];
          if (index.resolve(reference) === undefined) {
            const message = l10n.t('"{0}" is not in this schema, and nothing is fetched; it checks nothing.', reference.slice(0, 200));
            return [problemAtValue(context, at, { code: 'unresolved-reference', severity: 'error', message })];
          }
          if (!comesBack(index, schema)) return [];
          const message = l10n.t('"{0}" leads back to itself without end; no value can be checked.', reference.slice(0, 200));
          return [problemAtValue(context, at, { code: 'endless-reference', severity: 'error', message })];
        }),
      );
    }),
};

/** Follows what applies to the very same value: references and combinations, not properties or items. */
function comesBack(index: SchemaIndex, from: unknown): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = stepsOf(index, from);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === from) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...stepsOf(index, next));
  }
  return false;
}

function stepsOf(index: SchemaIndex, schema: unknown): unknown[] {
  const references = ['$ref', '$dynamicRef'].flatMap((keyword) => {
    const reference = own(schema, keyword);
    return typeof reference === 'string' ? [index.resolve(reference)?.schema] : [];
  });
  if (references.length > 0 && index.draft === '7') return references;
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const list = own(schema, keyword);
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  });
  return [...references, ...lists, ...['not', 'if', 'then', 'else'].map((keyword) => own(schema, keyword))].filter(
    (step) => step !== undefined,
  );
}
