import { isMap, nearMatch, own, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { addEntry, addProperty, yamlScalar } from '../service/yaml-edits.ts';
import { textIn, textsIn } from './problem-data.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';
import { removeEntry } from './remove-entry.ts';

/** The input gets the field that the code reads: a text, as most are, unless an example says otherwise. */
export const newInput: Fixer = ({ data }, context) => {
  const key = textIn(data, 'key');
  if (key === undefined) return [];
  const title = l10n.t('Add "{0}" to input_schema', key);
  return ['{ type: string }', '{}'].flatMap((type) =>
    yamlFix(context, title, addProperty(context.yaml, 'input_schema', yamlScalar(key), type)),
  );
};

/** The output gets the field that the code returns; of what type, the author says. */
export const newOutput: Fixer = ({ data }, context) => {
  const key = textIn(data, 'key');
  if (key === undefined) return [];
  return yamlFix(context, l10n.t('Add "{0}" to output_schema', key), addProperty(context.yaml, 'output_schema', yamlScalar(key), '{}'));
};

/** What is required is described, or is not required. */
export const describeRequired: Fixer = ({ range }, context) => {
  const { yaml } = context;
  const path = yaml.pathAt(range.start)?.path ?? [];
  const name = valueAt(yaml.value, path);
  if (path.at(-2) !== 'required' || typeof name !== 'string') return [];
  return [
    ...yamlFix(
      context,
      l10n.t('Describe "{0}" in properties', name),
      addEntry(yaml, [...path.slice(0, -2), 'properties'], yamlScalar(name), '{}'),
    ),
    ...yamlFix(context, l10n.t('Do not require "{0}"', name), removeEntry(yaml, path)),
  ];
};

/** An output that is not always there is no longer required. */
export const makeOptional: Fixer = ({ data }, context) => {
  const required = valueAt(context.yaml.value, ['output_schema', 'required']);
  const [key, ...others] = textsIn(data, 'keys');
  if (!Array.isArray(required) || key === undefined || others.length > 0) return [];
  const path = ['output_schema', 'required'];
  const edit = removeEntry(context.yaml, required.length === 1 ? path : [...path, required.indexOf(key)]);
  return yamlFix(context, l10n.t('Do not require "{0}"', key), edit);
};

/** A field of the input goes, and with it that it is required. */
export const removeInput: Fixer = ({ data }, context) => {
  const { yaml, yamlPath } = context;
  const key = textIn(data, 'key');
  const required = valueAt(yaml.value, ['input_schema', 'required']);
  if (key === undefined) return [];
  const path = ['input_schema', 'required'];
  const [at, isOnly] = Array.isArray(required) ? [required.indexOf(key), required.length === 1] : [-1, false];
  const edits = [
    removeEntry(yaml, ['input_schema', 'properties', key]),
    ...(at < 0 ? [] : [removeEntry(yaml, isOnly ? path : [...path, at])]),
  ].filter((edit) => edit !== undefined);
  if (edits.length < (at < 0 ? 1 : 2)) return [];
  return [{ title: l10n.t('Remove "{0}"', key), edits: [{ path: yamlPath, edits }] }];
};

/** A reference to a schema that is nearly called so, or to one that is made for it. */
export const mendReference: Fixer = ({ range }, context) => {
  const { yaml } = context;
  const { path = [] } = yaml.pathAt(range.start) ?? {};
  const reference = valueAt(yaml.value, path);
  const [, container = '', name = ''] = /^#\/(\$defs|definitions)\/([\w-]+)$/.exec(String(reference)) ?? [];
  const root = String(path[0]);
  const known = ['$defs', 'definitions'].flatMap((where) => {
    const schemas = own(own(yaml.value, root), where);
    return isMap(schemas) ? Object.keys(schemas).map((one) => ({ where, name: one })) : [];
  });
  const meant =
    known.find((one) => one.name === name) ??
    known.find(
      (one) =>
        one.name ===
        nearMatch(
          name,
          known.map((other) => other.name),
        ),
    );
  if (meant !== undefined) {
    const pointer = `#/${meant.where}/${meant.name}`;
    return yamlFix(context, l10n.t('Change to "{0}"', pointer), { range, newText: JSON.stringify(pointer) });
  }
  if (name === '') return [];
  const edit = isMap(own(own(yaml.value, root), container))
    ? addEntry(yaml, [root, container], name, '{}')
    : addEntry(yaml, [root], container, `{ ${name}: {} }`);
  return yamlFix(context, l10n.t('Define "{0}" below {1}', name, container), edit);
};
