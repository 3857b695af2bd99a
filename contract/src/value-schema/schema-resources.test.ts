import { expect, it } from 'vitest';
import { compileValueSchema } from './compile-value-schema.ts';

/** Which of the values fit, in order. */
function check(schema: unknown, values: readonly unknown[], expected: readonly boolean[]): void {
  const { validate } = compileValueSchema(schema);
  expect(values.map((value) => validate(value).length === 0)).toEqual(expected);
}

it('reads a reference from the address of the schema that it stands in', () => {
  const node = { $id: 'node.json', type: 'object', properties: { label: { $ref: 'label.json' }, next: { $ref: '#' } } };
  const schema = {
    $id: 'https://example.com/schemas/list.json',
    properties: { head: { $ref: 'node.json' }, labels: { items: { $ref: '/schemas/label.json#text' } } },
    $defs: { node, label: { $id: 'label.json', $anchor: 'text', type: 'string' } },
  };
  const values = [{ head: { label: 'a', next: { label: 1 } } }, { head: { next: { next: {} } } }, { head: { next: [] } }, { labels: [1] }];
  check(schema, values, [false, true, false, false]);
});

it('finds names of the same spelling in each part by itself', () => {
  const part = (type: string): object => ({ $id: `${type}.json`, $ref: '#value', $defs: { own: { $anchor: 'value', type } } });
  const schema = {
    properties: { text: { $ref: 'string.json' }, number: { $ref: 'number.json' } },
    $defs: { a: part('string'), b: part('number') },
  };
  check(schema, [{ text: 'x', number: 1 }, { text: 1 }, { number: 'x' }], [true, false, false]);
});

it('takes no name from what is a value, and one from a property that is called like a keyword', () => {
  const schema = (from: object): object => ({ $ref: '#there', ...from });
  check(schema({ const: 1, enum: [{ $anchor: 'there', type: 'string' }, 1] }), [1], [true]);
  check(schema({ properties: { default: { $anchor: 'there', type: 'string' } } }), [1, 'x'], [false, true]);
});

it('lets a schema that includes another fill in what that one leaves open', () => {
  const tree = { $id: 'tree', $dynamicAnchor: 'node', properties: { children: { items: { $dynamicRef: '#node' } } } };
  const strict = { $id: 'strict', $dynamicAnchor: 'node', $ref: 'tree', unevaluatedProperties: false, $defs: { tree } };
  check(strict, [{ children: [{}] }, { children: [{ daat: 1 }] }, { daat: 1 }], [true, false, false]);
  check({ ...tree, $defs: { strict: { $id: 'strict', $dynamicAnchor: 'node', type: 'object' } } }, [{ children: [1] }], [true]);
});

it('takes a schema that is its own part, by an alias of YAML, for one', () => {
  const loop: Record<string, unknown> = { type: 'object' };
  loop['properties'] = { again: loop, other: { $ref: '#' } };
  check(loop, [{ again: { other: {} } }, { again: { other: 1 } }], [true, false]);
});
