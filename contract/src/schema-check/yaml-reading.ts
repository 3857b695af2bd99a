import * as l10n from '@vscode/l10n';
import { valueName } from './describe-error.ts';

const words = new Map([
  ...['yes', 'on', 'y'].map((word) => [word, 'true'] as const),
  ...['no', 'off', 'n'].map((word) => [word, 'false'] as const),
]);

/**
 * What is added to a message where YAML reads something else than its author meant:
 * `1.10` is a number, `null` is nothing, and `yes` is text in YAML 1.2. Empty where there is nothing to say.
 */
export function yamlReading(value: unknown, wanted: unknown, written: string | undefined): string {
  const types: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const shown = written?.trim() ?? '';
  if (shown === '' || shown.length > 40) return '';
  const isNull = value === null && shown.toLowerCase() === 'null' && types.includes('string') && !types.includes('null');
  if (isNull) return ` ${l10n.t('YAML reads {0} as {1}; in quotes it is text.', shown, valueName(value))}`;
  if ((typeof value === 'number' || typeof value === 'boolean') && types.includes('string') && !types.includes(typeof value))
    return ` ${l10n.t('YAML reads {0} as {1}; in quotes it is text.', shown, valueName(value))}`;
  const meant = typeof value === 'string' && types.includes('boolean') ? words.get(shown.toLowerCase()) : undefined;
  return meant === undefined ? '' : ` ${l10n.t('In YAML 1.2 {0} is text; write {1}.', shown, meant)}`;
}
