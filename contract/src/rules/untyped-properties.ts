import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import type { PartRule } from './schema-part.ts';

/** Words that may say the type in another place. */
const elsewhere = ['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'enum', 'const'];
/** What stands below these adds, or may be added, to a schema that has said the type already. */
const additions = new Set([
  '$defs',
  'definitions',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);

/** `properties` without `type: object`: a text or a number fits too, and nobody looks at its properties. */
export const untypedProperties: PartRule = {
  codes: ['untyped-properties'],
  words: ['properties'],
  check: ({ schema, path }) => {
    // An agent takes and gives maps in any case.
    if (path.length === 0 || Object.hasOwn(schema, 'type') || elsewhere.some((word) => Object.hasOwn(schema, word))) return [];
    if (path.some((step) => additions.has(String(step)))) return [];
    if (Object.keys(schema).some((word) => !schemaKeywords.has(word) && nearMatch(word, ['type']) !== undefined)) return [];
    const message = l10n.t('Without "type: object" a text or a number fits here too. Add it, unless that is meant.');
    return [{ at: ['properties'], on: 'key', code: 'untyped-properties', severity: 'info', message }];
  },
};
