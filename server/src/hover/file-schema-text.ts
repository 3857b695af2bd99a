import { schemaAt, type FileSchema, type ValuePath } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { Translate } from '../service/feature.ts';
import { asCode } from './explanation.ts';
import { oneOf } from './field-text.ts';

/** What one of our own schemas says about a place in a file. */
export function schemaParagraphs(root: FileSchema, path: ValuePath, translate: Translate): string[] {
  const schema = schemaAt(root, path);
  if (schema?.description === undefined) return [];
  return [
    translate(schema.description),
    schema.enum === undefined ? '' : oneOf(schema.enum),
    boundsOf(schema),
    schema.default === undefined ? '' : l10n.t('Default: {0}', asCode(JSON.stringify(schema.default))),
  ];
}

/** What a list is for is said of each of its items. */
export function itemOrKeyParagraphs(root: FileSchema, path: ValuePath, translate: Translate): string[] {
  for (let above = path; above.length > 0; above = above.slice(0, -1)) {
    const found = schemaParagraphs(root, above, translate);
    if (found.length > 0 || typeof above.at(-1) === 'string') return found;
  }
  return [];
}

function boundsOf({ minimum, exclusiveMinimum, maximum }: FileSchema): string {
  const [low, high] = [minimum ?? exclusiveMinimum, maximum];
  if (low !== undefined && high !== undefined && minimum !== undefined) return l10n.t('From {0} to {1}.', low, high);
  return [
    minimum === undefined ? '' : l10n.t('At least {0}.', minimum),
    exclusiveMinimum === undefined ? '' : l10n.t('More than {0}.', exclusiveMinimum),
    maximum === undefined ? '' : l10n.t('At most {0}.', maximum),
  ]
    .filter((text) => text !== '')
    .join(' ');
}
