import * as l10n from '@vscode/l10n';
import { asCode } from './explanation.ts';

/** A type of JSON, and what code has for it. */
export function typeText(type: string): string {
  switch (type) {
    case 'string':
      return said(type, l10n.t('Text: `str` in Python, `string` in JavaScript.'));
    case 'number':
      return said(type, l10n.t('A number, whole or not: `int` or `float` in Python, `number` in JavaScript.'));
    case 'integer':
      return said(type, l10n.t('A whole number; `1.0` is one too: `int` in Python, `number` in JavaScript.'));
    case 'boolean':
      return said(type, l10n.t('`true` or `false`: `bool` in Python, `boolean` in JavaScript.'));
    case 'array':
      return said(type, l10n.t('A list: `list` in Python, an array in JavaScript.'));
    case 'object':
      return said(type, l10n.t('Fields by name: `dict` in Python, an object in JavaScript.'));
    case 'null':
      return said(type, l10n.t('Nothing: `None` in Python, `null` in JavaScript.'));
    default:
      return '';
  }
}

function said(type: string, text: string): string {
  return `${asCode(type)} · ${text}`;
}
