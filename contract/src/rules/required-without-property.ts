import * as l10n from '@vscode/l10n';
import { nearMatch } from '../near-match.ts';
import { otherSources } from '../schema-check/schema-keywords.ts';
import { subSchemas, userSchemas } from '../schema-check/user-schemas.ts';
import { isMap, own, type Json } from '../value.ts';
import { problemAtValue, type Rule } from './rule.ts';

/** `required` names a property that the schema does not describe. Silent where properties may come from elsewhere. */
export const requiredWithoutProperty: Rule = {
  codes: ['required-without-property'],
  check: (context) =>
    userSchemas(context.descriptor).flatMap(({ key, schema: root }) =>
      subSchemas(root).flatMap(({ schema, path }) =>
        strays(schema).map(({ name, index, near, closed }) =>
          problemAtValue(context, [key, ...path, 'required', index], {
            code: 'required-without-property',
            severity: closed ? 'error' : 'warning',
            message:
              near === undefined
                ? l10n.t('"{0}" is required, and properties does not describe it. Describe it there, or do not require it.', name)
                : l10n.t('"{0}" is required, and properties does not describe it. Did you mean "{1}"?', name, near),
            ...(near === undefined ? {} : { data: { replacement: near } }),
          }),
        ),
      ),
    ),
};

function strays(schema: Json): { name: string; index: number; near: string | undefined; closed: boolean }[] {
  const required = own(schema, 'required');
  const properties = own(schema, 'properties');
  if (!Array.isArray(required) || !isMap(properties) || otherSources.some((source) => Object.hasOwn(schema, source))) return [];
  // A property that is no schema may have been meant as the one that is missing.
  if (Object.values(properties).some((one) => !isMap(one) && typeof one !== 'boolean')) return [];
  const free = Object.keys(properties).filter((name) => !required.includes(name));
  return required.flatMap((name: unknown, index) =>
    typeof name === 'string' && !Object.hasOwn(properties, name)
      ? [{ name, index, near: nearMatch(name, free), closed: own(schema, 'additionalProperties') === false }]
      : [],
  );
}

/** Whether a schema requires a property that it does not describe. */
export function isStray(schema: unknown, property: string): boolean {
  return isMap(schema) && strays(schema).some(({ name }) => name === property);
}
