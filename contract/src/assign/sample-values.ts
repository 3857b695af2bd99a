import { isMap, own } from '../value.ts';

/** Enough to meet each property and each alternative once; a schema that has more is not searched further. */
const mostSamples = 300;
const mostOfPart = 24;
const mostDepth = 6;

/** What was made for a part already: parts are met many times. */
type Made = Map<unknown, readonly unknown[]>;

/**
 * Values that a schema is likely to allow: its smallest one, one with each optional property, each enum value, each type, each bound.
 * They are candidates: who uses them asks the schema whether it takes them.
 */
export function sampleValues(schema: unknown): readonly unknown[] {
  return samplesOf(schema, 0, new Map()).slice(0, mostSamples);
}

function samples(schema: unknown, depth: number, made: Made): readonly unknown[] {
  const known = made.get(schema) ?? samplesOf(schema, depth, made).slice(0, mostOfPart);
  made.set(schema, known);
  return known;
}

function samplesOf(schema: unknown, depth: number, made: Made): unknown[] {
  if (!isMap(schema) || depth > mostDepth) return ['x', 1, null, {}];
  const listed = own(schema, 'enum');
  if (Array.isArray(listed)) return [...(listed as readonly unknown[])];
  if (Object.hasOwn(schema, 'const')) return [schema['const']];
  const given = ['default', 'examples'].flatMap((key) => {
    const value = own(schema, key);
    return value === undefined ? [] : key === 'examples' && Array.isArray(value) ? (value as readonly unknown[]) : [value];
  });
  const alternatives = ['anyOf', 'oneOf'].flatMap((key) => {
    const list = own(schema, key);
    return Array.isArray(list) ? list.flatMap((one: unknown) => samples(one, depth + 1, made)) : [];
  });
  return [...given, ...typesOf(schema).flatMap((type) => ofType(type, schema, depth, made)), ...alternatives];
}

function typesOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const type = own(schema, 'type');
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  if (isMap(own(schema, 'properties'))) return ['object'];
  return own(schema, 'items') === undefined ? ['string', 'integer', 'null', 'object', 'array'] : ['array'];
}

function ofType(type: string, schema: Readonly<Record<string, unknown>>, depth: number, made: Made): unknown[] {
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return numbers(schema, [0, 1, -1, 1000]);
    case 'number':
      return numbers(schema, [0, 1, -1, 0.5, 1000]);
    case 'boolean':
      return [true, false];
    case 'null':
      return [null];
    case 'array':
      return [[], ...samples(own(schema, 'items'), depth + 1, made).map((item) => [item])];
    default:
      return objects(schema, depth, made);
  }
}

function texts(schema: Readonly<Record<string, unknown>>): string[] {
  const shortest = Number(own(schema, 'minLength') ?? 0);
  const longest = own(schema, 'maxLength');
  return [
    '',
    'x',
    'text',
    'x'.repeat(Math.min(1000, shortest)),
    ...(typeof longest === 'number' ? ['x'.repeat(Math.min(1000, longest))] : []),
  ];
}

function numbers(schema: Readonly<Record<string, unknown>>, usual: readonly number[]): number[] {
  const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].flatMap((key) => {
    const value = own(schema, key);
    return typeof value === 'number' ? [value, value + 1, value - 1] : [];
  });
  return [...bounds, ...usual];
}

/** The smallest object, then that with each value of each property. */
function objects(schema: Readonly<Record<string, unknown>>, depth: number, made: Made): unknown[] {
  const properties = own(schema, 'properties');
  const required = own(schema, 'required');
  const known = isMap(properties) ? properties : {};
  const names = Array.isArray(required) ? required.map(String) : [];
  const base = Object.fromEntries(
    names.map((name) => [name, samples(own(known, name), depth + 1, made)[1] ?? samples(own(known, name), depth + 1, made)[0]]),
  );
  const varied = Object.entries(known).flatMap(([name, part]) =>
    samples(part, depth + 1, made).map((value) => ({ ...base, [name]: value })),
  );
  const whole = Object.fromEntries(Object.entries(known).map(([name, part]) => [name, samples(part, depth + 1, made)[0]]));
  const extra = own(schema, 'additionalProperties') === false ? [] : [{ ...base, another: 'x' }];
  return [base, { ...whole, ...base }, ...varied, ...extra];
}
