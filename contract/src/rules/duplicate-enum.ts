import * as l10n from '@vscode/l10n';
import { canonical } from '../value-schema/same-value.ts';
import { own } from '../value.ts';
import type { PartFinding, PartRule } from './schema-part.ts';

/** A list of choices that is longer was not written by hand. */
const maxChoices = 1000;

/** A value that `enum` lists twice: one of the two was most likely meant to be another. */
export const duplicateEnum: PartRule = {
  codes: ['duplicate-enum'],
  words: ['enum'],
  check: ({ schema }) => {
    const listed = own(schema, 'enum');
    if (!Array.isArray(listed) || listed.length > maxChoices) return [];
    const budget = { left: 10_000 };
    const seen = new Set<string>();
    const found: PartFinding[] = [];
    for (const [index, value] of listed.entries()) {
      const text = canonical(value, budget);
      if (budget.left <= 0) return found;
      if (seen.has(text)) found.push(finding(index, text));
      seen.add(text);
    }
    return found;
  },
};

function finding(index: number, value: string): PartFinding {
  const message = l10n.t('enum lists {0} twice. Remove one, or correct it.', value.slice(0, 80));
  return { at: ['enum', index], on: 'value', code: 'duplicate-enum', severity: 'warning', message };
}
