import { own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { addEntry, addProperty } from '../service/yaml-edits.ts';
import { rangeIn, textIn, textsIn } from './problem-data.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** The read becomes a read of the input, and the input gets the field: one edit over both files. */
export const secretInput: Fixer = ({ path, range, data }, { yaml, yamlPath }) => {
  const property = textIn(data, 'property');
  const replacement = textIn(data, 'replacement');
  if (property === undefined || replacement === undefined) return [];
  const code = { path, edits: [{ range: rangeIn(data, 'expressionRange') ?? range, newText: replacement }] };
  const known = own(own(own(yaml.value, 'input_schema'), 'properties'), property) !== undefined;
  const added = known ? undefined : addProperty(yaml, 'input_schema', property, '{ type: string, writeOnly: true }');
  if (!known && added === undefined) return [];
  return [{ title: l10n.t('Make it a secret input'), edits: [code, ...(added === undefined ? [] : [{ path: yamlPath, edits: [added] }])] }];
};

export const markSecret: Fixer = ({ data }, context) => {
  const path = ['input_schema', ...textsIn(data, 'path').flatMap((key) => ['properties', key])];
  return yamlFix(context, l10n.t('Mark it as a secret'), addEntry(context.yaml, path, 'writeOnly', 'true'), { safe: true });
};
