import * as l10n from '@vscode/l10n';

/** What is said of a key that the input schema does not name, in any language. */
export function unknownInputMessage(key: string, near: string | undefined): string {
  return near === undefined
    ? l10n.t('"{0}" is not in input_schema. Add it there or read another key.', key)
    : l10n.t('"{0}" is not in input_schema. Did you mean "{1}"?', key, near);
}
