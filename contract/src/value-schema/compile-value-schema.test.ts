import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { compileValueSchema } from './compile-value-schema.ts';

/** The problems of a value as lines `pointer keyword: message`. */
function check(schema: unknown, value: unknown, expected: readonly string[]): void {
  const lines = compileValueSchema(schema)
    .validate(value)
    .map(({ path, keyword, message }) => `${path} ${keyword}: ${message}`);
  expect(lines).toEqual(expected);
}

const city = {
  type: 'object',
  required: ['city'],
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1, default: 3 } },
};

describe('compileValueSchema', () => {
  it('names every problem at once, each with its place', () => {
    check(city, { days: 0 }, ['/city required: city is required', '/days minimum: days must be at least 1']);
    check(city, { city: 7, days: 'x' }, [
      '/city type: city must be text, not a number',
      '/days type: days must be a whole number, not text',
    ]);
    check(city, [], [' type: The value must be a map, not a list']);
    check(city, { city: 'Oslo' }, []);
  });

  it('says the near property for one that is not expected', () => {
    check({ properties: { city: {} }, additionalProperties: false }, { cty: 1 }, [
      '/cty additionalProperties: cty is not expected here. Did you mean "city"?',
    ]);
  });

  it('shows what is wrong in the one alternative of the right type', () => {
    const schema = { anyOf: [{ type: 'string' }, { type: 'object', required: ['id'] }] };
    check(schema, {}, ['/id required: id is required']);
    check(schema, 3, [' anyOf: The value fits none of the 2 alternatives']);
  });

  it('counts own properties only', () => {
    check({ required: ['toString', 'constructor', '__proto__'] }, {}, [
      '/toString required: toString is required',
      '/constructor required: constructor is required',
      '/__proto__ required: __proto__ is required',
    ]);
    check({ properties: { __proto__: { type: 'string' } } }, {}, []);
    check(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'), JSON.parse('{"__proto__":1}'), [
      '/__proto__ type: __proto__ must be text, not a number',
    ]);
  });

  it('ignores keywords with values that make no sense, and never throws', () => {
    const odd = {
      type: 7,
      required: 'x',
      properties: [],
      items: 3,
      enum: 'a',
      pattern: '[',
      minimum: 'a',
      allOf: {},
      $ref: 5,
      if: null,
      format: 1,
    };
    check(odd, { a: 1 }, []);
    for (const schema of [null, 3, 'x', [], true, undefined]) check(schema, { a: 1 }, []);
    check(false, 1, [' false schema: The value must not be here']);
  });

  it('resolves references inside the schema, and lets others pass', () => {
    const schema = {
      $defs: { 'a/b': { type: 'string' }, named: { $anchor: 'x', type: 'number' } },
      properties: { one: { $ref: '#/$defs/a~1b' }, two: { $ref: '#x' }, three: { $ref: 'https://example.com/s' } },
    };
    check(schema, { one: 1, two: 'x', three: 1 }, [
      '/one type: one must be text, not a number',
      '/two type: two must be a number, not text',
    ]);
  });

  it('follows a schema that refers to itself as deep as the value goes', () => {
    const tree = { type: 'object', properties: { children: { type: 'array', items: { $ref: '#' } } } };
    check(tree, { children: [{ children: [{ children: 3 }] }] }, [
      '/children/0/children/0/children type: children.0.children.0.children must be a list, not a number',
    ]);
  });
});

describe('bounds', () => {
  const within = (schema: unknown, value: unknown): string[] => {
    // Processor time: how busy the machine is must not count.
    const before = process.cpuUsage();
    const keywords = compileValueSchema(schema)
      .validate(value)
      .map(({ keyword }) => String(keyword));
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    return keywords;
  };

  it('matches a pattern that makes backtracking engines hang', () => {
    expect(within({ pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}b`)).toEqual(['pattern']);
    expect(within({ pattern: '^(a+)+$' }, 'a'.repeat(50_000))).toEqual([]);
    expect(within({ patternProperties: { '^(a|aa)+$': { type: 'string' } } }, { [`${'a'.repeat(500)}b`]: 1 })).toEqual([]);
  });

  it('gives up a reference that leads to itself', () => {
    expect(within({ $ref: '#' }, 1)).toEqual(['too deep']);
    expect(within({ $dynamicAnchor: 'n', $dynamicRef: '#n' }, 1)).toEqual(['too deep']);
  });

  it('gives up a schema that doubles at each level', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 60 }, (_, level) => [
        `d${level}`,
        { allOf: [{ $ref: `#/$defs/d${level + 1}` }, { $ref: `#/$defs/d${level + 1}` }] },
      ]),
    );
    expect(within({ $defs, $ref: '#/$defs/d0' }, 1)).toEqual(['too much']);
    const recursive = { properties: { a: { allOf: [{ $ref: '#' }, { $ref: '#' }] } } };
    let deep: unknown = 1;
    for (let level = 0; level < 60; level += 1) deep = { a: deep };
    expect(within(recursive, deep)).toEqual(['too much']);
  });

  it('takes a schema and a value of any depth', () => {
    let schema: unknown = { type: 'string' };
    let value: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) {
      schema = { properties: { a: schema } };
      value = { a: value };
    }
    expect(within(schema, value)).toEqual(['too deep']);
    expect(within({ type: 'object' }, value)).toEqual([]);
    expect(within({ enum: [1] }, value)).toEqual(['enum']);
    expect(compileValueSchema({ properties: { b: { default: 1 } } }).applyDefaults(value)).toMatchObject({ b: 1 });
  });

  it('checks the uniqueness of a long list', () => {
    const list = Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: 'x' }));
    expect(within({ uniqueItems: true }, list)).toEqual([]);
    expect(within({ uniqueItems: true }, [...list, { text: 'x', id: 0 }])).toEqual(['uniqueItems']);
  });

  it('collects a bounded number of problems', () => {
    expect(
      within(
        { items: { type: 'string' } },
        Array.from({ length: 100_000 }, () => 1),
      ),
    ).toHaveLength(100);
  });
});

describe('applyDefaults', () => {
  it('fills in a copy, nested objects and references too', () => {
    const schema = {
      $defs: { d: { default: 'x' } },
      properties: {
        days: { default: 3 },
        unit: { $ref: '#/$defs/d' },
        at: { default: {}, properties: { hour: { default: 9 } } },
        tags: { default: ['a'] },
      },
    };
    const value = { days: 1 };
    const compiled = compileValueSchema(schema);
    const filled = compiled.applyDefaults(value);
    expect(filled).toEqual({ days: 1, unit: 'x', at: { hour: 9 }, tags: ['a'] });
    expect(value).toEqual({ days: 1 });
    expect(Reflect.get(Object(compiled.applyDefaults({})), 'tags')).not.toBe(schema.properties.tags.default);
  });

  it('leaves a value alone that is no map, and a field that is there', () => {
    const { applyDefaults } = compileValueSchema({ properties: { a: { default: 1 } } });
    for (const value of [3, null, [], { a: null }]) expect(applyDefaults(value)).toBe(value);
  });
});

describe('beside ajv', () => {
  /** mulberry32: the same schemas in every run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  function generator(seed: number, draft: '7' | '2020'): { schema: (depth: number) => unknown; value: (depth: number) => unknown } {
    const next = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    const value = (depth: number): unknown => {
      const kind = depth <= 0 ? Math.floor(next() * 5) : Math.floor(next() * 9);
      if (kind >= 7) return Object.fromEntries(['a', 'b', 'c', 'd'].filter(() => next() < 0.5).map((key) => [key, value(depth - 1)]));
      if (kind >= 5) return Array.from({ length: Math.floor(next() * 4) }, () => value(depth - 1));
      return pick([0, 1, 2.5, -3, 'a', 'ab', '', 'abc', true, false, null, 10]);
    };
    const keywords: readonly ((depth: number) => object)[] = [
      () => ({
        type: pick(['string', 'number', 'integer', 'boolean', 'null', 'array', 'object', ['string', 'null'], ['number', 'object']]),
      }),
      () => ({ enum: [value(1), value(0), 'a', 1] }),
      () => ({ const: value(1) }),
      () => ({ minimum: pick([0, 1, 2]), exclusiveMaximum: pick([2, 3, 11]) }),
      () => ({ multipleOf: pick([1, 2, 0.5]) }),
      () => ({ minLength: pick([1, 2]), maxLength: pick([2, 3]) }),
      () => ({ pattern: pick(['^a', 'b+$', '^(a|b)*$', '[^a]']) }),
      () => ({ required: [pick(['a', 'b', 'c'])] }),
      (depth) => ({ properties: { a: schema(depth - 1), b: schema(depth - 1) } }),
      (depth) => ({ additionalProperties: schema(depth - 1) }),
      (depth) => ({ patternProperties: { '^[bc]$': schema(depth - 1) } }),
      (depth) => ({ propertyNames: schema(depth - 1) }),
      () => ({ minProperties: 1, maxProperties: 2 }),
      () => ({ minItems: 1, maxItems: 2 }),
      () => ({ uniqueItems: true }),
      (depth) => ({ items: schema(depth - 1) }),
      (depth) =>
        draft === '7'
          ? { items: [schema(depth - 1)], additionalItems: schema(depth - 1) }
          : { prefixItems: [schema(depth - 1)], items: schema(depth - 1) },
      (depth) => ({ contains: schema(depth - 1) }),
      (depth) =>
        draft === '7'
          ? { dependencies: { a: ['b'], b: schema(depth - 1) } }
          : { dependentRequired: { a: ['b'] }, dependentSchemas: { b: schema(depth - 1) } },
      (depth) => ({ allOf: [schema(depth - 1), schema(depth - 1)] }),
      (depth) => ({ anyOf: [schema(depth - 1), schema(depth - 1)] }),
      (depth) => ({ oneOf: [schema(depth - 1), schema(depth - 1)] }),
      (depth) => ({ not: schema(depth - 1) }),
      // oxlint-disable-next-line unicorn/no-thenable
      (depth) => ({ if: schema(depth - 1), then: schema(depth - 1), else: schema(depth - 1) }),
      (depth) => ({ $ref: '#/$defs/d', ...(draft === '7' ? {} : pick([{}, { minimum: 1 }, schema(depth - 1) as object])) }),
      (depth) => (draft === '7' ? {} : { unevaluatedProperties: schema(depth - 1) }),
      () => (draft === '7' ? {} : { unevaluatedItems: schema(0) }),
      (depth) => (draft === '7' ? {} : { contains: schema(depth - 1), minContains: pick([0, 1, 2]), maxContains: pick([1, 2]) }),
    ];
    const schema = (depth: number): unknown => {
      if (depth <= 0) return pick([true, false, {}, { type: 'string' }, { type: 'number' }, { type: 'object' }]);
      const made = Object.assign({}, ...Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(keywords)(depth))) as object;
      // Beside `prefixItems` and `items`, ajv lets an empty list pass `contains`.
      if ('prefixItems' in made && 'contains' in made) delete made.contains;
      // In draft-07 what stands beside a reference is ignored; ajv does not ignore it.
      return draft === '7' && '$ref' in made ? { $ref: made.$ref } : made;
    };
    return { schema, value };
  }

  /** A reference in what is referred to would have no end, and ajv no bound. */
  function withoutReference(schema: unknown): unknown {
    return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$ref' ? undefined : value)));
  }

  /** Some combinations of `unevaluated…` make ajv's code throw a TypeError. */
  function answerOf(validate: (value: unknown) => unknown, value: unknown): boolean | undefined {
    try {
      return validate(value) === true;
    } catch {
      return undefined;
    }
  }

  for (const draft of ['7', '2020'] as const) {
    it(`agrees on random schemas and values of draft ${draft}`, () => {
      const { schema, value } = generator(20_261, draft);
      const options = {
        strict: false,
        validateFormats: false,
        ownProperties: true,
        logger: false,
        addUsedSchema: false,
        validateSchema: false,
      } as const;
      const differences: string[] = [];
      for (let round = 0; round < 400; round += 1) {
        const made = Object.assign(
          { allOf: [schema(3)] },
          { $defs: { d: withoutReference(schema(1)) }, ...(draft === '7' ? { $schema: 'http://json-schema.org/draft-07/schema#' } : {}) },
        );
        const theirs = (draft === '7' ? new Ajv(options) : new Ajv2020(options)).compile(made);
        const ours = compileValueSchema(made);
        for (let sample = 0; sample < 12; sample += 1) {
          const tried = value(3);
          const answer = answerOf(theirs, tried);
          if (answer !== undefined && answer !== (ours.validate(tried).length === 0))
            differences.push(`${JSON.stringify(made)} ${JSON.stringify(tried)}`);
        }
      }
      expect(differences.slice(0, 3)).toEqual([]);
    });
  }
});
