import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import { valueName } from '../schema-check/describe-error.ts';
import { isMap, own } from '../value.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import { problemAtKey, problemAtValue, type Rule, type RuleContext } from './rule.ts';

/** A name is used in addresses, file names and commands. */
export const invalidName: Rule = {
  codes: ['invalid-name'],
  local: true,
  check: (context) => {
    const error = descriptorErrors(context.descriptor).values.find(({ path }) => path.length === 1 && path[0] === 'name');
    if (error === undefined) return [];
    const value = own(context.descriptor.value, 'name');
    const name = context.descriptor.yaml.writtenAt(['name']) ?? '';
    if (typeof value !== 'string') return [notText(context, value, name)];
    const replacement = suggestionFor(value);
    const message = l10n.t('The name must be 1 to 63 lower case letters, digits and hyphens; "{0}" is not.', name.slice(0, 80));
    return [
      problemAtValue(context, ['name'], {
        code: 'invalid-name',
        severity: 'error',
        message: replacement === undefined ? message : `${message} ${l10n.t('Did you mean "{0}"?', replacement)}`,
        ...(replacement === undefined ? {} : { data: { replacement } }),
      }),
    ];
  },
};

/** YAML makes numbers, dates and switches of what looks like them. */
function notText(context: RuleContext, value: unknown, written: string): Problem {
  const finding = { code: 'invalid-name', severity: 'error' } as const;
  if (value === null) {
    return problemAtKey(context, ['name'], { ...finding, message: l10n.t('The name has no value. Give one, as in `name: my-agent`.') });
  }
  // Only what is a name once it is in quotes is told to be put there.
  if (Array.isArray(value) || isMap(value) || !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(written)) {
    return problemAtValue(context, ['name'], { ...finding, message: l10n.t('The name must be text, not {0}.', valueName(value)) });
  }
  const message = l10n.t('The name must be text, and {0} is {1} in YAML. Write it in quotes: "{0}".', written, valueName(value));
  return problemAtValue(context, ['name'], { ...finding, message, data: { replacement: written } });
}

function suggestionFor(name: string): string | undefined {
  const hyphenated = name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  return hyphenated === '' ? undefined : hyphenated;
}
