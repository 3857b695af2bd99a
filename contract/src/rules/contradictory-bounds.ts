import * as l10n from '@vscode/l10n';
import { own, type Json } from '../value.ts';
import type { PartFinding, PartRule } from './schema-part.ts';

/** Lower and upper bounds that belong together; with `strict` a value may not even be equal to the two. */
const pairs: readonly { readonly least: string; readonly most: string; readonly strict?: true }[] = [
  { least: 'minimum', most: 'maximum' },
  { least: 'exclusiveMinimum', most: 'maximum', strict: true },
  { least: 'minimum', most: 'exclusiveMaximum', strict: true },
  { least: 'exclusiveMinimum', most: 'exclusiveMaximum', strict: true },
  { least: 'minLength', most: 'maxLength' },
  { least: 'minItems', most: 'maxItems' },
  { least: 'minProperties', most: 'maxProperties' },
  { least: 'minContains', most: 'maxContains' },
];

/** Two bounds that no value meets together, such as a minimum above the maximum. */
export const contradictoryBounds: PartRule = {
  codes: ['contradictory-bounds'],
  words: [...new Set(pairs.flatMap(({ least, most }) => [least, most]))],
  check: ({ schema }) => {
    const wrong = pairs.find((pair) => isContradictory(schema, pair));
    return wrong === undefined ? [] : [finding(schema, wrong)];
  },
};

function isContradictory(schema: Json, { least, most, strict }: (typeof pairs)[number]): boolean {
  const [low, high] = [own(schema, least), own(schema, most)];
  // Lengths that are no such number are a mistake of their own.
  if (!isBound(least, low) || !isBound(most, high)) return false;
  return strict === undefined ? low > high : low >= high;
}

function isBound(word: string, value: unknown): value is number {
  return typeof value === 'number' && (/imum$/i.test(word) || (Number.isInteger(value) && value >= 0));
}

/** On the one that stands later: who reads downwards meets the contradiction there. */
function finding(schema: Json, { least, most, strict }: (typeof pairs)[number]): PartFinding {
  const later = Object.keys(schema).findLast((word) => word === least || word === most) ?? most;
  const [low, high] = [String(schema[least]), String(schema[most])];
  const message =
    strict === undefined
      ? l10n.t('{0} is {1} and {2} is {3}: no value fits both. Change one of them.', least, low, most, high)
      : l10n.t('{0} is {1} and {2} is {3}: nothing lies between them. Change one of them.', least, low, most, high);
  return { at: [later], on: 'value', code: 'contradictory-bounds', severity: 'error', message };
}
