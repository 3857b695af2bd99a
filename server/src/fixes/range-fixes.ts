import { schemaAt, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { yamlScalar } from '../service/yaml-edits.ts';
import { textIn } from './problem-data.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** The nearest number that is allowed. */
export const nearestNumber: Fixer = ({ range }, context) => {
  const { path = [] } = context.yaml.pathAt(range.start) ?? {};
  const value = valueAt(context.yaml.value, path);
  const { minimum, maximum, exclusiveMinimum } = schemaAt(context.schema, path) ?? {};
  if (typeof value !== 'number') return [];
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  const allowed = least !== undefined && value < least ? least : maximum !== undefined && value > maximum ? maximum : undefined;
  return allowed === undefined ? [] : yamlFix(context, l10n.t('Change to {0}', allowed), { range, newText: String(allowed) });
};

/** More choices than these nobody reads in a menu. */
const maxChoices = 6;

/** Each of the few words that may stand here. */
export const oneOfWords: Fixer = ({ range, data }, context) => {
  const { path = [] } = context.yaml.pathAt(range.start) ?? {};
  const words = schemaAt(context.schema, path)?.enum ?? [];
  if (textIn(data, 'replacement') !== undefined || words.length > maxChoices) return [];
  return words.flatMap((word) => yamlFix(context, l10n.t('Change to "{0}"', String(word)), { range, newText: yamlScalar(String(word)) }));
};

export const loopbackHost: Fixer = ({ range }, context) =>
  yamlFix(context, l10n.t('Change to "{0}"', '127.0.0.1'), { range, newText: '127.0.0.1' });
