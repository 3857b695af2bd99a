import type { ValuePath } from '../descriptor/yaml-source.ts';
import { isMap } from '../value.ts';
import { resolveSchema, type FileSchema } from './file-schema.ts';

type Bound = 'minLength' | 'minItems' | 'minimum' | 'exclusiveMinimum' | 'maximum';

/** A place where a file is not as its schema has it, and what the schema wants there. */
export type FileError = { readonly path: ValuePath } & (
  | { readonly keyword: 'type'; readonly type: NonNullable<FileSchema['type']> }
  | { readonly keyword: 'enum'; readonly allowed: readonly unknown[] }
  | { readonly keyword: Bound; readonly limit: number }
  | { readonly keyword: 'required'; readonly missing: string }
  | { readonly keyword: 'oneOf'; readonly union: 'neither' | 'both' }
  | { readonly keyword: 'pattern' | 'anyOf' }
);

/** Whether a file is as its schema has it. */
export function fits(schema: FileSchema, value: unknown): boolean {
  return fileErrors(schema, value).length === 0;
}

/**
 * What is wrong with a file of ours, one entry for each mistake; keys that its schema does not know are none.
 * Goes as deep as the schema does. Reads what `FileSchema` has of JSON Schema, and agrees with ajv on it.
 */
export function fileErrors(root: FileSchema, value: unknown): readonly FileError[] {
  const found: FileError[] = [];
  checkValue({ root, path: [], found }, root, value);
  return found;
}

type Walk = { readonly root: FileSchema; readonly path: (string | number)[]; readonly found: FileError[] };

function checkValue(walk: Walk, unresolved: FileSchema, value: unknown): void {
  const schema = resolveSchema(walk.root, unresolved);
  const { path, found } = walk;
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    found.push({ keyword: 'type', type: schema.type, path: [...path] });
    return;
  }
  const { enum: allowed } = schema;
  if (allowed !== undefined && !allowed.includes(value)) found.push({ keyword: 'enum', allowed, path: [...path] });
  checkText(walk, schema, value);
  checkNumber(walk, schema, value);
  checkList(walk, schema, value);
  checkMap(walk, schema, value);
  checkBranches(walk, schema, value);
}

function checkText({ path, found }: Walk, { minLength, pattern }: FileSchema, value: unknown): void {
  if (typeof value !== 'string') return;
  if (minLength !== undefined && [...value].length < minLength) found.push({ keyword: 'minLength', limit: minLength, path: [...path] });
  else if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) found.push({ keyword: 'pattern', path: [...path] });
}

function checkNumber({ path, found }: Walk, { minimum, exclusiveMinimum, maximum }: FileSchema, value: unknown): void {
  if (typeof value !== 'number') return;
  if (minimum !== undefined && value < minimum) found.push({ keyword: 'minimum', limit: minimum, path: [...path] });
  else if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    found.push({ keyword: 'exclusiveMinimum', limit: exclusiveMinimum, path: [...path] });
  else if (maximum !== undefined && value > maximum) found.push({ keyword: 'maximum', limit: maximum, path: [...path] });
}

function checkList(walk: Walk, { items, minItems }: FileSchema, value: unknown): void {
  if (!Array.isArray(value)) return;
  if (minItems !== undefined && value.length < minItems) walk.found.push({ keyword: 'minItems', limit: minItems, path: [...walk.path] });
  if (items !== undefined) value.forEach((item, index) => checkWithin(walk, index, items, item));
}

function checkMap(walk: Walk, { required = [], properties = {}, oneOf }: FileSchema, value: unknown): void {
  if (!isMap(value)) return;
  const isThere = (key: string): boolean => Object.hasOwn(value, key);
  for (const missing of required) if (!isThere(missing)) walk.found.push({ keyword: 'required', missing, path: [...walk.path] });
  for (const key of Object.keys(value)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property !== undefined) checkWithin(walk, key, property, value[key]);
  }
  if (oneOf === undefined) return;
  const fitting = oneOf.filter((branch) => (branch.required ?? []).every((key) => isThere(key))).length;
  if (fitting !== 1) walk.found.push({ keyword: 'oneOf', union: fitting === 0 ? 'neither' : 'both', path: [...walk.path] });
}

/** Of a union, what is wrong with the value by the branch that is of its type. */
function checkBranches(walk: Walk, { anyOf }: FileSchema, value: unknown): void {
  if (anyOf === undefined || anyOf.some((branch) => fits(branch, value))) return;
  const branch = anyOf.find(({ type }) => type !== undefined && hasType(value, type));
  if (branch === undefined) walk.found.push({ keyword: 'anyOf', path: [...walk.path] });
  else checkValue(walk, branch, value);
}

function checkWithin(walk: Walk, step: string | number, schema: FileSchema, value: unknown): void {
  walk.path.push(step);
  checkValue(walk, schema, value);
  walk.path.pop();
}

function hasType(value: unknown, type: NonNullable<FileSchema['type']>): boolean {
  if (typeof type !== 'string') return type.some((one) => hasType(value, one));
  switch (type) {
    case 'object':
      return isMap(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      // YAML has numbers that JSON has not: `.inf` and `.nan`.
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}
