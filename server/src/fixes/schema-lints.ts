import { own, valueAt, type ValuePath } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { lineEndOf } from '../service/yaml-edits.ts';
import { converted, typesIn } from './convert-value.ts';
import { yamlFix, type Fixer, type FixContext } from './quick-fix.ts';

const counterparts: Readonly<Record<string, readonly string[]>> = {
  minimum: ['maximum', 'exclusiveMaximum'],
  exclusiveMinimum: ['maximum', 'exclusiveMaximum'],
  maximum: ['minimum', 'exclusiveMinimum'],
  exclusiveMaximum: ['minimum', 'exclusiveMinimum'],
  minLength: ['maxLength'],
  maxLength: ['minLength'],
  minItems: ['maxItems'],
  maxItems: ['minItems'],
  minProperties: ['maxProperties'],
  maxProperties: ['minProperties'],
  minContains: ['maxContains'],
  maxContains: ['minContains'],
};

/** Two bounds that stand the wrong way round change places. */
export const swapBounds: Fixer = ({ range }, context) => {
  const { yaml, yamlPath } = context;
  const path = pathOf(context, range.start);
  const word = String(path.at(-1));
  return (counterparts[word] ?? []).flatMap((other) => {
    const at = [...path.slice(0, -1), other];
    const [one, two] = [yaml.valueRange(path), yaml.valueRange(at)];
    const [mine, theirs] = [yaml.writtenAt(path), yaml.writtenAt(at)];
    if (one === undefined || two === undefined || mine === undefined || theirs === undefined || mine === theirs) return [];
    const edits = [
      { range: one, newText: theirs },
      { range: two, newText: mine },
    ];
    return [{ title: l10n.t('Swap {0} and {1}', word, other), edits: [{ path: yamlPath, edits }] }];
  });
};

const bounds: Readonly<Record<string, readonly [least: string, most: string]>> = {
  string: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  array: ['minItems', 'maxItems'],
  object: ['minProperties', 'maxProperties'],
};

/** A bound of another type, as the one that the type beside it has. */
export const fitBound: Fixer = ({ range }, context) => {
  const path = pathOf(context, range.start);
  const [word, schema] = [String(path.at(-1)), valueAt(context.yaml.value, path.slice(0, -1))];
  const theirs = bounds[String(own(schema, 'type'))];
  const isBound = Object.values(bounds).some((pair) => pair.includes(word));
  const meant = isBound ? theirs?.[word.startsWith('min') ? 0 : 1] : undefined;
  const key = context.yaml.keyRange(path);
  if (meant === undefined || key === undefined || own(schema, meant) !== undefined) return [];
  return yamlFix(context, l10n.t('Change to "{0}"', meant), { range: key, newText: meant });
};

/** A choice that is written as another type than the one beside `enum`, in that type; or the type that all choices have. */
export const fitChoice: Fixer = ({ range }, context) => {
  const { yaml } = context;
  const path = pathOf(context, range.start);
  const keyword = path.at(-1) === 'type' ? 'type' : path.findLast((step) => typeof step === 'string');
  const parent = path.slice(0, path.lastIndexOf(keyword ?? ''));
  const schema = valueAt(yaml.value, parent);
  if (keyword !== 'type') return converted(context, path, typesIn(own(schema, 'type')));
  const choices = own(schema, 'enum');
  const types = new Set((Array.isArray(choices) ? choices : []).map((choice) => typeOf(choice)));
  const [only] = types;
  return only === undefined || types.size > 1 ? [] : yamlFix(context, l10n.t('Change to {0}', only), { range, newText: only });
};

/** `type: object` before the `properties` that want it. */
export const addObjectType: Fixer = ({ range: { start } }, context) => {
  const { yaml } = context;
  const path = pathOf(context, start);
  const around = yaml.valueRange(path.slice(0, -1));
  if (path.at(-1) !== 'properties' || around === undefined) return [];
  const isFlow = (yaml.text.split(/\r\n|\r|\n/)[around.start.line] ?? '').charAt(around.start.character) === '{';
  const newText = isFlow ? 'type: object, ' : `type: object${lineEndOf(yaml.text)}${' '.repeat(start.character)}`;
  return yamlFix(context, l10n.t('Add `{0}`', 'type: object'), { range: { start, end: start }, newText }, { safe: true });
};

function pathOf({ yaml }: FixContext, start: Parameters<FixContext['yaml']['pathAt']>[0]): ValuePath {
  return yaml.pathAt(start)?.path ?? [];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'object' ? (Array.isArray(value) ? 'array' : 'object') : typeof value;
}
