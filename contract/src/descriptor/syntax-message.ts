import * as l10n from '@vscode/l10n';
import type { YamlError } from './compose-yaml.ts';

/** Says in plain words what YAML does not allow on a line; the package's own words where there is nothing better. */
export function syntaxMessage({ code, message }: YamlError, line: string): string {
  switch (code) {
    case 'MISSING_CHAR':
      if (message.includes('quote')) return l10n.t('This text is not closed: a quote is missing.');
      if (message.includes('map values')) return l10n.t('This key has no value. Write `key: value`.');
      return l10n.t('Something is missing here: {0}', message);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      // A word that was begun, and the next key runs into it.
      if (!line.includes(':')) return l10n.t('This key has no value. Write `key: value`.');
      return l10n.t('A key with its own value cannot stand here. Indent it under its parent, or put the text in quotes.');
    case 'BAD_INDENT':
      return message.includes('Flow') ? l10n.t('A bracket is not closed.') : l10n.t('The indentation does not fit the lines above.');
    case 'TAB_AS_INDENT':
      return l10n.t('YAML is indented with spaces; this is a tab.');
    case 'BAD_SCALAR_START':
      return l10n.t('Text that begins with this character must be in quotes.');
    case 'BAD_DQ_ESCAPE':
      return l10n.t('This is no escape that YAML knows. Write `\\\\` for a backslash.');
    case 'UNEXPECTED_TOKEN':
      return l10n.t('This is not expected here.');
    default:
      return l10n.t('This is no valid YAML: {0}', message);
  }
}
