import type { Problem } from '@hermes-runtime/schemas';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { yamlReading } from '../schema-check/yaml-reading.ts';
import { valueAt } from '../value.ts';
import { contradictoryBounds } from './contradictory-bounds.ts';
import { defaultMismatch } from './default-mismatch.ts';
import { duplicateEnum } from './duplicate-enum.ts';
import { enumMismatch } from './enum-mismatch.ts';
import { keywordWithoutEffect } from './keyword-without-effect.ts';
import { problemAtKey, problemAtValue, type Rule, type RuleContext } from './rule.ts';
import type { PartFinding, PartRule, SchemaPart } from './schema-part.ts';
import { untypedProperties } from './untyped-properties.ts';

/** What makes a part one that no value, or not the value that was meant, can fit. */
const flaws: readonly PartRule[] = [contradictoryBounds, keywordWithoutEffect, enumMismatch, duplicateEnum];
const others: readonly PartRule[] = [untypedProperties];

const all: readonly PartRule[] = [...flaws, ...others, defaultMismatch];
const rulesOf: ReadonlyMap<string, readonly PartRule[]> = new Map(
  all.flatMap(({ words }) => words).map((word) => [word, all.filter(({ words }) => words.includes(word))]),
);

/** What is wrong with single parts of the schemas, in one walk. */
export const schemaParts: Rule = {
  codes: all.flatMap(({ codes }) => codes),
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) =>
      subSchemas(root).flatMap((part) => problemsOf(context, { ...part, root, key })),
    ),
};

/** Whether a part contradicts itself: what does not fit it is a consequence then. */
export function isFlawed(part: SchemaPart): boolean {
  return flaws.some((rule) => rule.check(part).length > 0);
}

function problemsOf(context: RuleContext, part: SchemaPart): Problem[] {
  const rules = new Set<PartRule>();
  for (const word of Object.keys(part.schema)) for (const rule of rulesOf.get(word) ?? []) rules.add(rule);
  if (rules.size === 0) return [];
  const asked = (list: readonly PartRule[]): PartFinding[] => list.flatMap((rule) => (rules.has(rule) ? rule.check(part) : []));
  const found = asked(flaws);
  const rest = asked(found.length === 0 ? [...others, defaultMismatch] : others);
  return [...found, ...rest].map(({ at, on, ...finding }) => {
    const path = [part.key, ...part.path, ...at];
    if (on === 'key') return problemAtKey(context, path, finding);
    const reading = yamlReading(valueAt(part.schema, at), part.schema['type'], context.descriptor.yaml.writtenAt(path));
    return problemAtValue(context, path, { ...finding, message: finding.message + reading });
  });
}
