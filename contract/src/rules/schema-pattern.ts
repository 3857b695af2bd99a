import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { compilePattern } from '../value-schema/pattern.ts';
import { isMap, own } from '../value.ts';
import { problemAtKey, problemAtValue, type Finding, type Rule, type RuleContext } from './rule.ts';

/** Patterns that are no regular expressions, or that cannot be matched in bounded time. */
export const schemaPattern: Rule = {
  codes: ['invalid-pattern', 'pattern-not-enforced'],
  local: true,
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) =>
      subSchemas(root).flatMap(({ schema, path }) => {
        const pattern = own(schema, 'pattern');
        const keyed = own(schema, 'patternProperties');
        return [
          ...(typeof pattern === 'string' ? judged(context, pattern, [key, ...path, 'pattern'], problemAtValue) : []),
          ...(isMap(keyed)
            ? Object.keys(keyed).flatMap((source) => judged(context, source, [key, ...path, 'patternProperties', source], problemAtKey))
            : []),
        ];
      }),
    ),
};

function judged(
  context: RuleContext,
  source: string,
  at: ValuePath,
  problemAt: (context: RuleContext, at: ValuePath, finding: Finding) => Problem,
): Problem[] {
  const { status } = compilePattern(source);
  if (status === 'invalid') {
    return [
      problemAt(context, at, {
        code: 'invalid-pattern',
        severity: 'error',
        message: l10n.t('This is no regular expression: {0}. Mend it, or remove it: it checks nothing.', source.slice(0, 200)),
      }),
    ];
  }
  if (status === 'not enforced') {
    const message = l10n.t(
      'This pattern is not enforced: it has a backreference or a lookbehind, or is too large to be matched in bounded time. Write it without, or check the value in execute().',
    );
    return [problemAt(context, at, { code: 'pattern-not-enforced', severity: 'warning', message })];
  }
  return [];
}
