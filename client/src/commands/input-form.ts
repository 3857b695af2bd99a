import * as l10n from '@vscode/l10n';

/** One question of the form that is made from an `input_schema`. */
export type Field = {
  readonly name: string;
  readonly kind: 'string' | 'number' | 'integer' | 'boolean' | 'choice' | 'json';
  readonly required: boolean;
  readonly secret: boolean;
  readonly description: string;
  /** What the box starts with. */
  readonly preset: string;
  readonly choices: readonly unknown[];
};

/** `value` absent: the field is left out. */
export type FieldReading = { readonly ok: true; readonly value?: unknown } | { readonly ok: false; readonly message: string };

type Schema = Readonly<Record<string, unknown>>;

/** The questions for an agent's input: required ones first, otherwise in the schema's order. */
export function fieldsOf(inputSchema: unknown, secretFields: readonly string[]): readonly Field[] {
  const schema = isObject(inputSchema) ? inputSchema : {};
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties)
    .map(([name, property]) => fieldOf(name, isObject(property) ? property : {}, required.includes(name), secretFields.includes(name)))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
}

/** What was typed, as the field's value; the schema's finer rules are checked where the schema is known whole. */
export function readField(field: Field, text: string): FieldReading {
  if (text.trim() === '') return field.required ? { ok: false, message: l10n.t('{0} is required', field.name) } : { ok: true };
  switch (field.kind) {
    case 'string':
      return { ok: true, value: text };
    case 'number':
    case 'integer':
      return readNumber(field, text.trim());
    case 'boolean':
    case 'choice': {
      const value = field.choices.find((choice) => choiceText(choice) === text.trim());
      return value === undefined
        ? { ok: false, message: l10n.t('{0} must be one of {1}', field.name, field.choices.map((choice) => choiceText(choice)).join(', ')) }
        : { ok: true, value };
    }
    case 'json':
      return readJson(field, text);
  }
}

export function choiceText(choice: unknown): string {
  return typeof choice === 'string' ? choice : JSON.stringify(choice);
}

function readNumber({ name, kind }: Field, text: string): FieldReading {
  const value = Number(text);
  if (!Number.isFinite(value)) return { ok: false, message: l10n.t('{0} must be a number', name) };
  if (kind === 'integer' && !Number.isInteger(value)) return { ok: false, message: l10n.t('{0} must be a whole number', name) };
  return { ok: true, value };
}

function readJson({ name }: Field, text: string): FieldReading {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: l10n.t('{0} must be JSON: {1}', name, error instanceof Error ? error.message : '') };
  }
}

function fieldOf(name: string, property: Schema, required: boolean, secret: boolean): Field {
  const kind = kindOf(property);
  const preset = property['default'];
  const choices: readonly unknown[] = Array.isArray(property['enum']) ? property['enum'] : kind === 'boolean' ? [true, false] : [];
  return {
    name,
    kind,
    required,
    secret,
    description: typeof property['description'] === 'string' ? property['description'] : '',
    preset: preset === undefined || secret ? '' : choiceText(preset),
    choices,
  };
}

function kindOf(property: Schema): Field['kind'] {
  if (Array.isArray(property['enum'])) return 'choice';
  const type = property['type'];
  if (type === 'string' || type === 'number' || type === 'integer' || type === 'boolean') return type;
  // Without a type anything goes, and a plain word is more often meant than a JSON text.
  return type === undefined && property['properties'] === undefined && property['items'] === undefined ? 'string' : 'json';
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
