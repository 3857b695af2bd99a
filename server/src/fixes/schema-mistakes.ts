import { isMap, own, valueAt, type ValuePath } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { schemaTypes } from '../completion/keywords.ts';
import { schemaPlaceAt } from '../completion/schema-place.ts';
import { addEntry, lineEndOf, yamlScalar } from '../service/yaml-edits.ts';
import { isBefore } from '../service/yaml-walk.ts';
import { textIn } from './problem-data.ts';
import { yamlFix, type Fixer, type FixContext, type QuickFix } from './quick-fix.ts';
import { remove } from './removals.ts';
import { removeEntry } from './remove-entry.ts';

/** How other languages call the types of JSON. */
const spelled: Readonly<Record<string, string>> = {
  str: 'string',
  text: 'string',
  int: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  dict: 'object',
  map: 'object',
  struct: 'object',
  list: 'array',
  tuple: 'array',
  none: 'null',
  nil: 'null',
};

const lists = new Set(['required', 'enum', 'examples']);
const numbers = /^(?:min|max|multiple|exclusive)/;
const booleans = new Set(['writeOnly', 'readOnly', 'deprecated', 'uniqueItems']);

/** A keyword of JSON Schema as it was in an older draft, or as another language would have it, in the words of today. */
export const mendKeyword: Fixer = ({ range, data }, context) => {
  const { yaml } = context;
  const path = yaml.pathAt(range.start)?.path ?? [];
  const [root] = path;
  const keyword = path.at(-1);
  if (textIn(data, 'replacement') !== undefined || typeof root !== 'string' || typeof keyword !== 'string') return [];
  const value = valueAt(yaml.value, path);
  const change = (text: string): QuickFix[] =>
    yamlFix(context, l10n.t('Change to {0}', text), edit(context, path, text), { safe: !text.startsWith('{') });
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (schemaPlaceAt([], path.slice(1)).kind === 'schema') {
    const type = schemaTypes.includes(word) ? word : own(spelled, word);
    return typeof type === 'string' ? change(`{ type: ${type} }`) : [];
  }
  if (keyword === 'type' && Object.hasOwn(spelled, word)) return change(spelled[word] ?? '');
  if (keyword === 'type' && schemaTypes.includes(word) && word !== value) return change(word);
  if (keyword === 'required' && typeof value === 'boolean') return requireInParent(context, path, value);
  if (/^exclusiveM(?:in|ax)imum$/.test(keyword) && typeof value === 'boolean') return exclusiveBound(context, path, value);
  if (lists.has(keyword) && value !== null && !Array.isArray(value) && !isMap(value)) {
    const written = yaml.writtenAt(path);
    return written === undefined || /[\n,[\]{}#]/.test(written) ? [] : change(`[${written}]`);
  }
  if (numbers.test(keyword) && /^-?\d+(?:\.\d+)?$/.test(word)) return change(word);
  if (typeof value === 'number' && value < 0 && /^(?:min|max)(?:Length|Items|Properties)$/.test(keyword))
    // Below nothing there is no greatest number: it was to say that there is none.
    return keyword.startsWith('min') ? change('0') : yamlFix(context, l10n.t('Remove "{0}"', keyword), removeEntry(yaml, path));
  if (booleans.has(keyword) && /^(?:true|yes|on|false|no|off)$/.test(word)) return change(String(/^(?:true|yes|on)$/.test(word)));
  return [];
};

/** Names that a list has twice, once. */
export const removeTwice: Fixer = ({ range: { start } }, context) => {
  const { yaml } = context;
  const item = yaml.pathAt({ line: start.line, character: start.character + 1 })?.path ?? [];
  const path = item.slice(0, -1);
  const list = typeof item.at(-1) === 'number' ? valueAt(yaml.value, path) : undefined;
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string')) return [];
  const again = list.findIndex((one, index) => list.indexOf(one) < index);
  if (again < 0) return [];
  return yamlFix(context, l10n.t('Remove "{0}"', String(list[again])), removeEntry(yaml, [...path, again]), { safe: true });
};

/** A keyword that says nothing as it is written. */
export const removeKeyword: Fixer = (problem, context) => {
  const path = context.yaml.pathAt(problem.range.start)?.path ?? [];
  const place = schemaPlaceAt([], path.slice(1));
  return place.kind === 'value' && place.keyword !== 'type' ? remove(problem, context) : [];
};

/** A dialect that is read here. */
export const knownDialect: Fixer = ({ range }, context) => {
  const path = context.yaml.pathAt(range.start)?.path ?? [];
  if (path.at(-1) !== '$schema') return [];
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  return yamlFix(context, l10n.t('Change to {0}', dialect), edit(context, path, dialect));
};

function edit({ yaml }: FixContext, path: ValuePath, newText: string): TextEdit | undefined {
  const range = yaml.valueRange(path);
  return range === undefined ? undefined : { range, newText };
}

/** `required: true` on a field, as draft 3 had it: its name goes into the list beside `properties`. */
function requireInParent(context: FixContext, path: ValuePath, isRequired: boolean): QuickFix[] {
  const { yaml, yamlPath } = context;
  const [properties, name] = path.slice(-3);
  const removed = removeEntry(yaml, path);
  if (removed === undefined || typeof name !== 'string') return [];
  const title = l10n.t('Remove "{0}"', 'required');
  if (!isRequired) return yamlFix(context, title, removed, { safe: true });
  const parent = path.slice(0, -3);
  const schema = valueAt(yaml.value, parent);
  if (properties !== 'properties' || !isMap(schema)) return [];
  const listed = own(schema, 'required');
  const names = Array.isArray(listed) ? [...listed.map(String), name] : [name];
  const text = `[${[...new Set(names)].map((one) => yamlScalar(one)).join(', ')}]`;
  const added = listed === undefined ? addEntry(yaml, parent, 'required', text) : edit(context, [...parent, 'required'], text);
  if (added === undefined || (listed !== undefined && !Array.isArray(listed))) return [];
  return [
    {
      title: l10n.t('Require "{0}" in the list beside properties', name),
      edits: [{ path: yamlPath, edits: together(removed, added, lineEndOf(yaml.text)) }],
      safe: true,
    },
  ];
}

/** What is added at the end of lines that go, goes in their place: edits must not lie in each other. */
function together(removed: TextEdit, added: TextEdit, lineEnd: string): TextEdit[] {
  const at = added.range.start;
  if (isBefore(at, removed.range.start) || isBefore(removed.range.end, at)) return [removed, added];
  const isWhole = removed.range.start.character === 0;
  const newText = isWhole ? added.newText.replace(/^(?:\r\n|\r|\n)/, '') + lineEnd : removed.newText + added.newText;
  return [{ range: removed.range, newText }];
}

/** `exclusiveMinimum: true` beside `minimum: 5`, as draft 4 had it. */
function exclusiveBound(context: FixContext, path: ValuePath, isExclusive: boolean): QuickFix[] {
  const { yaml, yamlPath } = context;
  const keyword = String(path.at(-1));
  const bound = [...path.slice(0, -1), keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'];
  const limit = valueAt(yaml.value, bound);
  if (!isExclusive || typeof limit !== 'number')
    return yamlFix(context, l10n.t('Remove "{0}"', keyword), removeEntry(yaml, path), { safe: !isExclusive });
  const [removed, changed] = [removeEntry(yaml, bound), edit(context, path, String(limit))];
  if (removed === undefined || changed === undefined) return [];
  return [{ title: l10n.t('Change to {0}', `${keyword}: ${limit}`), edits: [{ path: yamlPath, edits: [removed, changed] }], safe: true }];
}
