import { isMap, own, secretFieldsOf, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { asCode, asList, asText } from './explanation.ts';

/** A field of one of the agent's two values, and the whole schema that it is in. */
export type Field = {
  readonly side: 'input' | 'output';
  /** The agent's `input_schema` or `output_schema`. */
  readonly root: unknown;
  /** From the value's root: `['notion', 'token']`. */
  readonly path: readonly string[];
  readonly schema: unknown;
  readonly required: boolean;
};

/** References are followed so often, and fields listed up to so many. */
const maxHops = 16;
const maxListed = 12;

const limits = [
  'const',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];

/** The field at a path of names and of steps into a list, below one of the schemas. */
export function fieldAt(side: Field['side'], value: unknown, path: readonly (string | number)[]): Field | undefined {
  const root = own(value, `${side}_schema`);
  let parent: unknown;
  let schema: unknown = root;
  for (const step of path) {
    parent = resolved(root, schema);
    schema = typeof step === 'number' ? own(parent, 'items') : own(own(parent, 'properties'), step);
  }
  const name = path.at(-1);
  if (typeof name !== 'string' || !isMap(schema)) return undefined;
  const required = own(parent, 'required');
  return { side, root, path: path.map(String), schema, required: Array.isArray(required) && required.includes(name) };
}

/** All that the author says about a field. */
export function fieldParagraphs(field: Field): string[] {
  const schema = resolved(field.root, field.schema);
  const isSecret = isSecretField(field);
  const description = own(schema, 'description') ?? own(schema, 'title');
  const [allowed, standard] = [own(schema, 'enum'), own(schema, 'default')];
  const set = limits.filter((key) => own(schema, key) !== undefined).map((key) => asCode(`${key}: ${JSON.stringify(own(schema, key))}`));
  return [
    headline(field),
    typeof description === 'string' ? asText(description) : '',
    own(schema, 'deprecated') === true ? l10n.t('Still there, and to be left out from now on.') : '',
    isSecret ? l10n.t('A secret: its value is kept out of traces and logs.') : '',
    Array.isArray(allowed) ? oneOf(allowed) : '',
    set.join(', '),
    standard === undefined || isSecret ? '' : l10n.t('Default: {0}', asCode(JSON.stringify(standard))),
    listOf(field.side, field.root, own(schema, 'properties'), { required: own(schema, 'required'), path: field.path }) ?? '',
  ];
}

/** The fields of a schema, one a line; undefined where it names none. */
export function fieldList(side: Field['side'], value: unknown): string | undefined {
  const root = own(value, `${side}_schema`);
  const schema = resolved(root, root);
  return listOf(side, root, own(schema, 'properties'), { required: own(schema, 'required'), path: [] });
}

function listOf(
  side: Field['side'],
  root: unknown,
  properties: unknown,
  { required, path }: { readonly required: unknown; readonly path: readonly string[] },
): string | undefined {
  if (!isMap(properties)) return undefined;
  const names = Object.keys(properties);
  if (names.length === 0) return undefined;
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  const lines = names
    .slice(0, maxListed)
    .map((name) => fieldLine({ side, root, path: [...path, name], schema: properties[name], required: isRequired(name) }));
  const more = names.length - maxListed;
  return asList(more > 0 ? [...lines, l10n.t('and {0} more', more)] : lines);
}

/** Only so many, as they are written. */
export function oneOf(values: readonly unknown[]): string {
  const shown = values.slice(0, 2 * maxListed).map((one) => asCode(typeof one === 'string' ? one : JSON.stringify(one)));
  return l10n.t('One of {0}.', shown.join(', ') + (values.length > shown.length ? ', …' : ''));
}

/** The schema that a reference within its file leads to. */
export function resolved(root: unknown, schema: unknown): unknown {
  let at = schema;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const reference = own(at, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return at;
    const path = reference.slice(2).split('/');
    const target = valueAt(
      root,
      path.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    );
    if (!isMap(target)) return at;
    // What stands beside the reference counts too; its own reference is followed.
    const { $ref: _followed, ...beside } = isMap(at) ? at : {};
    at = { ...target, ...beside };
  }
  return at;
}

function headline(field: Field): string {
  const name = field.path.at(-1) ?? '';
  const type = typeOf(field.root, field.schema);
  return `${asCode(type === '' ? name : `${name}: ${type}`)}${field.required ? ` · ${l10n.t('required')}` : ''}`;
}

function fieldLine(field: Field): string {
  const schema = resolved(field.root, field.schema);
  const isSecret = isSecretField(field);
  const [description, standard] = [own(schema, 'description'), own(schema, 'default')];
  const said = typeof description === 'string' ? ` · ${asText(description).split('  \n')[0] ?? ''}` : '';
  const given = standard === undefined || isSecret ? '' : ` · ${l10n.t('Default: {0}', asCode(JSON.stringify(standard)))}`;
  return `${headline(field)}${isSecret ? ` · ${l10n.t('secret')}` : ''}${given}${said}`;
}

function isSecretField({ side, root, path }: Field): boolean {
  return side === 'input' && secretFieldsOf(root).some((secret) => secret.path.join('\0') === path.join('\0'));
}

function typeOf(root: unknown, schema: unknown, depth = 0): string {
  const at = resolved(root, schema);
  const type = own(at, 'type');
  const names = typeof type === 'string' ? [type] : Array.isArray(type) ? type.map(String) : [];
  const item = depth < 3 ? typeOf(root, own(at, 'items'), depth + 1) : '';
  const spelled = names.map((name) => (name === 'array' && /^\w+(?:\[\])*$/.test(item) ? `${item}[]` : name));
  return spelled.join(' | ');
}
