import * as l10n from '@vscode/l10n';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { schemaKeys } from '../schema-check/user-schemas.ts';
import { isOtherDialect } from '../value-schema/schema-index.ts';
import { own, valueAt, type Json } from '../value.ts';
import { problemAtKey, type Rule } from './rule.ts';

/** Keys that are valid and have no effect yet; none is ignored without a word. */
const keys: readonly { readonly path: ValuePath; readonly applies: (value: unknown, agent: Json) => boolean }[] = [
  // Beside `runtime`, which of the two is meant comes first.
  { path: ['steps'], applies: (value, agent) => isFilled(value) && !Object.hasOwn(agent, 'runtime') },
  { path: ['schedule'], applies: isFilled },
  { path: ['fail_when'], applies: (value) => typeof value === 'string' },
  ...schemaKeys.map((key) => ({
    path: [key, '$schema'],
    applies: (_value: unknown, agent: Json): boolean => isOtherDialect(own(agent, key)),
  })),
];

export const notYetEnforced: Rule = {
  codes: ['not-yet-enforced'],
  local: true,
  check: (context) =>
    keys
      .filter(({ path, applies }) => applies(valueAt(context.descriptor.value, path), context.descriptor.value))
      .map(({ path }) =>
        problemAtKey(context, path, { code: 'not-yet-enforced', severity: 'warning', message: messageFor(String(path.at(-1))) }),
      ),
};

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function messageFor(key: string): string {
  switch (key) {
    case 'steps':
      return l10n.t('Agents made of steps are checked, and cannot be run by this version.');
    case 'schedule':
      return l10n.t('Schedules are checked, and not followed by this version.');
    case '$schema':
      return l10n.t(
        'Only draft-07, 2019-09 and 2020-12 are checked here: what this schema says in another dialect may not be enforced. Use one of these.',
      );
    default:
      return l10n.t('fail_when is not evaluated by this version: such a result counts as a success.');
  }
}
