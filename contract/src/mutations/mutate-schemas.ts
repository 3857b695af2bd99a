import type { ValuePath } from '../descriptor/yaml-source.ts';
import { schemaKeywords } from '../schema-check/schema-keywords.ts';
import { subSchemas } from '../schema-check/user-schemas.ts';
import { dotted, isMap, own } from '../value.ts';
import { parseYaml } from '../descriptor/parse-yaml.ts';
import { placesIn, type Place } from './descriptor-places.ts';
import { misspellings } from './misspell.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** One slip in one keyword of a schema, with the code that it is to give, at the value's line. */
type Slip = { readonly value: string; readonly code: string };

/** A keyword of a schema misspelt, with a value that it may not have, or one that does not go with its neighbours. */
export const mutateSchemas: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const { value } = parseYaml(text);
  const places = new Map(placesIn(text).map((place) => [dotted(place.path), place]));
  return ['input_schema', 'output_schema'].flatMap((root) => {
    const schema = own(value, root);
    if (!isMap(schema)) return [];
    return subSchemas(schema).flatMap(({ schema: part, path }) =>
      Object.keys(part).flatMap((word): Mutation[] => {
        const at: ValuePath = [root, ...path, word];
        const place = places.get(dotted(at));
        if (place === undefined) return [];
        const neighbours = (key: string): unknown => own(part, key);
        // Two bounds that contradict each other are told on the lower one in the file.
        const line = Math.max(place.line, places.get(dotted([root, ...path, partnerOf(word)]))?.line ?? 0);
        return [
          ...slipsOf(word, neighbours).map(({ value: written, code }) =>
            changed(agent, `${dotted(at)} is ${written}`, {
              text: place.withValue(written),
              code,
              line: code === 'contradictory-bounds' ? line : place.line,
            }),
          ),
          ...keywordSlips(place, word).map(({ what, text: result, code }) =>
            changed(agent, `${dotted(at)} ${what}`, { text: result, code, line: place.line }),
          ),
          ...itemSlips(places, at, part[word]).map(({ what, ...change }) => changed(agent, `${dotted(at)} ${what}`, change)),
        ];
      }),
    );
  });
};

function keywordSlips(place: Place, word: string): { what: string; text: string; code: string }[] {
  if (!schemaKeywords.has(word) || word.length < 4) return [];
  const slips = misspellings(word).filter(([, result]) => !schemaKeywords.has(result));
  return slips.map(([slip, result]) => ({ what: `keyword ${slip}`, text: place.withKey(result), code: 'unknown-keyword' }));
}

function slipsOf(word: string, neighbour: (key: string) => unknown): readonly Slip[] {
  const invalid = (...values: string[]): Slip[] => values.map((one) => ({ value: one, code: 'invalid-schema' }));
  switch (word) {
    case 'type':
      return invalid('strng', 'int', 'String', 'text', '[string, nul]', 'null', '[integer, null]', '3', '{ a: 1 }', '[]');
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return [...invalid('-1', '1.5', '"3"', 'many', 'true', '[1]'), ...crossed(word, neighbour)];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return [...invalid('"3"', 'many', 'true', '[1]', '{ a: 1 }'), ...crossed(word, neighbour)];
    case 'multipleOf':
      return invalid('0', '-1', '"1"');
    case 'required':
      return [...invalid('true', 'name', '[1]', '{ a: 1 }'), { value: '[absent]', code: 'required-without-property' }];
    case 'enum':
      return invalid('one', '{ a: 1 }', '3');
    case 'pattern':
      return [
        ...invalid('3', '[a]'),
        { value: '"["', code: 'invalid-pattern' },
        { value: '"(a"', code: 'invalid-pattern' },
        { value: '"(a)\\\\1"', code: 'pattern-not-enforced' },
      ];
    case '$ref':
      return [
        ...invalid('3', '[a]'),
        { value: '"#/$defs/absent"', code: 'unresolved-reference' },
        { value: '"https://example.com/a.json"', code: 'unresolved-reference' },
      ];
    case 'properties':
    case '$defs':
      return invalid('text', '[a]', '3', '{ a: string }');
    case 'items':
      return invalid('text', '3', '{ type: strng }');
    case 'additionalProperties':
      return invalid('no', '"false"', '[a]', '3');
    case 'writeOnly':
    case 'uniqueItems':
      return invalid('yes', '"true"', '1');
    case 'oneOf':
    case 'prefixItems':
      return invalid('text', '{ a: 1 }', '[]', '[text]');
    case 'description':
    case 'format':
      return invalid('[a]', '3', '{ a: 1 }');
    case '$schema':
      return [
        ...invalid('3'),
        { value: 'http://json-schema.org/draft-04/schema#', code: 'not-yet-enforced' },
        { value: 'https://json-schema.org/draft/2020-21/schema', code: 'not-yet-enforced' },
      ];
    case 'default':
      return wrongValues(neighbour('type')).map((one) => ({ value: one, code: 'default-mismatch' }));
    default:
      return [];
  }
}

/** The other bound of the two. */
function partnerOf(word: string): string {
  return word.startsWith('min') ? word.replace('min', 'max') : word.replace('max', 'min');
}

/** A bound beyond the one that stands beside it. */
function crossed(word: string, neighbour: (key: string) => unknown): Slip[] {
  const isLower = word.startsWith('min');
  const other = neighbour(partnerOf(word));
  if (word.startsWith('exclusive') || typeof other !== 'number' || (other === 0 && !isLower)) return [];
  return [{ value: String(isLower ? other + 1 : other - 1), code: 'contradictory-bounds' }];
}

export function wrongValues(type: unknown): readonly string[] {
  switch (type) {
    case 'string':
      return ['3', '[a]', '1.10', 'true'];
    case 'integer':
      return ['"3"', '1.5', 'many', '[1]'];
    case 'number':
      return ['"3"', 'many', '{ a: 1 }'];
    case 'boolean':
      return ['yes', '"true"', '1'];
    case 'array':
      return ['text', '{ a: 1 }'];
    case 'object':
      return ['text', '[a]'];
    default:
      return [];
  }
}

type ItemSlip = { what: string; text: string; code: string; line: number };

/** Names in `required` and values in `enum`, one by one; and what goes with a type and not with its neighbours. */
function itemSlips(places: ReadonlyMap<string, Place>, at: ValuePath, value: unknown): ItemSlip[] {
  const place = places.get(dotted(at));
  const word = String(at.at(-1));
  if (place === undefined) return [];
  const items = Array.isArray(value) ? value.map((_item, index) => places.get(dotted([...at, index]))) : [];
  if (word === 'required') {
    const [first] = items;
    const twice = first === undefined ? '' : `[${String(first.value)}, ${String(first.value)}]`;
    return [
      ...items.flatMap((item) => (item === undefined ? [] : stray(item))),
      ...(items.length === 1 ? [{ what: `is ${twice}`, text: place.withValue(twice), code: 'invalid-schema', line: place.line }] : []),
    ];
  }
  if (word === 'enum')
    return items.flatMap((item, index) =>
      item === undefined
        ? []
        : [
            { what: `[${index}] is 3.10`, text: item.withValue('3.10'), code: 'enum-mismatch', line: item.line },
            ...(index === 0
              ? []
              : [{ what: `[${index}] twice`, text: item.withValue(String(items[0]?.value)), code: 'duplicate-enum', line: item.line }]),
          ],
    );
  if (word === 'type' && typeof value === 'string') return idleWord(place, value);
  return [];
}

/** A name that is required, misspelt. */
function stray(item: Place): ItemSlip[] {
  return misspellings(String(item.value)).map(([slip, name]) => ({
    what: `names ${name} (${slip})`,
    text: item.withValue(name),
    code: 'required-without-property',
    line: item.line,
  }));
}

/** A keyword of another type right below the type. */
function idleWord(place: Place, type: string): ItemSlip[] {
  const idle = ['minLength: 1', 'minimum: 1', 'maxItems: 3', 'required: [a]'].filter(
    (_word, index) => ['string', 'number', 'array', 'object'][index] !== type,
  );
  return idle
    .filter((word) => !(type === 'integer' && word.startsWith('minimum')))
    .flatMap((word) => {
      const inside = place.withValue(`${type}, ${word}`);
      const isFlow = /[{,]\s*type: \w+\s*[,}]/.test(inside.split('\n')[place.line]?.replace(`, ${word}`, '') ?? '');
      const indent = ' '.repeat((inside.split('\n')[place.line] ?? '').search(/type:/));
      const text = isFlow ? inside : place.withValue(`${type}\n${indent}${word}`);
      return [{ what: `with ${word}`, text, code: 'keyword-without-effect', line: place.line + (isFlow ? 0 : 1) }];
    });
}
