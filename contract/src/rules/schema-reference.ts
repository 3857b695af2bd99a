import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { indexSchema, type SchemaIndex } from '../value-schema/schema-index.ts';
import { own, type Json } from '../value.ts';
import { hasNoSchemas } from './spoilt-schemas.ts';
import { problemAtValue, type Rule } from './rule.ts';

const references = ['$ref', '$dynamicRef', '$recursiveRef'];

/** References that lead nowhere, or in a circle without ever going into the value. */
export const schemaReference: Rule = {
  codes: ['unresolved-reference', 'endless-reference'],
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) => {
      const index = indexSchema(root);
      // A circle is one mistake, told where it is met first.
      const told = new Set<unknown>();
      return subSchemas(root).flatMap(({ schema, path }) =>
        references.flatMap((keyword) => {
          const reference = own(schema, keyword);
          if (typeof reference !== 'string') return [];
          const at = [key, ...path, keyword];
          if (index.resolve(reference, schema) === undefined) {
            if (isListLost(root, reference)) return [];
            const message = l10n.t(
              '"{0}" is not in this schema, and nothing is fetched; it checks nothing. Define it below $defs, or correct the name.',
              reference.slice(0, 200),
            );
            return [problemAtValue(context, at, { code: 'unresolved-reference', severity: 'error', message })];
          }
          if (told.has(schema)) return [];
          const circle = circleOf(index, schema);
          if (circle.size === 0) return [];
          for (const member of circle) told.add(member);
          const message = l10n.t(
            '"{0}" leads back to itself without end; no value can be checked. Go on into properties or items first, or break the circle.',
            reference.slice(0, 200),
          );
          return [problemAtValue(context, at, { code: 'endless-reference', severity: 'error', message })];
        }),
      );
    }),
};

/** Whether what `$defs` holds is not known, because it is called otherwise or holds what is no schema: that is the mistake then. */
function isListLost(root: Json, reference: string): boolean {
  const [, list = ''] = /^#\/(\$defs|definitions)\//.exec(reference) ?? [];
  if (list === '') return false;
  const held = own(root, list);
  if (held !== undefined) return hasNoSchemas(held);
  return Object.keys(root).some((word) => !schemaKeywords.has(word) && nearMatch(word, [list]) !== undefined);
}

/**
 * All schemas that `from` reaches and that reach it again, itself among them; empty where there is no way back.
 * Follows what applies to the very same value: references and combinations, not properties or items.
 */
function circleOf(index: SchemaIndex, from: unknown): ReadonlySet<unknown> {
  const before = new Map<unknown, unknown[]>();
  const open: unknown[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const step of stepsOf(index, next)) {
      const known = before.get(step);
      if (known === undefined && step !== from) open.push(step);
      if (known === undefined) before.set(step, [next]);
      else known.push(next);
    }
  }
  const circle = new Set<unknown>();
  const back = [...(before.get(from) ?? [])];
  for (let next = back.pop(); next !== undefined; next = back.pop()) {
    if (circle.has(next)) continue;
    circle.add(next);
    back.push(...(before.get(next) ?? []));
  }
  return circle;
}

function stepsOf(index: SchemaIndex, schema: unknown): unknown[] {
  const targets = references.flatMap((keyword) => {
    const reference = own(schema, keyword);
    return typeof reference === 'string' ? [index.resolve(reference, schema)?.schema] : [];
  });
  if (targets.length > 0 && index.draft === '7') return targets;
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const list = own(schema, keyword);
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  });
  return [...targets, ...lists, ...['not', 'if', 'then', 'else'].map((keyword) => own(schema, keyword))].filter(
    (step) => step !== undefined,
  );
}
