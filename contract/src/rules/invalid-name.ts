import * as l10n from '@vscode/l10n';
import { own } from '../value.ts';
import { descriptorErrors } from './descriptor-errors.ts';
import { problemAtValue, type Rule } from './rule.ts';

/** A name is used in addresses, file names and commands. */
export const invalidName: Rule = {
  codes: ['invalid-name'],
  local: true,
  check: (context) => {
    const error = descriptorErrors(context.descriptor).values.find(({ path }) => path.length === 1 && path[0] === 'name');
    if (error === undefined) return [];
    const name = context.descriptor.yaml.writtenAt(['name']) ?? '';
    const replacement = suggestionFor(own(context.descriptor.value, 'name'));
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

function suggestionFor(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const hyphenated = name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  return hyphenated === '' ? undefined : hyphenated;
}
