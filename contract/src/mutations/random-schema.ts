type Random = (below: number) => number;
/** A schema that somebody may have meant, and a value that fits it. */
type Described = { readonly schema: Readonly<Record<string, unknown>>; readonly value: unknown };

export const propertyNames: readonly string[] = [
  'city',
  'count',
  'limit',
  'tags',
  'place',
  'mode',
  'since',
  'ratio',
  'body',
  'lines',
  'options',
  'flag',
];
const texts: readonly Described[] = [
  { schema: {}, value: 'any text, with: signs # and "quotes"' },
  { schema: { minLength: 1, maxLength: 80 }, value: '天气 😀' },
  { schema: { maxLength: 0 }, value: '' },
  { schema: { pattern: '^[a-z]+(-[a-z]+)*$' }, value: 'a-b' },
  { schema: { pattern: String.raw`^(?=.*\d).{4,}$` }, value: 'abc1' },
  { schema: { format: 'date' }, value: '2024-02-29' },
  { schema: { format: 'date-time' }, value: '2024-02-29T12:30:00Z' },
  { schema: { format: 'email' }, value: 'ada@example.com' },
  { schema: { format: 'uri' }, value: 'https://example.com/a?b=c' },
  { schema: { format: 'uuid' }, value: '6fa459ea-ee8a-3ca4-894e-db77e160355e' },
  { schema: { format: 'colour' }, value: 'blue' },
  { schema: { enum: ['on', 'off', 'yes', 'no', '1.10', 'null', ''] }, value: 'off' },
  { schema: { const: '3.10' }, value: '3.10' },
  { schema: { contentEncoding: 'base64', contentMediaType: 'image/png' }, value: 'AAAA' },
];
const numbers: readonly Described[] = [
  { schema: { type: 'integer', minimum: 0, maximum: 100 }, value: 100 },
  { schema: { type: 'integer', exclusiveMinimum: -1, exclusiveMaximum: 1 }, value: 0 },
  { schema: { type: 'integer', minimum: 3, maximum: 3, format: 'int32' }, value: 3 },
  { schema: { type: 'integer', enum: [1, 2, 3] }, value: 2 },
  { schema: { type: 'integer', multipleOf: 5 }, value: -15 },
  { schema: { type: 'number', minimum: -1.5 }, value: 1.1 },
  { schema: { type: 'number', multipleOf: 0.1 }, value: 0.3 },
  { schema: { type: 'number', const: 1.1 }, value: 1.1 },
  { schema: { type: 'number' }, value: 1e21 },
];

/** Any schema, no deeper than `depth`, with a value for it. */
export function randomSchema(random: Random, depth: number): Described {
  const kinds = depth > 0 ? 12 : 5;
  const described = ofKind(random, random(kinds), depth);
  return { schema: { ...described.schema, ...annotations(random, described.value) }, value: described.value };
}

function ofKind(random: Random, kind: number, depth: number): Described {
  const inner = (): Described => randomSchema(random, depth - 1);
  switch (kind) {
    case 0:
    case 1: {
      const { schema, value } = pick(random, texts);
      return { schema: { type: 'string', ...schema }, value };
    }
    case 2:
      return pick(random, numbers);
    case 3:
      return { schema: { type: 'boolean' }, value: random(2) === 0 };
    case 4:
      return { schema: { type: ['string', 'null'], maxLength: 5 }, value: random(2) === 0 ? null : 'five' };
    case 5: {
      const { schema, value } = inner();
      return { schema: { type: 'array', items: schema, minItems: 1, maxItems: 4 }, value: [value] };
    }
    case 6: {
      const [one, other] = [inner(), inner()];
      return { schema: { type: 'array', prefixItems: [one.schema, other.schema], items: false }, value: [one.value, other.value] };
    }
    case 7:
      return { schema: { type: 'array', uniqueItems: true, contains: { type: 'integer' }, minContains: 1 }, value: [1, 'a', null] };
    case 8:
      return combined(random, inner());
    case 9: {
      const { schema, value } = inner();
      const rest = { propertyNames: { pattern: '^[a-z]+$' }, minProperties: 1, maxProperties: 3 };
      return random(2) === 0
        ? { schema: { type: 'object', additionalProperties: schema, ...rest }, value: { anything: value } }
        : { schema: { type: 'object', patternProperties: { '^k': schema }, additionalProperties: false, ...rest }, value: { key: value } };
    }
    default:
      return randomObject(random, depth - 1);
  }
}

/** The schema inside of words that take other schemas. */
function combined(random: Random, { schema, value }: Described): Described {
  const never = { type: 'string', const: 'never this' };
  const all: readonly Readonly<Record<string, unknown>>[] = [
    { anyOf: [never, schema] },
    { oneOf: [schema, never] },
    { allOf: [schema, true] },
    { not: never, ...schema },
    { if: { not: schema }, else: schema },
  ];
  return { schema: pick(random, all), value };
}

/** An object with some of its properties required, each with its own schema. */
export function randomObject(random: Random, depth: number): Described {
  const names = propertyNames.filter(() => random(3) === 0);
  const properties = Object.fromEntries(names.map((name) => [name, randomSchema(random, depth)] as const));
  const required = names.filter(() => random(2) === 0);
  const schema = {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, one.schema])),
    ...(random(3) === 0 ? { additionalProperties: false } : {}),
    ...(required.length > 1 && random(4) === 0 ? { dependentRequired: { [required[0] ?? '']: [required[1]] } } : {}),
  };
  const given = names.filter((name) => required.includes(name) || random(2) === 0);
  return { schema, value: Object.fromEntries(given.map((name) => [name, properties[name]?.value])) };
}

function annotations(random: Random, value: unknown): Readonly<Record<string, unknown>> {
  return {
    ...(random(3) === 0 ? { description: 'What it is: a field' } : {}),
    ...(random(6) === 0 ? { title: 'Field', $comment: 'a remark', deprecated: false } : {}),
    ...(random(6) === 0 ? { 'x-order': 3, unit: 'metres', example: 3 } : {}),
    ...(random(4) === 0 ? { default: value } : {}),
    ...(random(5) === 0 ? { examples: [value] } : {}),
  };
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
