import { draftOf } from '../value-schema/schema-index.ts';
import type { Draft } from '../value-schema/schema-resources.ts';
import { isMap } from '../value.ts';
import { keywordsOf, type Shape } from './schema-keywords.ts';
import {
  belowZero,
  boundAsMark,
  empty,
  notAboveZero,
  notAllowed,
  noTypeName,
  notListed,
  requiredAsMark,
  twice,
  wrongType,
  type SchemaMistake,
  type SchemaWalk,
} from './schema-mistake.ts';

/**
 * What is wrong with a JSON Schema by the rules of its draft, one entry for each mistake.
 * Goes as deep as the schema does: what was read from YAML is a few hundred levels deep at most, and has no circle.
 */
export function schemaErrors(schema: unknown, draft: Draft = draftOf(schema)): readonly SchemaMistake[] {
  const found: SchemaMistake[] = [];
  checkSchema({ draft, path: [], found }, schema);
  // By another draft than was meant everything else may be wrong.
  const ofDraft = found.filter(({ path }) => path.length === 1 && path[0] === '$schema');
  return ofDraft.length > 0 ? ofDraft : found;
}

type Check = (walk: SchemaWalk, value: unknown) => void;

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const address = /^[^#]*#?$/;
const anchor2019 = /^[A-Za-z][-A-Za-z0-9.:_]*$/;
const anchor2020 = /^[A-Za-z_][-A-Za-z0-9._]*$/;

const checks: Readonly<Record<Shape, Check>> = {
  anything: () => undefined,
  text: checkText,
  'address without fragment': (walk, value) => checkText(walk, value, address),
  anchor: (walk, value) => checkText(walk, value, walk.draft === '2019' ? anchor2019 : anchor2020),
  'true or false': checkBoolean,
  number: checkNumber,
  'number above 0': checkPositive,
  count: checkCount,
  names: checkNames,
  types: checkTypes,
  list: checkList,
  'filled list': checkFilled,
  schema: checkSchema,
  schemas: checkSchemas,
  'schema or schemas': (walk, value) => (Array.isArray(value) ? checkSchemas(walk, value) : checkSchema(walk, value, ['array'])),
  'map of schemas': (walk, value) => checkMap(walk, value, checkSchema),
  'map of schemas or names': (walk, value) =>
    checkMap(walk, value, (_walk, one) => (Array.isArray(one) ? checkNames(walk, one) : checkSchema(walk, one, ['array']))),
  'map of names': (walk, value) => checkMap(walk, value, checkNames),
  'map of true or false': (walk, value) => checkMap(walk, value, checkBoolean),
};

/** `orElse`: types that the value may have besides. */
function checkSchema(walk: SchemaWalk, schema: unknown, orElse: readonly string[] = []): void {
  if (typeof schema === 'boolean') return;
  if (!isMap(schema)) {
    wrongType(walk, schema, 'object', 'boolean', ...orElse);
    return;
  }
  const shapes = keywordsOf[walk.draft];
  for (const word of Object.keys(schema)) {
    const shape = shapes.get(word);
    if (shape !== undefined) checkWithin(walk, word, schema[word], checks[shape]);
  }
}

function checkWithin(walk: SchemaWalk, step: string | number, value: unknown, check: Check): void {
  walk.path.push(step);
  check(walk, value);
  walk.path.pop();
}

function checkMap(walk: SchemaWalk, value: unknown, check: Check): void {
  if (!isMap(value)) wrongType(walk, value, 'object');
  else for (const name of Object.keys(value)) checkWithin(walk, name, value[name], check);
}

function checkSchemas(walk: SchemaWalk, value: unknown): void {
  checkFilled(walk, value);
  if (Array.isArray(value)) value.forEach((item, index) => checkWithin(walk, index, item, checkSchema));
}

function checkList(walk: SchemaWalk, value: unknown): void {
  if (!Array.isArray(value)) wrongType(walk, value, 'array');
}

function checkFilled(walk: SchemaWalk, value: unknown): void {
  checkList(walk, value);
  if (Array.isArray(value) && value.length === 0) empty(walk, value);
}

function checkTypes(walk: SchemaWalk, value: unknown): void {
  if (typeof value === 'string') checkType(walk, value);
  else if (!Array.isArray(value)) noTypeName(walk, value, 'string', 'array');
  else if (value.length === 0) empty(walk, value);
  else checkItems(walk, value, checkType);
}

function checkType(walk: SchemaWalk, value: unknown): void {
  if (typeof value !== 'string') noTypeName(walk, value, 'string');
  else if (!types.includes(value)) notListed(walk, value, types);
}

function checkNames(walk: SchemaWalk, value: unknown): void {
  if (typeof value === 'boolean' && walk.path.at(-1) === 'required') {
    requiredAsMark(walk, value);
    return;
  }
  checkList(walk, value);
  checkItems(walk, value, checkText);
}

/** Items that are right one by one must differ from each other. */
function checkItems(walk: SchemaWalk, value: unknown, check: Check): void {
  if (!Array.isArray(value)) return;
  const before = walk.found.length;
  value.forEach((item, index) => checkWithin(walk, index, item, check));
  if (walk.found.length === before && new Set(value).size < value.length) twice(walk, value);
}

function checkText(walk: SchemaWalk, value: unknown, form?: RegExp): void {
  if (typeof value !== 'string') wrongType(walk, value, 'string');
  else if (form?.test(value) === false) notAllowed(walk, value);
}

function checkBoolean(walk: SchemaWalk, value: unknown): void {
  if (typeof value !== 'boolean') wrongType(walk, value, 'boolean');
}

function checkNumber(walk: SchemaWalk, value: unknown): void {
  if (typeof value === 'boolean' && String(walk.path.at(-1)).startsWith('exclusive')) boundAsMark(walk, value);
  else if (!isNumber(value)) wrongType(walk, value, 'number');
}

function checkPositive(walk: SchemaWalk, value: unknown): void {
  if (!isNumber(value)) wrongType(walk, value, 'number');
  else if (value <= 0) notAboveZero(walk, value);
}

function checkCount(walk: SchemaWalk, value: unknown): void {
  if (!isNumber(value) || !Number.isInteger(value)) wrongType(walk, value, 'integer');
  else if (value < 0) belowZero(walk, value);
}

/** YAML has numbers that JSON has not: `.inf` and `.nan`. */
function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
