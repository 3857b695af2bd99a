import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** A word in a schema that is almost a keyword. JSON Schema allows any other word, so those are left alone. */
export const unknownKeyword: Rule = {
  codes: ['unknown-keyword'],
  local: true,
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) =>
      subSchemas(root).flatMap(({ schema, path }) =>
        Object.keys(schema).flatMap((word) => {
          if (schemaKeywords.has(word) || word.startsWith('x-')) return [];
          const near = nearMatch(
            word,
            [...schemaKeywords].filter((keyword) => !Object.hasOwn(schema, keyword)),
          );
          if (near === undefined) return [];
          const message = l10n.t('"{0}" is no keyword of JSON Schema and checks nothing. Did you mean "{1}"?', word, near);
          return [
            problemAtKey(context, [key, ...path, word], {
              code: 'unknown-keyword',
              severity: 'warning',
              message,
              data: { replacement: near },
            }),
          ];
        }),
      ),
    ),
};
